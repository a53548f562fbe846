import type { Id } from '../src-shared/core/id.ts';
import type { ReadDb } from './connection.ts';
import { valuesOf } from './prepared.ts';
import { recoveryCodeSetting } from './setting-names.ts';

/** Hashes of PINs and codes: no undo brings an old one back, and nothing that leaves the main process holds one. */
export function isSecret(table: string, id: Id, column: string): boolean {
  return (table === 'users' && column === 'pin_hash') || (table === 'book_settings' && id === recoveryCodeSetting);
}

/** A PIN is written in a batch of its own, so an entry that holds one holds nothing else. */
const anotherEntry = `
  SELECT 1 FROM journal_entries WHERE batch = ?
    AND NOT (entity = 'users' AND action = 'update' AND json_type(before, '$.pin_hash') IS NOT NULL)
    AND NOT (entity = 'book_settings' AND entity_id = '${recoveryCodeSetting}')
  LIMIT 1`;

/** Whether a batch changed PINs and codes and nothing else. `batch` is journal_batches.seq. */
export function changedOnlySecrets(db: ReadDb, batch: number): boolean {
  return valuesOf<number>(db.sqlite, anotherEntry).get(batch) === undefined;
}
