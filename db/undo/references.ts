import type { ReadDb } from '../connection.ts';
import { allShapes, shapeOfEntity, type TableShape } from '../table-shape.ts';

/** A column of `from` that holds ids of `to`. */
export interface Reference {
  readonly from: TableShape;
  readonly column: string;
  readonly to: TableShape;
}

/** Every foreign key between journaled tables, as the file itself declares them. */
export function referencesOf(db: ReadDb): readonly Reference[] {
  const found: Reference[] = [];
  for (const from of allShapes()) {
    const keys = db.sqlite
      .prepare<[string], { table: string; from: string }>('SELECT "table", "from" FROM pragma_foreign_key_list(?)')
      .all(from.name);
    for (const key of keys) found.push({ from, column: key.from, to: shapeOfEntity(key.table) });
  }
  return found;
}
