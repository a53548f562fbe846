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
    const touched = new Map([['tiers', tiersThatMoveCustomers(listTiers(db), tiers)]]);
    const customers = countCustomersReached(db, touched, customersOnMainThread + 1);
    return changeAtSize(context, { kind: 'saveTiers', source: 'edit', input: tiers, customers });
  },
};

/** The list sorts by the place of each customer's tier, and its cadence says when they are due. */
function tiersThatMoveCustomers(present: readonly Tier[], list: TierList): ReadonlySet<Id> {
  const moving = present.filter(({ id, position, cadenceDays }) => {
    const wanted = list.findIndex((tier) => tier.id === id);
    return wanted !== position || list[wanted]?.cadenceDays !== cadenceDays;
  });
  return new Set(moving.map(({ id }) => id));
}
