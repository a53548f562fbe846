import type { Sqlite } from './connection.ts';

/**
 * What every connection needs. None of it but WAL stays in the file: a reopened WAL file silently falls to
 * synchronous NORMAL, which loses the last commits when the power goes.
 */
const wanted = [
  { name: 'foreign_keys', value: 1 },
  { name: 'synchronous', value: 2 },
  { name: 'busy_timeout', value: 5000 },
  { name: 'trusted_schema', value: 0 },
  { name: 'cell_size_check', value: 1 },
  // Without it REPLACE deletes a row of the append-only journal and no trigger hears of it.
  { name: 'recursive_triggers', value: 1 },
] as const;

/** Sets and reads back; throws when SQLite did not take a setting, because every promise of the store rests on them. */
export function setPragmas(sqlite: Sqlite): void {
  const mode = sqlite.readonly
    ? sqlite.pragma('journal_mode', { simple: true })
    : sqlite.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal' && !sqlite.memory) throw new Error(`journal_mode is ${String(mode)}, not wal`);
  for (const { name, value } of wanted) {
    sqlite.pragma(`${name} = ${value}`);
    const found = sqlite.pragma(name, { simple: true });
    if (found !== value) throw new Error(`pragma ${name} is ${String(found)}, not ${value}`);
  }
}
