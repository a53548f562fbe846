import type { MoneyReader } from '../../src-shared/customers/money-reach.ts';
import { reachOf } from '../../src-shared/users/rights.ts';
import type { CurrentUser } from './handler-context.ts';

/** Whose money a user sees where a list of customers or visits shows it among other things. */
export function moneyReader({ id, role }: Pick<CurrentUser, 'id' | 'role'>): MoneyReader {
  return { reach: reachOf(role, 'money.read'), userId: id };
}
