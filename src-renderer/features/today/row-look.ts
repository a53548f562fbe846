import { useMemo } from 'react';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { reachOf } from '../../../src-shared/users/rights.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';

/** What every line needs to know of the book, asked once for the page. */
export interface RowLook {
  readonly tierOf: (id: string | null) => Tier | null;
  /** Empty: nobody. */
  readonly personOf: (id: string | null) => string;
  /** Whether the present user may note and plan for a customer of that owner. */
  readonly mayFollow: (ownerId: string | null) => boolean;
}

export function useRowLook(): RowLook {
  const { users, current } = useUsers();
  const tiers = useRead('tiers', 'list', {}).data?.tiers;
  return useMemo(() => {
    const tierById = new Map(tiers?.map((tier) => [tier.id, tier]));
    const userById = new Map(users.map((user) => [user.id, user]));
    const reach = current ? reachOf(current.role, 'follow_ups.edit') : null;
    return {
      tierOf: (id) => (id === null ? null : (tierById.get(id) ?? null)),
      personOf: (id) => (id === null ? '' : (userById.get(id)?.name ?? '')),
      mayFollow: (ownerId) => reach === 'all' || (reach === 'own' && (ownerId === null || ownerId === current?.id)),
    };
  }, [users, current, tiers]);
}
