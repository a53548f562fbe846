import type { z } from 'zod';
import type { WriteDb } from '../../../db/journal.ts';
import { facetCounts } from '../../../db/queries/facet-counts.ts';
import { type TierRow, tierRows, wasTierEverGiven } from '../../../db/queries/tier-rows.ts';
import { tiers } from '../../../db/schema/tiers.ts';
import type { AppError, FieldError } from '../../../src-shared/core/app-error.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { nameKey } from '../../../src-shared/core/name-key.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { tierListSchema } from '../../../src-shared/tiers/tier.ts';

export type TierList = z.output<typeof tierListSchema>;

/**
 * Makes the tiers what the list says, in its order; moves no customer (domain §4). One left out is archived when
 * anybody ever had it, else binned; while live customers have it: conflict tier_in_use, `detail` says how many.
 * An archived tier named in the list is in use again.
 */
export function saveTiers(db: WriteDb, list: TierList): Result<object, AppError> {
  const present = new Map(tierRows(db).map((tier) => [tier.id, tier]));
  const fields = unusableIds(list, present);
  if (fields.length > 0) return err({ kind: 'validation', fields });
  const doubled = firstDoubledName(list);
  if (doubled) return err({ kind: 'conflict', reason: 'name_taken', detail: doubled });

  const kept = new Set(list.map(({ id }) => id));
  const leftOut = [...present.values()].filter((tier) => tier.archivedAt === null && !kept.has(tier.id));
  const customersOf = facetCounts(db, 'tier');
  for (const { id } of leftOut) {
    const customers = customersOf.get(id) ?? 0;
    if (customers > 0) return err({ kind: 'conflict', reason: 'tier_in_use', otherId: id, detail: String(customers) });
  }

  list.forEach(({ id, ...tier }, position) => {
    if (id === null) db.insert(tiers, { ...tier, id: newId(instantToMs(db.info.now)), position });
    else db.update(tiers, id, { ...tier, position, archivedAt: null });
  });
  for (const { id } of leftOut) {
    db.update(tiers, id, wasTierEverGiven(db, id) ? { archivedAt: db.info.now } : { deletedAt: db.info.now });
  }
  return ok({});
}

/** Ids that are no tier of this book, or stand in the list twice. */
function unusableIds(list: TierList, present: ReadonlyMap<string, TierRow>): readonly FieldError[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index): readonly FieldError[] => {
    if (id === null) return [];
    const isUsable = present.has(id) && !seen.has(id);
    seen.add(id);
    return isUsable ? [] : [{ field: `tiers.${index}.id`, problem: 'unknown_choice' }];
  });
}

function firstDoubledName(list: TierList): string | null {
  const seen = new Set<string>();
  for (const { name } of list) {
    const key = nameKey(name);
    if (seen.has(key)) return name;
    seen.add(key);
  }
  return null;
}
