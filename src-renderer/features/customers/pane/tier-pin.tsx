import { Button, Input, Popover } from 'antd';
import { Pin } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tier } from '../../../../src-shared/tiers/tier.ts';
import { useMay, useReach } from '../../../ipc/use-current-user.ts';
import { fieldChange, type ReadCustomer, saveCustomer } from './save-field.ts';
import styles from './tier-pin.module.css';

interface Props {
  readonly customer: ReadCustomer;
  readonly tier: Tier | null;
}

/** The pin on the tier: no method moves the customer while it is there, and it says why (domain §4). */
export function TierPin({ customer, tier }: Props) {
  const { t } = useTranslation();
  // Who gets which tier is the owner's to say (domain §13).
  const mayGive = useReach('tiers.edit') !== null;
  const mayEdit = useMay('customers.edit', customer.ownerId) && mayGive && customer.deletedAt === null;
  const [isOpen, setOpen] = useState(false);
  const reason = customer.tierPinnedReason;
  if (!tier || (!mayEdit && reason === null)) return null;
  const said = reason === null ? t('tier.pin') : t('tier.pinned', { reason });
  const icon = <Pin size={14} strokeWidth={1.75} aria-hidden />;
  if (!mayEdit) {
    return (
      <span className={styles.pin} data-on role="img" aria-label={said} title={said}>
        {icon}
      </span>
    );
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      open={isOpen}
      onOpenChange={setOpen}
      content={<PinForm customer={customer} tier={tier} onClose={() => setOpen(false)} />}
    >
      <button
        type="button"
        className={styles.pin}
        data-on={reason === null ? undefined : true}
        aria-label={said}
        aria-expanded={isOpen}
        title={said}
      >
        {icon}
      </button>
    </Popover>
  );
}

interface FormProps {
  readonly customer: ReadCustomer;
  readonly tier: Tier;
  readonly onClose: () => void;
}

function PinForm({ customer, tier, onClose }: FormProps) {
  const { t } = useTranslation();
  const fieldId = useId();
  const [reason, setReason] = useState(customer.tierPinnedReason ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (wanted: string | null) => {
    const said = await saveCustomer(
      customer,
      fieldChange('tierPinnedReason', wanted),
      t(wanted === null ? 'tier.unpin' : 'tier.pin'),
    );
    setProblem(said);
    if (said === null) onClose();
  };
  const typed = reason.trim();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') void save(typed);
      }}
    >
      <label htmlFor={fieldId}>{t('tier.pinWhy', { name: tier.name })}</label>
      <Input
        id={fieldId}
        autoFocus
        maxLength={500}
        placeholder={t('tier.pinExample')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className={styles.words}>{t('tier.pinWords')}</p>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        {customer.tierPinnedReason !== null && (
          <Button size="small" onClick={() => void save(null)}>
            {t('tier.unpin')}
          </Button>
        )}
        <Button
          size="small"
          type="primary"
          htmlType="submit"
          disabled={typed === '' || typed === customer.tierPinnedReason}
        >
          {t('tier.pin')}
        </Button>
      </div>
    </form>
  );
}
