import type { WriteDb } from '../../../db/journal.ts';
import { bulkReader } from '../../../db/queries/bulk-reader.ts';
import { customers } from '../../../db/schema/customers.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';

/** Out of the bin, with all that was hidden with them (domain §12). One that is not in it is no error: it is where it was wanted. */
export function restoreCustomers(db: WriteDb, ids: readonly Id[]): Result<{ restored: number }, AppError> {
  const read = bulkReader(db);
  let restored = 0;
  for (const id of new Set(ids)) {
    if (!read.customer(id)) return err({ kind: 'not_found', entity: 'customers', id });
    if (db.update(customers, id, { deletedAt: null })) restored += 1;
  }
  return ok({ restored });
}
