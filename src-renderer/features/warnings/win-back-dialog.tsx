import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { Contract } from '../../../src-shared/ipc/contract.ts';
import type { OutputOfProcedure } from '../../../src-shared/ipc/procedure.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/error-text.ts';
import { cancelJob, runJob } from '../../ipc/jobs.ts';
import { settled } from '../../ipc/report.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { writeFollowUp } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import { countText, phoneText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './warnings.module.css';

type WinBack = OutputOfProcedure<Contract['warnings']['winBack']>;
type Lost = WinBack['customers'][number];
type Scope = 'mine' | 'all';

/** 赢回名单: who bought and does so no more, who bought most first, with what one needs for the call. */
export function WinBackDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWindowWords();
  const [scope, setScope] = useState<Scope>('all');
  const answer = useWinBack(scope);
  return (
    <Modal open width={960} title={t('warnings.winBack.title')} footer={null} onCancel={onClose} style={{ top: 48 }}>
      <p className={styles.words}>
        {t('warnings.winBack.words')}{' '}
        <button type="button" className={styles.link} onClick={() => setScope(scope === 'all' ? 'mine' : 'all')}>
          {t(scope === 'all' ? 'warnings.winBack.onlyMine' : 'warnings.winBack.everybodys')}
        </button>
      </p>
      {answer === null && (
        <p className={styles.progress} role="status">
          {t('warnings.winBack.reading')}
        </p>
      )}
      {answer !== null && !answer.ok && <p role="alert">{errorText(t, answer.error)}</p>}
      {answer?.ok && <LostTable list={answer.value} onClose={onClose} />}
    </Modal>
  );
}

type Answer = { readonly ok: true; readonly value: WinBack } | { readonly ok: false; readonly error: AppError };

/** Null: still being read. A list closed or asked for anew stops the reading. */
function useWinBack(scope: Scope): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const running = useRef<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    setAnswer(null);
    void settled(
      runJob(
        null,
        (job) => client.warnings.winBack({ scope }, job),
        (jobId) => {
          running.current = jobId;
        },
      ),
    ).then((done) => {
      running.current = null;
      if (isWanted) setAnswer(done);
    });
    return () => {
      isWanted = false;
      if (running.current !== null) void cancelJob(running.current);
    };
  }, [scope]);
  return answer;
}

function LostTable({ list, onClose }: { readonly list: WinBack; readonly onClose: () => void }) {
  const { t } = useWindowWords();
  if (list.customers.length === 0) {
    return (
      <EmptyState title={t('warnings.winBack.nobody')}>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </EmptyState>
    );
  }
  const hasMoney = list.customers.some(({ bestYearFen }) => bestYearFen !== null);
  return (
    <>
      <div className={styles.winBack}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('column.name')}</th>
              <th>{t('warnings.winBack.lastOrder')}</th>
              {hasMoney && <th className={styles.number}>{t('warnings.winBack.bestYear')}</th>}
              <th>{t('loyalty.rivals')}</th>
              <th>{t('column.owner')}</th>
              <th>{t('column.phone')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {list.customers.map((lost) => (
              <LostRow key={lost.customerId} lost={lost} hasMoney={hasMoney} onClose={onClose} />
            ))}
          </tbody>
        </table>
      </div>
      {list.total > list.customers.length && (
        <p className={styles.more}>
          {t('warnings.winBack.more', {
            count: list.total - list.customers.length,
            shown: countText(list.total - list.customers.length),
          })}
        </p>
      )}
    </>
  );
}

interface RowProps {
  readonly lost: Lost;
  readonly hasMoney: boolean;
  readonly onClose: () => void;
}

function LostRow({ lost, hasMoney, onClose }: RowProps) {
  const words = useWindowWords();
  const { t, today } = words;
  const { users } = useUsers();
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const follow = (id: Id) => {
    onClose();
    goTo('customers');
    writeFollowUp(id, 'phone');
  };
  return (
    <tr>
      <td>
        <TierBadge tier={tiers.find(({ id }) => id === lost.tierId) ?? null} /> {lost.customerName}
      </td>
      <td>{lastOrderText(t, parseCalendarDate(lost.lastOrderOn), today)}</td>
      {hasMoney && (
        <td className={styles.number}>
          {lost.bestYearFen === null ? '—' : <MoneyText amount={fen(lost.bestYearFen)} />}
        </td>
      )}
      <td>{lost.rivals.length === 0 ? '—' : lost.rivals.join(t('filter.separator'))}</td>
      <td>{users.find(({ id }) => id === lost.ownerId)?.name ?? '—'}</td>
      <td>
        {lost.phone === null ? (
          '—'
        ) : (
          <span className={styles.phone}>
            {phoneText(lost.phone)}
            <CopyButton text={lost.phone} />
          </span>
        )}
      </td>
      <td>
        <button
          type="button"
          className={styles.link}
          aria-label={t('today.tick', { name: lost.customerName })}
          onClick={() => follow(lost.customerId)}
        >
          {t('warnings.follow')}
        </button>
      </td>
    </tr>
  );
}

function lastOrderText(
  t: ReturnType<typeof useWindowWords>['t'],
  on: CalendarDate | null,
  today: CalendarDate,
): string {
  if (on === null) return '—';
  const [year = 0, month = 0] = on.split('-').map(Number);
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number);
  return t('warnings.winBack.monthsAgo', { day: on, count: (thisYear - year) * 12 + thisMonth - month });
}
