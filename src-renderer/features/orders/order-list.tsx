import { Button, Input, Pagination } from 'antd';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { askMoney } from '../../state/money-request.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './order-list.module.css';
import { OrderRows } from './order-rows.tsx';

const pageSize = 50;

/** 销售单, the latest first: of one customer in the pane, else of all. ↑ ↓ move, Enter opens. */
export function OrderList({ customerId = null }: { readonly customerId?: Id | null }) {
  const { t } = useWindowWords();
  const [typed, setTyped] = useState('');
  const [from, setFrom] = useState<CalendarDate | null>(null);
  const [to, setTo] = useState<CalendarDate | null>(null);
  const [page, setPage] = useState(1);
  const search = useDeferredValue(typed.trim());
  const mayCreate = useReach('orders.edit') !== null;
  const read = useRead(
    'orders',
    'list',
    { customerId, search, from, to, offset: (page - 1) * pageSize, limit: pageSize },
    { keepShowing: true },
  );
  const { data } = read;
  const isFiltered = search !== '' || from !== null || to !== null;
  const narrow = (set: () => void) => {
    set();
    setPage(1);
  };
  const showAll = () =>
    narrow(() => {
      setTyped('');
      setFrom(null);
      setTo(null);
    });
  const create = mayCreate && (
    <Button
      size="small"
      icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
      onClick={() => askMoney({ kind: 'newOrder', customerId })}
    >
      {t('order.newTitle')}
    </Button>
  );
  return (
    <section className={styles.page} aria-label={t('order.listTitle')} data-narrow={customerId !== null || undefined}>
      <search className={styles.filters} aria-label={t('desk.filters')}>
        <Input
          size="small"
          allowClear
          className={styles.search ?? ''}
          value={typed}
          maxLength={200}
          placeholder={t(customerId === null ? 'order.searchAll' : 'order.searchOwn')}
          aria-label={t('order.searchLabel')}
          onChange={(event) => narrow(() => setTyped(event.target.value))}
        />
        <span className={styles.span}>
          <DayPicker
            size="small"
            label={t('desk.period.from')}
            placeholder={t('order.fromHint')}
            value={from}
            onChange={(day) => narrow(() => setFrom(day))}
          />
          {t('desk.period.to')}
          <DayPicker
            size="small"
            label={t('desk.period.until')}
            placeholder={t('order.toHint')}
            value={to}
            onChange={(day) => narrow(() => setTo(day))}
          />
        </span>
        <span className={styles.gap} />
        {data && data.total > 0 && create}
      </search>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it, one per row */}
      <div className={styles.scroll} aria-busy={!data && !read.error} onKeyDown={moveBetweenRows}>
        {read.error && <EmptyState title={errorText(t, toAppError(read.error))} />}
        {data?.total === 0 &&
          (isFiltered ? (
            <EmptyState title={t('order.noneFound')}>
              <Button size="small" onClick={showAll}>
                {t('order.showAll')}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState title={t('order.none')} words={t('order.noneWords')}>
              {create}
            </EmptyState>
          ))}
        {data && data.total > 0 && <OrderRows orders={data.orders} isOfOne={customerId !== null} />}
      </div>
      {data && data.total > 0 && (
        <div className={styles.footer} role="status">
          <span>
            {t(data.isCapped ? 'order.countMore' : 'order.count', { count: data.total, shown: countText(data.total) })}
          </span>
          {data.amountFen !== null && <span>{t('order.sum', { amount: moneyText(data.amountFen) })}</span>}
          <span className={styles.gap} />
          {data.total > pageSize && (
            <Pagination
              size="small"
              showSizeChanger={false}
              current={page}
              pageSize={pageSize}
              total={data.total}
              onChange={setPage}
            />
          )}
        </div>
      )}
    </section>
  );
}

/** ↑ ↓ go from order to order; Enter is the button's own. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || !(event.target instanceof HTMLButtonElement)) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('tbody button')];
  const next = all[all.indexOf(event.target) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
