import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import type { ThingTable } from '../../../db/schema/journaled-tables.ts';
import type { Id } from '../../../src-shared/core/id.ts';

/** Names by id, each read once; also of what is archived or in the bin, for a row may still carry it. */
export function namesOf(db: ReadDb, table: ThingTable & { readonly name: unknown }): (id: Id) => string {
  const known = new Map<Id, string>();
  return (id) => {
    let name = known.get(id);
    if (name === undefined) {
      const row = findRow(db, table, id);
      if (!row || !('name' in row)) throw new Error(`${id} is in a row and has no name`);
      name = row.name;
      known.set(id, name);
    }
    return name;
  };
}
