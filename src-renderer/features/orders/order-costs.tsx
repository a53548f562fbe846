import { useState } from 'react';
import { type ServiceCostKind, serviceCostKinds } from '../../../src-shared/costs/costs-contract.ts';
import type { OrderDetail } from '../../../src-shared/orders/order.ts';
import { CostButtons } from '../../components/cost-buttons.tsx';
import { CostEntry, costKeys } from '../../components/cost-entry.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useShortcut } from '../../state/shortcuts.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './order-sheet.module.css';

interface Props {
  readonly order: OrderDetail;
  readonly mayAdd: boolean;
}

/** What this order cost besides its goods, and what was given beside its prices; one more by Alt+C or Alt+Y. */
export function OrderCosts({ order, mayAdd }: Props) {
  const { t } = useWindowWords();
  const { id: orderId, customerId } = order;
  const [adding, setAdding] = useState<ServiceCostKind | null>(null);
  const costs = useRead('costs', 'ofCustomer', { customerId }).data?.costs.filter((cost) => cost.orderId === orderId);
  const [service, concession] = serviceCostKinds;
  useShortcut(costKeys.service, () => setAdding(service), { enabled: mayAdd, inFields: true });
  useShortcut(costKeys.concession, () => setAdding(concession), { enabled: mayAdd, inFields: true });
  if (!mayAdd && (costs ?? []).length === 0) return null;
  return (
    <section aria-label={t('costs.title')}>
      <div className={styles.costsHead}>
        <h3 className={styles.title}>{t('costs.title')}</h3>
        {mayAdd && <CostButtons className={styles.tool ?? ''} opened={adding} onOpen={setAdding} />}
      </div>
      {adding !== null && (
        <CostEntry
          key={adding}
          kind={adding}
          start={null}
          onAdd={async (cost) =>
            (await reported(
              client.costs.add({ customerId, orderId, ...cost }),
              t(`costs.added.${cost.kind}`, { amount: moneyText(cost.amountFen) }),
            )) !== null
          }
          onClose={() => setAdding(null)}
        />
      )}
      {(costs ?? []).map(({ id, kind, what, amountFen }) => (
        <p key={id} className={styles.cost}>
          <span className={styles.quiet}>{t(`costs.kind.${kind}`)}</span>
          <span className={styles.costWhat}>{what}</span>
          <MoneyText amount={amountFen} />
        </p>
      ))}
    </section>
  );
}
