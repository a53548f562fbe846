import { type Reach, type Right, reachOf } from '../../src-shared/users/rights.ts';
import type { User } from '../../src-shared/users/user.ts';
import { useRead } from './use-read.ts';

export function useUsers(): { readonly users: readonly User[]; readonly current: User | null } {
  const list = useRead('users', 'list', {});
  const users = list.data?.users ?? [];
  return { users, current: users.find((user) => user.id === list.data?.currentId) ?? null };
}

/** How far the present user's right reaches; null: not at all, or the user is not known yet. */
export function useReach(right: Right): Reach | null {
  const { current } = useUsers();
  return current ? reachOf(current.role, right) : null;
}

/** Whether the present user may do this to a customer of that owner (domain §13). */
export function useMay(right: Right, ownerId: string | null): boolean {
  const { current } = useUsers();
  if (!current) return false;
  const reach = reachOf(current.role, right);
  return reach === 'all' || (reach === 'own' && (ownerId === null || ownerId === current.id));
}
