import { Button } from 'antd';
import { Store } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { primaryFirst } from '../../features/contacts/primary-first.ts';
import type { Cadence } from '../../features/customers/pane/cadence.ts';
import type { ReadCustomer } from '../../features/customers/pane/save-field.ts';
import { FollowUpBox } from '../../features/follow-ups/follow-up-box.tsx';
import { followUpDraftKey } from '../../features/follow-ups/follow-up-draft.ts';
import { useMay, useReach } from '../../ipc/use-current-user.ts';
import { useDraftStore } from '../../state/drafts.ts';
import { useOpenCustomer } from '../../state/open-customer.ts';
import styles from './customer-pane.module.css';

interface Props {
  readonly customer: ReadCustomer;
  readonly cadence: Cadence;
  readonly cadenceText: string;
  readonly onBack: () => void;
}

/** The line after each call. For another's customer a button: that he came to the shop anybody may note (product B5). */
export function FollowUpArea({ customer, cadence, cadenceText, onBack }: Props) {
  const { t } = useTranslation();
  const mayFollow = useMay('follow_ups.edit', customer.ownerId);
  const mayNote = useReach('follow_ups.edit') !== null;
  const isWished = useOpenCustomer((state) => state.followUpWish === customer.id);
  const isBegun = useDraftStore((state) => followUpDraftKey(customer.id) in state.drafts);
  const [asked, setAsked] = useState<string | null>(null);
  if (customer.deletedAt !== null || !mayNote) return null;
  if (!mayFollow && !isBegun && !isWished && asked !== customer.id) {
    return (
      <div className={styles.note}>
        <Button
          size="small"
          icon={<Store size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => setAsked(customer.id)}
        >
          {t('followUp.inbound.command')}
        </Button>
      </div>
    );
  }
  return (
    <FollowUpBox
      customer={{
        id: customer.id,
        name: customer.name,
        cadenceDays: cadence.days,
        openPlans: customer.openPlans,
        contacts: primaryFirst(customer),
        isInboundOnly: !mayFollow,
      }}
      cadenceText={cadenceText}
      onBack={onBack}
    />
  );
}
