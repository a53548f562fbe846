import { Button } from 'antd';
import { useState } from 'react';
import type { CallLine } from '../../../src-shared/receivables/receivables-contract.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { DialLink } from '../../components/dial-link.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { PayLink } from '../../components/pay-link.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useMay } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { askMoney } from '../../state/money-request.ts';
import { dayText, pastDayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './plan-lists.module.css';

const shownAtOnce = 50;
const most = 500;

interface Props {
  readonly onOpen: (customerId: string) => void;
  readonly onFollowUp: (customerId: string) => void;
  /** What was said on the phone is to be noted. */
  readonly onCalled: (customerId: string) => void;
}

/** 催款名单: whom to call, most money × days first. */
export function CallList({ onOpen, onFollowUp, onCalled }: Props) {
  const { t } = useWindowWords();
  const [limit, setLimit] = useState(shownAtOnce);
  const read = useRead('receivables', 'callList', { limit }, { keepShowing: true });
  const { data } = read;
  if (read.error) return <p className={styles.problem}>{errorText(t, toAppError(read.error))}</p>;
  return (
    <>
      {data?.total === 0 && <p className={styles.none}>{t('desk.nobodyOverdue')}</p>}
      {data && data.total > 0 && (
        <>
          <p className={styles.sum} role="status">
            {t('desk.callSum', { count: data.total, shown: countText(data.total), amount: moneyText(data.overdueFen) })}
          </p>
          <ol className={styles.list}>
            {data.lines.map((line) => (
              <Line key={line.customerId} line={line} onOpen={onOpen} onFollowUp={onFollowUp} onCalled={onCalled} />
            ))}
          </ol>
          {data.total > data.lines.length && limit < most && (
            <div className={styles.more}>
              <Button
                size="small"
                loading={read.isFetching}
                onClick={() => setLimit((shown) => Math.min(most, shown + 100))}
              >
                {t('desk.showMore')}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

function Line({ line, onOpen, onFollowUp, onCalled }: Props & { readonly line: CallLine }) {
  const words = useWindowWords();
  const { t } = words;
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const mayFollow = useMay('follow_ups.edit', line.ownerId);
  const { customerId, customerName, phone, promise } = line;
  return (
    <li className={styles.line}>
      <TierBadge tier={tiers.find(({ id }) => id === line.tierId) ?? null} />
      <span className={styles.who}>
        <button type="button" className={styles.name} onClick={() => onOpen(customerId)}>
          {customerName}
        </button>
        <span className={styles.quiet}>
          {promise && <PromiseWords promise={promise} />}
          {!promise &&
            (line.lastPaymentOn === null
              ? t('desk.neverPaid')
              : t('desk.lastPaid', { day: pastDayText(words, line.lastPaymentOn) }))}
        </span>
      </span>
      <span className={styles.phone}>
        <span className={styles.contact} title={line.contactName ?? ''}>
          {line.contactName}
        </span>
        {phone !== null && (
          <>
            <DialLink
              phone={phone}
              name={customerName}
              contactName={line.contactName}
              ownerId={line.ownerId}
              onNote={() => onCalled(customerId)}
            />
            <span className={styles.copy}>
              <CopyButton text={phone} />
            </span>
          </>
        )}
      </span>
      <span className={styles.days}>{t('money.daysLate', { count: line.overdueDays })}</span>
      <span className={styles.money}>
        <MoneyText amount={line.overdueFen} tone="overdue" isStrong />
      </span>
      <span className={styles.acts}>
        <PayLink customerId={customerId} ownerId={line.ownerId} of={customerName} />
        {mayFollow && (
          <>
            <button
              type="button"
              className={styles.link}
              aria-label={t('desk.promiseFor', { name: customerName })}
              onClick={() => askMoney({ kind: 'promise', customerId })}
            >
              {t('desk.promiseLink')}
            </button>
            <button
              type="button"
              className={styles.link}
              aria-label={t('desk.followUpFor', { name: customerName })}
              onClick={() => onFollowUp(customerId)}
            >
              {t('desk.followUpLink')}
            </button>
          </>
        )}
      </span>
    </li>
  );
}

function PromiseWords({ promise }: { readonly promise: Exclude<CallLine['promise'], null> }) {
  const words = useWindowWords();
  const { t } = words;
  const isToday = promise.promisedOn === words.today;
  const day = isToday ? t('desk.todayIn') : dayText(words, promise.promisedOn);
  const amount = promise.amountFen === null ? '' : ` ${moneyText(promise.amountFen)}`;
  const isBroken = promise.outcome === 'broken' || (promise.outcome === 'open' && promise.promisedOn < words.today);
  return (
    <span className={isBroken ? styles.broken : undefined}>
      {t(isBroken ? 'desk.promiseBroken' : 'desk.promised', { day, amount })}
    </span>
  );
}
