import { createHash } from 'node:crypto';
import type { ReadDb } from './connection.ts';
import { allShapes, type TableShape } from './table-shape.ts';

/**
 * One SHA-256 over what the user's book says: live rows only, and no child of a binned customer (domain §12).
 * Left out: updated_at and updated_by (an undo is a new change by somebody, later), logs, the journal, derived tables
 * and the file's bookkeeping. created_at and created_by count: undo and redo bring a row back as it was made.
 * Equal books give equal hashes whatever order their rows were written in.
 */
export function contentHash(db: ReadDb): string {
  const hash = createHash('sha256');
  for (const shape of allShapes()) {
    if (shape.kind === 'log') continue;
    hash.update(`${shape.name}\n`);
    for (const row of db.sqlite.prepare<[], unknown[]>(liveRows(shape)).raw().iterate()) {
      hash.update(`${JSON.stringify(row)}\n`);
    }
  }
  return hash.digest('hex');
}

function liveRows(shape: TableShape): string {
  const columns = shape.columns.map(({ name }) => name).filter((name) => !name.startsWith('updated_'));
  const conditions: string[] = [];
  if (shape.kind === 'thing') conditions.push('deleted_at IS NULL');
  if (shape.byName.has('customer_id')) {
    conditions.push('customer_id IN (SELECT id FROM customers WHERE deleted_at IS NULL)');
  }
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `SELECT ${columns.join(', ')} FROM ${shape.name}${where} ORDER BY id`;
}
