import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';

/** How many customers are overdue; null: not known, or not for this user. */
export function useOverdueCount(): number | null {
  const mayRead = useReach('money.read') !== null;
  return useRead('receivables', 'callList', { limit: 1 }, { enabled: mayRead, keepShowing: true }).data?.total ?? null;
}
