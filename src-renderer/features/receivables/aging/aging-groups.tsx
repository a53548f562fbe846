import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { agingBuckets } from '../../../../src-shared/receivables/balances.ts';
import type { AgingGroup } from '../../../../src-shared/receivables/receivables-contract.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { MoneyText } from '../../../components/money-text.tsx';
import { TierBadge } from '../../../components/tier-badge.tsx';
import { toAppError } from '../../../ipc/app-problem.ts';
import { errorText } from '../../../ipc/error-text.ts';
import { useUsers } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import { countText } from '../../../text/number-text.ts';
import styles from './aging-groups.module.css';
import { isExpired } from './aging-row-source.ts';
import { changeAging } from './aging-store.ts';

interface Props {
  readonly agingId: string | null;
  readonly by: 'owner' | 'tier';
  readonly onExpired: () => void;
}

/** The aging by owner or by tier; a line leads to its customers. */
export function AgingGroups({ agingId, by, onExpired }: Props) {
  const { t } = useTranslation();
  const read = useRead(
    'receivables',
    'agingGroups',
    { agingId: agingId ?? '-', by },
    { enabled: agingId !== null, keepShowing: true },
  );
  const problem = read.error ? toAppError(read.error) : null;
  const hasExpired = problem !== null && isExpired(problem);
  useEffect(() => {
    if (hasExpired) onExpired();
  }, [hasExpired, onExpired]);
  const groups = read.data?.groups ?? [];
  if (problem && !hasExpired) return <EmptyState title={errorText(t, problem)} />;
  if (read.data && groups.length === 0) return <EmptyState title={t('desk.nothing')} words={t('desk.nothingWords')} />;
  return (
    <div className={styles.scroll} aria-busy={read.isPlaceholderData || agingId === null}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t(`desk.column.${by}`)}</th>
            <th className={styles.number}>{t('desk.column.customers')}</th>
            {agingBuckets.map((bucket) => (
              <th key={bucket} className={styles.number}>
                {t(`money.bucket.${bucket}`)}
              </th>
            ))}
            <th className={styles.number}>{t('desk.column.open')}</th>
            <th className={styles.number}>{t('desk.column.prepaid')}</th>
            <th className={styles.number}>{t('desk.column.balance')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupLine key={group.id ?? 'none'} group={group} by={by} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupLine({ group, by }: { readonly group: AgingGroup; readonly by: 'owner' | 'tier' }) {
  const { t } = useTranslation();
  const { users } = useUsers();
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const tier = tiers.find(({ id }) => id === group.id) ?? null;
  const name =
    by === 'owner'
      ? (users.find(({ id }) => id === group.id)?.name ?? t('desk.noOwner'))
      : (tier?.name ?? t('tier.none'));
  const ids = [group.id ?? ('none' as const)];
  const show = () => changeAging({ grouping: 'customer', ...(by === 'owner' ? { ownerIds: ids } : { tierIds: ids }) });
  const { row } = group;
  return (
    <tr>
      <td>
        <button type="button" className={styles.name} onClick={show} aria-label={t('desk.showGroup', { name })}>
          {by === 'tier' && tier ? <TierBadge tier={tier} /> : name}
        </button>
      </td>
      <td className={styles.number}>{countText(group.customers)}</td>
      {agingBuckets.map((bucket) => (
        <td key={bucket} className={styles.number}>
          {row.aging[bucket] === 0 ? (
            <span className={styles.empty}>—</span>
          ) : (
            <MoneyText amount={row.aging[bucket]} tone={bucket === 'not_due' ? 'plain' : 'overdue'} />
          )}
        </td>
      ))}
      <td className={styles.number}>
        <MoneyText amount={row.openFen} isStrong />
      </td>
      <td className={styles.number}>
        {row.prepaidFen === 0 ? <span className={styles.empty}>—</span> : <MoneyText amount={row.prepaidFen} />}
      </td>
      <td className={styles.number}>
        <MoneyText amount={row.balanceFen} />
      </td>
    </tr>
  );
}
