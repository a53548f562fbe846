import { Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { type PromiseOutcome, promiseOutcomes } from '../../../src-shared/payments/payment-promise.ts';
import type { PromiseRow } from '../../../src-shared/payments/payments-contract.ts';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { PayLink } from '../../components/pay-link.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useMay } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { askMoney } from '../../state/money-request.ts';
import { dayText, dueText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { phoneText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './promise-list.module.css';

const settling = promiseOutcomes.filter((outcome) => outcome !== 'open');
const shownAtOnce = 100;

interface Props {
  readonly onOpen: (customerId: string) => void;
}

/** 付款承诺: the open ones by day, what is overdue first and red; how each ended is said with what came in beside it. */
export function PromiseList({ onOpen }: Props) {
  const { t } = useWindowWords();
  const [state, setState] = useState<'open' | 'settled'>('open');
  const read = useRead('payments', 'promises', { state, limit: shownAtOnce }, { keepShowing: true });
  const { data } = read;
  return (
    <>
      <div className={styles.head}>
        <ChoiceChips
          label={t('promise.which')}
          choices={[
            { key: 'open', label: t('promise.state.open') },
            { key: 'settled', label: t('promise.state.settled') },
          ]}
          value={state}
          onChange={setState}
        />
      </div>
      {read.error && <p className={styles.problem}>{errorText(t, toAppError(read.error))}</p>}
      {data?.promises.length === 0 && <p className={styles.none}>{t(`promise.none.${state}`)}</p>}
      {data && data.promises.length > 0 && (
        <ul className={styles.list}>
          {data.promises.map((promise) => (
            <PromiseLine key={promise.id} promise={promise} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {data && data.total > data.promises.length && (
        <p className={styles.none}>{t('desk.moreThere', { count: data.total - data.promises.length })}</p>
      )}
    </>
  );
}

function PromiseLine({ promise, onOpen }: Props & { readonly promise: PromiseRow }) {
  const words = useWindowWords();
  const { t } = words;
  const isOpen = promise.outcome === 'open';
  const due = dueText(words, promise.promisedOn);
  const mayEdit = useMay('follow_ups.edit', promise.ownerId);
  const settle = (outcome: PromiseOutcome) =>
    askMoney({ kind: 'promiseOutcome', promise, customerName: promise.customerName, outcome });
  const notes = [promise.note, promise.outcomeNote].filter((note) => note !== null && note !== '').join(' · ');
  return (
    <li className={styles.line}>
      <span className={styles.day} data-tone={isOpen ? due.tone : 'later'} title={promise.promisedOn}>
        {isOpen ? due.text : dayText(words, promise.promisedOn)}
      </span>
      <span className={styles.who}>
        <button type="button" className={styles.name} onClick={() => onOpen(promise.customerId)}>
          {promise.customerName}
        </button>
        <span className={styles.note} title={notes}>
          {notes}
        </span>
      </span>
      <span className={styles.phone}>
        {promise.phone !== null && (
          <>
            {phoneText(promise.phone)} <CopyButton text={promise.phone} />
          </>
        )}
      </span>
      <span className={styles.money}>
        {promise.amountFen === null ? (
          <span className={styles.quiet}>{t('promise.unnamed')}</span>
        ) : (
          <MoneyText amount={promise.amountFen} isStrong />
        )}
      </span>
      <span className={styles.came}>{t('promise.cameIn', { amount: moneyText(promise.receivedFen) })}</span>
      <span className={styles.acts}>
        {isOpen ? (
          <>
            <PayLink customerId={promise.customerId} ownerId={promise.ownerId} of={promise.customerName} />
            {mayEdit && (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: settling.map((outcome) => ({
                    key: outcome,
                    label: t(`promise.outcome.${outcome}`),
                    onClick: () => settle(outcome),
                  })),
                }}
              >
                <button
                  type="button"
                  className={styles.link}
                  aria-label={t('promise.settleOf', { name: promise.customerName })}
                >
                  {t('promise.settle')}
                  <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
                </button>
              </Dropdown>
            )}
          </>
        ) : mayEdit ? (
          <button
            type="button"
            className={styles.outcome}
            data-outcome={promise.outcome}
            title={t('promise.changeOutcome')}
            onClick={() => settle(promise.outcome)}
          >
            {t(`promise.outcome.${promise.outcome}`)}
          </button>
        ) : (
          <span className={styles.outcome} data-outcome={promise.outcome}>
            {t(`promise.outcome.${promise.outcome}`)}
          </span>
        )}
      </span>
    </li>
  );
}
