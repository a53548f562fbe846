import type { ReadDb } from '../../connection.ts';
import { valuesOf } from '../../prepared.ts';

/** What an aging says, and by whose names, tiers and owners it is sorted. */
const tables = [
  'receivables',
  'due_day_changes',
  'settlement_sources',
  'allocations',
  'refunds',
  'customers',
  'tiers',
  'users',
];

// CROSS JOIN: the few batches since then first, then their entries; never the whole journal.
const changedSql = `
  SELECT 1 FROM journal_batches AS batch CROSS JOIN journal_entries AS entry ON entry.batch = batch.seq
  WHERE batch.seq > ? AND entry.entity IN (${tables.map((table) => `'${table}'`).join(', ')}) LIMIT 1`;

/** Whether anything of money or customers was written after that place of the journal. */
export function hasMoneyChangedSince({ sqlite }: ReadDb, position: number): boolean {
  return valuesOf<1>(sqlite, changedSql).get(position) !== undefined;
}
