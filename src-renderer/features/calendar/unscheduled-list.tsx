import { Button, Input, Select } from 'antd';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { addDays } from '../../../src-shared/core/calendar-date.ts';
import { dueAtOnce } from '../../../src-shared/visits/visits-contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { useIsEmptyBook } from '../../ipc/use-is-empty-book.ts';
import { useRead } from '../../ipc/use-read.ts';
import { goTo } from '../../state/page.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { PersonChoice } from './calendar-look.ts';
import styles from './unscheduled-list.module.css';
import { type UnscheduledCustomer, UnscheduledRow } from './unscheduled-row.tsx';
import { sortedDue, type UnscheduledSort, unscheduledSorts } from './unscheduled-sort.ts';
import { useDraggableEntries } from './use-draggable-entries.ts';

interface Props {
  readonly persons: PersonChoice;
  /** Enter or a double click on a row: plan it without dragging. */
  readonly onPlan: (customer: UnscheduledCustomer) => void;
  /** All of them where they can be filtered and sorted. */
  readonly onShowAll: () => void;
}

/** Those due within two weeks are worth planning now. */
const daysAhead = 14;
const step = 200;
const mostFound = 50;

/** 未排期: who is due and has nothing planned, to be dragged onto a day; by the search, every customer. */
export function UnscheduledList({ persons, onPlan, onShowAll }: Props) {
  const words = useWindowWords();
  const { t, today } = words;
  const isEmptyBook = useIsEmptyBook();
  const [sort, setSort] = useState<UnscheduledSort>('worst');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const [limit, setLimit] = useState(step);
  const due = useRead(
    'visits',
    'due',
    {
      scope: persons === 'mine' ? 'mine' : 'all',
      ...(typeof persons === 'string' ? {} : { persons: [...persons] }),
      upTo: addDays(today, daysAhead),
      limit,
    },
    { keepShowing: true },
  );
  const found = useFound(search);
  const rows: readonly UnscheduledCustomer[] = search === '' ? sortedDue(due.data?.customers ?? [], sort) : found.rows;
  const list = useRef<HTMLUListElement>(null);
  useDraggableEntries(list);
  const error = search === '' ? due.error : found.error;
  const total = due.data?.total;
  const left = search === '' && total !== undefined ? total - rows.length : 0;
  return (
    <section className={styles.list} aria-label={t('calendar.unscheduled.label')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('calendar.unscheduled.label')}</h2>
        <span className={styles.count}>
          {total === undefined ? '' : t('calendar.unscheduled.count', { count: total, shown: countText(total) })}
        </span>
        <Select<UnscheduledSort>
          size="small"
          variant="borderless"
          popupMatchSelectWidth={false}
          aria-label={t('calendar.unscheduled.sortLabel')}
          value={sort}
          options={unscheduledSorts.map((by) => ({ value: by, label: t(`calendar.unscheduled.sort.${by}`) }))}
          onChange={setSort}
        />
      </header>
      <div className={styles.search}>
        <Input
          size="small"
          allowClear
          value={typed}
          prefix={<Search size={14} strokeWidth={1.75} aria-hidden />}
          placeholder={t('calendar.unscheduled.search')}
          aria-label={t('calendar.unscheduled.search')}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <ul className={styles.rows} ref={list} onKeyDown={moveBetweenRows}>
        {rows.map((customer, index) => (
          <UnscheduledRow key={customer.customerId} customer={customer} isStop={index === 0} onPlan={onPlan} />
        ))}
        {left > 0 && (
          <li className={styles.rest}>
            {limit < dueAtOnce ? (
              <Button size="small" loading={due.isPlaceholderData} onClick={() => setLimit(limit + step)}>
                {t('calendar.unscheduled.more', { count: left, shown: countText(left) })}
              </Button>
            ) : (
              <Button size="small" type="link" onClick={onShowAll}>
                {t('calendar.unscheduled.inList', { count: left, shown: countText(left) })}
              </Button>
            )}
          </li>
        )}
        {error && <EmptyState title={errorText(t, toAppError(error))} />}
        {isEmptyBook && (
          <EmptyState title={t('list.emptyBook')} words={t('calendar.unscheduled.emptyBookWords')}>
            <Button size="small" onClick={() => goTo('customers')}>
              {t('calendar.unscheduled.toCustomers')}
            </Button>
          </EmptyState>
        )}
        {!isEmptyBook && !error && rows.length === 0 && (search === '' ? due.data : found.isKnown) && (
          <EmptyState
            title={t(search === '' ? 'calendar.unscheduled.none' : 'visit.noCustomer')}
            {...(search === '' ? { words: t('calendar.unscheduled.noneWords', { count: daysAhead }) } : {})}
          />
        )}
      </ul>
    </section>
  );
}

/** Customers of a search among all whose visits the user may plan, planned or not. */
function useFound(search: string) {
  const { current } = useUsers();
  const isOwnOnly = useReach('follow_ups.edit') === 'own';
  const filter = isOwnOnly && current ? { ownerIds: [current.id, 'none' as const] } : {};
  const found = useRead(
    'customers',
    'list',
    { view: { search, filter }, offset: 0, limit: mostFound },
    { enabled: search !== '', keepShowing: true },
  );
  const rows = (found.data?.rows ?? []).map(
    (row): UnscheduledCustomer => ({
      ...row,
      customerId: row.id,
      shortName: null,
      dueOn: null,
      plannedOn: row.nextVisitOn,
    }),
  );
  return { rows, error: found.error, isKnown: found.data !== undefined };
}

/** ↑ ↓ Home End go from row to row; the list is one stop of the Tab key. */
function moveBetweenRows(event: KeyboardEvent<HTMLUListElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: rows.length - 1,
  };
  const to = targets[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
}
