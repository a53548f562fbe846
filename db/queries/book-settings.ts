import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';

/** The stored value of one setting, as the JSON it is; undefined when it was never set. */
export function settingValue({ sqlite }: Pick<ReadDb, 'sqlite'>, name: string): unknown {
  const stored = valuesOf<string>(sqlite, 'SELECT value FROM book_settings WHERE id = ? AND deleted_at IS NULL').get(
    name,
  );
  return stored === undefined ? undefined : JSON.parse(stored);
}
