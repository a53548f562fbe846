import { isDeepStrictEqual } from 'node:util';
import { countCustomersReached } from '../../../db/queries/customers-reached.ts';
import { listTiers } from '../../../db/queries/tier-rows.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeAtSize, customersOnMainThread } from '../../workflows/change-at-size.ts';
import type { TierList } from './tier-service.ts';

export const tierHandlers: HandlersOf<'tiers'> = {
  list: ({ session }) => ok({ tiers: listTiers(session.db()) }),
  save: (context, { tiers }) => {
    const db = context.session.db();
    const touched = new Map([['tiers', changedTiers(listTiers(db), tiers)]]);
    const customers = countCustomersReached(db, touched, customersOnMainThread + 1);
    return changeAtSize(context, { kind: 'saveTiers', source: 'edit', input: tiers, customers });
  },
};

/**
 * The list sorts by the place of each customer's tier, its cadence says when they are due, and whether either is still
 * right is looked up for each of them, whatever of the tier has changed.
 */
function changedTiers(present: readonly Tier[], list: TierList): ReadonlySet<Id> {
  const changed = present.filter(({ position, isArchived, customerCount, ...tier }) => {
    const wanted = list.findIndex(({ id }) => id === tier.id);
    const wish = list[wanted];
    return wanted !== position || isArchived || !wish || !isDeepStrictEqual({ ...wish }, tier);
  });
  return new Set(changed.map(({ id }) => id));
}
