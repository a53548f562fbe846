import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import type { ServiceCost, ServiceCostKind } from '../../../src-shared/costs/costs-contract.ts';
import { CostButtons } from '../../components/cost-buttons.tsx';
import { CostEntry } from '../../components/cost-entry.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/error-text.ts';
import { reported } from '../../ipc/report.ts';
import { useMay } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { shortDayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './cost-list.module.css';

interface Props {
  readonly customerId: Id;
  readonly ownerId: Id | null;
  readonly isReadOnly: boolean;
}

const shownFirst = 8;

/** 服务成本与让利 of a customer: the sums of 12 months, and each of them to be changed or taken out. */
export function CostList({ customerId, ownerId, isReadOnly }: Props) {
  const { t } = useWindowWords();
  const read = useRead('costs', 'ofCustomer', { customerId });
  const mayEdit = useMay('follow_ups.edit', ownerId) && !isReadOnly;
  const [adding, setAdding] = useState<ServiceCostKind | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  if (read.error !== null) return <p role="alert">{errorText(t, toAppError(read.error))}</p>;
  if (!read.data) return null;
  const { costs, serviceFen, concessionFen } = read.data;
  const shown = showsAll ? costs : costs.slice(0, shownFirst);
  return (
    <section className={styles.section} aria-label={t('costs.title')}>
      <div className={styles.head}>
        <h3 className={styles.title}>{t('costs.title')}</h3>
        {mayEdit && <CostButtons className={styles.tool ?? ''} opened={adding} onOpen={setAdding} />}
      </div>
      <p className={styles.sums}>
        {t('costs.sums', { service: moneyText(serviceFen), concession: moneyText(concessionFen) })}
      </p>
      {adding !== null && (
        <CostEntry
          key={adding}
          kind={adding}
          start={null}
          hasDay
          onAdd={async (cost) =>
            (await reported(
              client.costs.add({ customerId, ...cost }),
              t(`costs.added.${cost.kind}`, { amount: moneyText(cost.amountFen) }),
            )) !== null
          }
          onClose={() => setAdding(null)}
        />
      )}
      <ul className={styles.list}>
        {shown.map((cost) => (
          <CostLine key={cost.id} cost={cost} mayEdit={mayEdit} />
        ))}
      </ul>
      {costs.length > shown.length && (
        <button type="button" className={styles.tool} onClick={() => setShowsAll(true)}>
          {t('costs.more', { count: costs.length - shown.length, shown: countText(costs.length - shown.length) })}
        </button>
      )}
    </section>
  );
}

function CostLine({ cost, mayEdit }: { readonly cost: ServiceCost; readonly mayEdit: boolean }) {
  const words = useWindowWords();
  const { t } = words;
  const [isEdited, setEdited] = useState(false);
  const { id, kind, on, amountFen, what, orderId, followUpId } = cost;
  if (isEdited) {
    return (
      <li>
        <CostEntry
          kind={kind}
          start={cost}
          hasDay
          onAdd={async (fields) =>
            (await reported(client.costs.update({ id, fields }), t('costs.changed', { what: fields.what }))) !== null
          }
          onClose={() => setEdited(false)}
        />
      </li>
    );
  }
  const of = orderId !== null ? t('costs.ofOrder') : followUpId !== null ? t('costs.ofTalk') : null;
  return (
    <li className={styles.line}>
      <span className={styles.day}>{shortDayText(words, on)}</span>
      <span className={styles.kind}>{t(`costs.kind.${kind}`)}</span>
      <span className={styles.what} title={what}>
        {what} {of !== null && <span className={styles.of}>{of}</span>}
      </span>
      <MoneyText amount={amountFen} />
      {mayEdit && (
        <span className={styles.tools}>
          <button
            type="button"
            className={styles.icon}
            aria-label={t('costs.edit', { what })}
            onClick={() => setEdited(true)}
          >
            <Pencil size={14} strokeWidth={1.75} aria-hidden />
          </button>
          <button
            type="button"
            className={styles.icon}
            aria-label={t('costs.remove', { what })}
            onClick={() => void reported(client.costs.remove({ id }), t('costs.removed', { what }))}
          >
            <Trash2 size={14} strokeWidth={1.75} aria-hidden />
          </button>
        </span>
      )}
    </li>
  );
}
