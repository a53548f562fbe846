import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import { primaryFirst } from '../../features/contacts/primary-first.ts';
import { cadenceOf } from '../../features/customers/pane/cadence.ts';
import { FollowUpBox } from '../../features/follow-ups/follow-up-box.tsx';
import { useRead } from '../../ipc/use-read.ts';
import { wishFollowUp } from '../../state/open-customer.ts';

interface Props {
  readonly entry: VisitEntry;
  readonly onBack: () => void;
}

/** The line in which a visit is noted; saving it closes the plan and plans the next. */
export function PlanFollowUp({ entry, onBack }: Props) {
  const { t } = useTranslation();
  const customer = useRead('customers', 'get', { id: entry.customerId }).data;
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  useEffect(() => wishFollowUp(entry.customerId), [entry.customerId]);
  if (!customer) return null;
  const tier = tiers.find((known) => known.id === customer.tierId) ?? null;
  const cadence = cadenceOf(customer, tier);
  return (
    <FollowUpBox
      customer={{
        id: customer.id,
        name: customer.name,
        cadenceDays: cadence.days,
        openPlans: customer.openPlans,
        contacts: primaryFirst(customer),
        isInboundOnly: false,
        completesId: entry.plan.id,
      }}
      cadenceText={t(`pane.cadence.${cadence.from}`, { count: cadence.days, tier: tier?.name ?? '' })}
      onBack={onBack}
    />
  );
}
