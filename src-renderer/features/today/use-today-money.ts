import type { VisitScope } from '../../../src-shared/visits/visits-contract.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';

/** More than the page shows of either; the rest is counted, and all of it is in 收款. */
const owedListed = 7;
const promisesListed = 100;

/** Who is past due, who owes most first, and the promises whose day has come; nothing for who may not read money. */
export function useTodayMoney(scope: VisitScope) {
  const mayRead = useReach('money.read') !== null;
  const options = { enabled: mayRead, keepShowing: true };
  const owed = useRead('receivables', 'callList', { scope, by: 'amount', limit: owedListed }, options);
  const promises = useRead('payments', 'promises', { scope, limit: promisesListed }, options);
  return { mayRead, owed, promises };
}
