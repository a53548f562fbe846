import { Modal } from 'antd';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { ReleasedAllocation } from '../../../src-shared/orders/orders-contract.ts';
import type { ReceivableView } from '../../../src-shared/receivables/receivable-views.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { PayLink } from '../../components/pay-link.tsx';
import { ReceivableMenu } from '../../components/receivable-menu.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useRead } from '../../ipc/use-read.ts';
import { askMoney, closeMoneyRequest } from '../../state/money-request.ts';
import { dayText } from '../../text/day-text.ts';
import { receivableDueText, receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './receivable-sheet.module.css';

interface Props {
  readonly customerId: Id;
  readonly receivableId: Id;
}

/** 期初应收, or another debt without an order: what is owed, what settled it, and what can be done about it. */
export function ReceivableSheet({ customerId, receivableId }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const money = useRead('receivables', 'ofCustomer', { customerId, latest: 1, receivableIds: [receivableId] });
  const customer = useRead('customers', 'get', { id: customerId }).data;
  const settling = useRead('receivables', 'releases', { id: receivableId, amountFen: null });
  const receivable = money.data?.receivables.find(({ id }) => id === receivableId);
  const isGone = money.data !== undefined && receivable === undefined;
  const error = money.error ?? settling.error;
  const ownerId = customer?.ownerId ?? null;
  return (
    <Modal
      open
      width={520}
      style={{ top: 80 }}
      title={[t('money.openingBalance'), receivable?.reference, customer?.name]
        .filter((part) => part !== undefined && part !== null)
        .join(' · ')}
      footer={null}
      onCancel={closeMoneyRequest}
    >
      <div className={styles.body} aria-busy={!money.data && !error}>
        {(error || isGone) && (
          <p className={styles.problem} role="alert">
            {error ? errorText(t, toAppError(error)) : t('source.goneReceivable')}
          </p>
        )}
        {receivable && customer && (
          <>
            <Figures receivable={receivable} />
            <Facts receivable={receivable} />
            {settling.data && <Settled receivable={receivable} parts={settling.data.releases} />}
            <div className={styles.foot}>
              {receivable.openFen > 0 && (
                <PayLink
                  customerId={customerId}
                  receivableId={receivableId}
                  ownerId={ownerId}
                  of={receivableText(words, receivable)}
                />
              )}
              <ReceivableMenu receivable={receivable} ownerId={ownerId} />
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}

function Figures({ receivable }: { readonly receivable: ReceivableView }) {
  const words = useWindowWords();
  const { t } = words;
  const { amountFen, openFen, voidedOn, disputeReason } = receivable;
  const due = receivableDueText(words, receivable);
  return (
    <dl className={styles.figures}>
      <Figure label={t('payment.amount')} amount={amountFen} isVoid={voidedOn !== null} />
      <Figure label={t('payment.open')} amount={openFen} />
      <div>
        <dt>{t('payment.due')}</dt>
        <dd className={styles.due} data-tone={due.tone}>
          {voidedOn === null ? due.text : t('receivable.voidedOn', { day: dayText(words, voidedOn) })}
          {disputeReason !== null && <span className={styles.tag}>{t('money.disputed')}</span>}
        </dd>
      </div>
    </dl>
  );
}

interface FigureProps {
  readonly label: string;
  readonly amount: Fen;
  readonly isVoid?: boolean;
}

function Figure({ label, amount, isVoid = false }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-void={isVoid || undefined}>
        <MoneyText amount={amount} isStrong tone={isVoid ? 'quiet' : 'plain'} />
      </dd>
    </div>
  );
}

/** Days, number, reasons, note: only what is there. */
function Facts({ receivable }: { readonly receivable: ReceivableView }) {
  const words = useWindowWords();
  const { t } = words;
  const { issuedOn, dueOn, reference, disputeReason, voidReason, note } = receivable;
  const facts: readonly (readonly [string, string | null])[] = [
    [t('receivable.issuedOn'), dayText(words, issuedOn)],
    [t('receivable.dueOn'), dayText(words, dueOn)],
    [t('receivable.reference'), reference],
    [t('money.disputed'), disputeReason],
    [t('receivable.voidReason'), voidReason],
    [t('field.note'), note],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

interface SettledProps {
  readonly receivable: ReceivableView;
  /** The money in it: just what a void would free. */
  readonly parts: readonly ReleasedAllocation[];
}

function Settled({ receivable, parts }: SettledProps) {
  const words = useWindowWords();
  const { t } = words;
  const { amountFen, openFen, voidedOn } = receivable;
  const paid = parts.reduce((sum, { releasedFen }) => sum + releasedFen, 0);
  const givenUp = voidedOn === null ? fen(Math.max(0, amountFen - openFen - paid)) : fen(0);
  return (
    <section aria-label={t('receivable.settledBy')}>
      <h3 className={styles.heading}>{t('receivable.settledBy')}</h3>
      <ul className={styles.lines}>
        {parts.map(({ allocationId, sourceId, sourceOn, releasedFen }) => (
          <li key={allocationId}>
            <button type="button" className={styles.open} onClick={() => askMoney({ kind: 'source', sourceId })}>
              {t('receivable.releaseOf', { day: dayText(words, sourceOn) })}
            </button>
            <MoneyText amount={releasedFen} />
          </li>
        ))}
        {givenUp > 0 && (
          <li>
            <span>{t('money.source.write_off')}</span>
            <MoneyText amount={givenUp} />
          </li>
        )}
        {parts.length === 0 && givenUp === 0 && <li className={styles.quiet}>{t('receivable.nothingSettled')}</li>}
      </ul>
    </section>
  );
}
