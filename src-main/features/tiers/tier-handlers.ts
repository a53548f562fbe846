import { listTiers } from '../../../db/queries/tier-rows.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeAtSize } from '../../workflows/change-at-size.ts';
import type { TierList } from './tier-service.ts';

export const tierHandlers: HandlersOf<'tiers'> = {
  list: ({ session }) => ok({ tiers: listTiers(session.db()) }),
  save: (context, { tiers }) => {
    const customers = customersOfMovedTiers(listTiers(context.session.db()), tiers);
    return changeAtSize(context, { kind: 'saveTiers', source: 'edit', input: tiers, customers });
  },
};

/** The list sorts by the place of each customer's tier, so a tier that moves takes all of its customers along. */
function customersOfMovedTiers(present: readonly Tier[], list: TierList): number {
  return present
    .filter(({ id, position }) => list[position]?.id !== id)
    .reduce((customers, { customerCount }) => customers + customerCount, 0);
}
