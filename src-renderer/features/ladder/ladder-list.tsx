import { useInfiniteQuery } from '@tanstack/react-query';
import { Modal, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import listStyles from '../../components/list-table.module.css';
import { MoneyText } from '../../components/money-text.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { AppProblem, toAppError } from '../../ipc/app-problem.ts';
import { client } from '../../ipc/client.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { readKey, useRead } from '../../ipc/use-read.ts';
import { countText } from '../../text/number-text.ts';
import styles from './ladder-list.module.css';
import type { LadderListRequest } from './ladder-list-request.ts';

interface Props {
  readonly ladderId: string;
  readonly request: LadderListRequest;
  readonly title: string;
  /** A reader without money is shown names and days. */
  readonly hasMoney: boolean;
  readonly onExpired: () => void;
  readonly onOpen: (customerId: Id) => void;
  readonly onClose: () => void;
}

const pageSize = 100;

/** The customers behind a number of the ladder, by sales or by what is earned with them. */
export function LadderList({ ladderId, request, title, hasMoney, onExpired, onOpen, onClose }: Props) {
  const { t } = useTranslation();
  const [sort, setSort] = useState(request.sort ?? 'sales');
  const query = useLadderRows(ladderId, { ...request, sort });
  const problem = query.error ? toAppError(query.error) : null;
  const hasExpired = problem?.kind === 'conflict' && problem.reason === 'answer_expired';
  useEffect(() => {
    if (hasExpired) onExpired();
  }, [hasExpired, onExpired]);
  const total = query.data?.pages[0]?.total ?? null;
  const pages = {
    items: query.data?.pages.flatMap((page) => page.rows) ?? null,
    error: hasExpired ? null : query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
  return (
    <Modal open width={820} style={{ top: 64 }} footer={null} title={title} onCancel={onClose}>
      <div className={styles.bar}>
        <span className={styles.count} role="status">
          {total !== null && t('ladder.customers', { count: total, shown: countText(total) })}
        </span>
        {hasMoney && (
          <Segmented
            size="small"
            aria-label={t('ladder.sort')}
            value={sort}
            options={(['sales', 'profit'] as const).map((value) => ({ value, label: t(`ladder.by.${value}`) }))}
            onChange={setSort}
          />
        )}
      </div>
      <div className={styles.room} aria-busy={total === null}>
        <PagedList pages={pages} moreWords={t('ladder.more')} whenEmpty={<EmptyState title={t('ladder.nobody')} />}>
          {(rows) => <Rows rows={rows} hasMoney={hasMoney} onOpen={onOpen} />}
        </PagedList>
      </div>
    </Modal>
  );
}

type Row = Awaited<ReturnType<typeof readRows>>['rows'][number];

function Rows({ rows, hasMoney, onOpen }: Pick<Props, 'hasMoney' | 'onOpen'> & { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  const { users } = useUsers();
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  return (
    <table className={listStyles.table}>
      <thead>
        <tr>
          <th>{t('ladder.column.customer')}</th>
          <th>{t('ladder.column.tier')}</th>
          <th>{t('ladder.column.owner')}</th>
          {hasMoney && <th className={listStyles.number}>{t('ladder.column.sales')}</th>}
          {hasMoney && <th className={listStyles.number}>{t('ladder.column.profit')}</th>}
          <th>{t('ladder.column.lastOrder')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.customerId}>
            <td className={styles.name}>
              <button type="button" title={row.customerName} onClick={() => onOpen(row.customerId)}>
                {row.customerName}
              </button>
            </td>
            <td>
              <TierBadge tier={tiers.find(({ id }) => id === row.tierId) ?? null} />
            </td>
            <td>{users.find(({ id }) => id === row.ownerId)?.name ?? '—'}</td>
            {hasMoney && (
              <td className={listStyles.number}>
                <MoneyText amount={row.salesFen} />
              </td>
            )}
            {hasMoney && (
              <td className={listStyles.number}>
                {row.profitFen === null ? '—' : <MoneyText amount={row.profitFen} />}
              </td>
            )}
            <td>{row.lastOrderOn ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Wanted = LadderListRequest & { readonly sort: 'sales' | 'profit' };

async function readRows(ladderId: string, { moves, ...wanted }: Wanted, offset: number) {
  const page = await client.measures.ladderRows({
    ladderId,
    ...wanted,
    ...(moves ? { moves: [...moves] } : {}),
    offset,
    limit: pageSize,
  });
  if (!page.ok) throw new AppProblem(page.error);
  return page.value;
}

function useLadderRows(ladderId: string, wanted: Wanted) {
  return useInfiniteQuery({
    queryKey: readKey('measures', 'ladderRows', { ladderId, ...wanted }),
    initialPageParam: 0,
    queryFn: ({ pageParam }) => readRows(ladderId, wanted, pageParam),
    getNextPageParam: (last, all) => {
      const read = all.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && read < last.total ? read : undefined;
    },
  });
}
