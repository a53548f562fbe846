import type { ReadDb } from '../../../db/open.ts';
import { rowsOf } from '../../../db/prepared.ts';
import { users } from '../../../db/schema/book.ts';
import { tiers } from '../../../db/schema/tiers.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { MoneyReportWords } from '../../../src-shared/files-out/money-reports.ts';
import type { Actor } from '../../ipc/actor.ts';
import { isWithinReach } from '../../ipc/reachable-customer.ts';
import { namesOf } from './names-of.ts';

/** A customer as a report names him. */
export interface ReportCustomer {
  readonly name: string;
  readonly tier: string;
  readonly owner: string;
  /** For the order of a report. */
  readonly nameKey: string;
}

interface ListedRow {
  readonly id: Id;
  readonly name: string;
  readonly isLive: 0 | 1;
  readonly nameKey: string;
  readonly tierId: Id | null;
  readonly ownerId: Id | null;
}

const sql = `
  SELECT c.id, c.name, l.is_live AS isLive, l.name_key AS nameKey, l.tier_id AS tierId, l.owner_id AS ownerId
  FROM customer_list l JOIN customers c ON c.id = l.customer_id`;

/**
 * Every customer whose money the actor may read, those in the bin among them: their money stays in totals (domain §12).
 * Rows of others stay out of the report.
 */
export function reportCustomers(
  db: ReadDb,
  actor: Actor,
  words: Pick<MoneyReportWords, 'withoutTier' | 'noOwner' | 'binned'>,
): ReadonlyMap<Id, ReportCustomer> {
  const [tierName, userName] = [namesOf(db, tiers), namesOf(db, users)];
  const found = new Map<Id, ReportCustomer>();
  for (const { id, name, isLive, nameKey, tierId, ownerId } of rowsOf<ListedRow>(db.sqlite, sql).all()) {
    if (!isWithinReach(actor, ownerId)) continue;
    found.set(id, {
      name: isLive === 1 ? name : words.binned,
      tier: tierId === null ? words.withoutTier : tierName(tierId),
      owner: ownerId === null ? words.noOwner : userName(ownerId),
      nameKey,
    });
  }
  return found;
}
