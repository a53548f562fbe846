import { Button, Dropdown } from 'antd';
import type { Id } from '../../../src-shared/core/id.ts';
import {
  type PaymentPromise,
  type PromiseOutcome,
  promiseOutcomes,
} from '../../../src-shared/payments/payment-promise.ts';
import type { ReceivableView } from '../../../src-shared/receivables/receivable-views.ts';
import { useMay } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { askMoney } from '../../state/money-request.ts';
import { dueText, shortDayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './money-tab.module.css';

interface Props {
  readonly customerId: Id;
  readonly ownerId: Id | null;
  readonly promises: readonly PaymentPromise[];
  readonly receivables: readonly ReceivableView[];
  readonly isReadOnly: boolean;
}

/** 付款承诺, and what became of each. */
export function PromiseList({ customerId, ownerId, promises, receivables, isReadOnly }: Props) {
  const { t } = useWindowWords();
  const mayNote = useMay('follow_ups.edit', ownerId) && !isReadOnly;
  return (
    <>
      {promises.length === 0 && <p className={styles.nothing}>{t('customerMoney.noPromises')}</p>}
      <ul className={styles.list}>
        {promises.map((promise) => (
          <PromiseLine
            key={promise.id}
            promise={promise}
            receivable={receivables.find(({ id }) => id === promise.receivableId) ?? null}
            mayNote={mayNote}
          />
        ))}
      </ul>
      {mayNote && (
        <Button size="small" className={styles.add ?? ''} onClick={() => askMoney({ kind: 'promise', customerId })}>
          {t('customerMoney.newPromise')}
        </Button>
      )}
    </>
  );
}

interface LineProps {
  readonly promise: PaymentPromise;
  readonly receivable: ReceivableView | null;
  readonly mayNote: boolean;
}

const outcomes = promiseOutcomes.filter((outcome) => outcome !== 'open');

function PromiseLine({ promise, receivable, mayNote }: LineProps) {
  const words = useWindowWords();
  const { t } = words;
  const { promisedOn, amountFen, note, outcome, outcomeNote } = promise;
  const due = dueText(words, promisedOn);
  const customerName = useRead('customers', 'get', { id: promise.customerId }).data?.name ?? '';
  const settle = (chosen: PromiseOutcome) =>
    askMoney({ kind: 'promiseOutcome', promise, customerName, outcome: chosen });
  const more = [
    receivable === null ? t('customerMoney.ofAll') : receivableText(words, receivable),
    amountFen === null ? null : t('customerMoney.promisedAmount', { amount: moneyText(amountFen) }),
    note,
    outcomeNote,
  ].filter((part) => part !== null && part !== '');
  return (
    <li className={styles.line}>
      <span className={styles.promisedOn} data-tone={outcome === 'open' ? due.tone : undefined}>
        {outcome === 'open' ? due.text : shortDayText(words, promisedOn)}
      </span>
      <span className={styles.promised} title={more.join(' · ')}>
        {more.join(' · ')}
      </span>
      {outcome === 'open' && mayNote ? (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: outcomes.map((key) => ({ key, label: t(`money.outcome.${key}`) })),
            onClick: ({ key }) => {
              const chosen = outcomes.find((known) => known === key);
              if (!chosen) return;
              settle(chosen);
            },
          }}
        >
          <button type="button" className={styles.link}>
            {t('customerMoney.settle')}
          </button>
        </Dropdown>
      ) : mayNote ? (
        <button
          type="button"
          className={styles.outcome}
          data-outcome={outcome}
          title={t('promise.changeOutcome')}
          onClick={() => settle(outcome)}
        >
          {t(`money.outcome.${outcome}`)}
        </button>
      ) : (
        <span className={styles.outcome} data-outcome={outcome}>
          {t(`money.outcome.${outcome}`)}
        </span>
      )}
    </li>
  );
}
