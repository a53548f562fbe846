import { importLookups } from '../../../db/queries/import-lookups.ts';
import { bareText } from '../../../src-shared/core/fold-text.ts';
import { customersTarget } from '../../../src-shared/files-in/customers-target.ts';
import { customerRecordOf } from '../../../src-shared/files-in/draft-of-record.ts';
import { foldRows } from '../../../src-shared/files-in/fold-rows.ts';
import type { RowReading } from '../../../src-shared/files-in/read-row.ts';
import { goodRows } from './good-rows.ts';
import { settleRecord } from './settle-record.ts';
import type { TargetDesk } from './target-desk.ts';

/** Customers with their contacts. */
export const customersDesk: TargetDesk = {
  target: customersTarget,
  fold: (readings, columnOf, isLeftOut) => foldRows<string>(goodRows(readings, isLeftOut), customersTarget, columnOf),
  keysOf,
  settler: (db, request) => {
    const lookups = importLookups(db);
    return (record, situation) => settleRecord(customerRecordOf(record), { request, lookups, ...situation });
  },
};

function keysOf({ values }: RowReading): readonly string[] {
  const name = values.get('name');
  const code = values.get('uscc');
  const keys: string[] = [];
  if (typeof name === 'string' && bareText(name) !== '') keys.push(`name ${bareText(name)}`);
  if (typeof code === 'string') keys.push(`code ${code}`);
  return keys;
}
