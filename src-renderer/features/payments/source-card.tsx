import { Button } from 'antd';
import type { PaymentRow } from '../../../src-shared/payments/payments-contract.ts';
import type { CustomerMoney } from '../../../src-shared/receivables/receivable-views.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { useMay, useUsers } from '../../ipc/use-current-user.ts';
import { askMoney } from '../../state/money-request.ts';
import { dayText } from '../../text/day-text.ts';
import { receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './source-dialog.module.css';
import type { SourceMode } from './source-dialog.tsx';
import { SourceEvents } from './source-events.tsx';

interface Props {
  readonly source: PaymentRow;
  readonly money: CustomerMoney;
  /** A form is open below: nothing else is begun. */
  readonly isBusy: boolean;
  readonly onMode: (mode: SourceMode) => void;
}

export function SourceCard({ source, money, isBusy, onMode }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const mayEdit = useMay('money.edit', source.ownerId) && source.voidedOn === null;
  const canAct = mayEdit && !isBusy;
  const isMoney = source.kind === 'payment';
  const { orderId } = source;
  const nameOf = (receivableId: string) => {
    const receivable = money.receivables.find(({ id }) => id === receivableId);
    return receivable ? receivableText(words, receivable) : t('source.goneReceivable');
  };
  const active = source.allocations.filter(({ endedOn }) => endedOn === null);
  return (
    <>
      <div className={styles.key}>
        <span className={styles.amount} data-void={source.voidedOn !== null || undefined}>
          <MoneyText amount={source.amountFen} isStrong />
        </span>
        <span>{dayText(words, source.on)}</span>
        {source.method && <span>{t(`money.method.${source.method}`)}</span>}
        {source.isDeposit && <span className={styles.tag}>{t('source.deposit')}</span>}
        {source.voidedOn !== null && (
          <span className={styles.void}>
            {t(`source.voided.${source.voidKind ?? 'mistake'}`, { day: dayText(words, source.voidedOn) })}
          </span>
        )}
      </div>
      <Facts source={source} />
      {source.voidReason && <p className={styles.quiet}>{t('source.voidReason', { reason: source.voidReason })}</p>}
      <section className={styles.section} aria-label={t('source.settled')}>
        <h3 className={styles.heading}>{t('source.settled')}</h3>
        <ul className={styles.lines}>
          {active.map((allocation) => (
            <li key={allocation.id} className={styles.line}>
              <span className={styles.name}>{nameOf(allocation.receivableId)}</span>
              <span className={styles.quiet}>{t('source.from', { day: dayText(words, allocation.effectiveOn) })}</span>
              <MoneyText amount={allocation.amountFen} />
              <span className={styles.act}>
                {canAct && source.kind !== 'write_off' && (
                  <button
                    type="button"
                    className={styles.link}
                    aria-label={t('source.moveOf', { name: nameOf(allocation.receivableId) })}
                    onClick={() => onMode({ kind: 'move', allocation })}
                  >
                    {t('source.move')}
                  </button>
                )}
              </span>
            </li>
          ))}
          {source.kind !== 'write_off' && source.voidedOn === null && (
            <li className={styles.line}>
              <span className={styles.name}>{t('source.left')}</span>
              <span />
              <MoneyText amount={source.leftFen} isStrong={source.leftFen > 0} />
              <span className={styles.act}>
                {canAct && source.leftFen > 0 && money.counts.open > 0 && (
                  <button type="button" className={styles.link} onClick={() => onMode({ kind: 'use' })}>
                    {t('source.use')}
                  </button>
                )}
              </span>
            </li>
          )}
          {source.refunds.map((refund) => (
            <li key={refund.id} className={styles.line} data-void={refund.voidedOn !== null || undefined}>
              <span className={styles.name}>{t('source.refunded', { day: dayText(words, refund.on) })}</span>
              <span className={styles.quiet}>
                {t(`money.method.${refund.method}`)} {refund.note}
              </span>
              <MoneyText amount={refund.amountFen} />
              <span className={styles.act}>
                {canAct && refund.voidedOn === null && (
                  <button type="button" className={styles.link} onClick={() => onMode({ kind: 'voidRefund', refund })}>
                    {t('money.change.void')}
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <SourceEvents source={source} nameOf={nameOf} />
      {!isBusy && (
        <div className={styles.foot}>
          {orderId !== null && (
            <Button size="small" onClick={() => askMoney({ kind: 'order', orderId })}>
              {t('money.openOrder')}
            </Button>
          )}
          <span className={styles.gap} />
          {mayEdit && isMoney && (
            <Button size="small" onClick={() => onMode({ kind: 'edit' })}>
              {t('source.edit')}
            </Button>
          )}
          {mayEdit && source.kind !== 'write_off' && (
            <Button size="small" onClick={() => onMode({ kind: 'refund' })}>
              {t('source.refund')}
            </Button>
          )}
          {mayEdit && (
            <Button size="small" danger onClick={() => onMode({ kind: 'void' })}>
              {t(source.method === 'acceptance_bill' ? 'source.voidBill' : 'money.change.void')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** Number, bill, who brought it in, note: only what is there. */
function Facts({ source }: { readonly source: PaymentRow }) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const collector = users.find(({ id }) => id === source.collectedById)?.name ?? null;
  const billDue = source.billDueOn === null ? null : dayText(words, source.billDueOn);
  const facts: readonly (readonly [string, string | null])[] = [
    [t('payment.billNo'), source.billNo],
    [t('payment.billDueOn'), billDue],
    [t('payment.reference'), source.reference],
    [t('payment.collectedBy'), collector],
    [t('field.note'), source.note],
  ];
  const known = facts.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {known.map(([label, value]) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
