import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { JournaledTable } from './schema/journaled-tables.ts';
import { journaledTables } from './schema/journaled-tables.ts';

/** What SQLite stores; no table of ours holds blobs or fractions. */
export type Stored = string | number | null;
export type StoredRow = { readonly [column: string]: Stored };

export interface ColumnShape {
  /** camelCase, as in TypeScript. */
  readonly key: string;
  /** snake_case, as in the file and in the journal. */
  readonly name: string;
  readonly fallback: Stored;
  readonly encode: (value: unknown) => Stored;
}

/** A journaled table as the journal writes it: worked out once from its drizzle schema. */
export interface TableShape {
  readonly table: JournaledTable;
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  readonly byKey: ReadonlyMap<string, ColumnShape>;
  /** Things have updated_at and a bin; facts and links are written once. */
  readonly isThing: boolean;
  /** All columns in order. */
  readonly insertRow: string;
  /** batch, entity_id, action, before */
  readonly insertEntry: string;
}

/** Columns that the journal fills in; a caller never gives them. */
const stampNames: ReadonlySet<string> = new Set(['created_at', 'created_by', 'updated_at', 'updated_by']);

export function isStamp(columnName: string): boolean {
  return stampNames.has(columnName);
}

const shapes = new Map<JournaledTable, TableShape>();
const shapesByName = new Map<string, TableShape>();

for (const table of journaledTables) {
  const { name, columns } = getTableConfig(table);
  const byKey = new Map<string, ColumnShape>();
  for (const [key, column] of Object.entries(table)) {
    const config = columns.find((candidate) => candidate === column);
    if (!config) continue;
    byKey.set(key, {
      key,
      name: config.name,
      encode: encoderFor(config.dataType, `${name}.${config.name}`),
      fallback: config.default === undefined ? null : encoderFor(config.dataType, config.name)(config.default),
    });
  }
  const ordered = [...byKey.values()];
  const shape: TableShape = {
    table,
    name,
    columns: ordered,
    byKey,
    isThing: byKey.has('deletedAt'),
    insertRow: `INSERT INTO ${name} (${ordered.map((column) => column.name).join(', ')}) VALUES (${ordered.map(() => '?').join(', ')})`,
    insertEntry: `INSERT INTO journal_entries (batch, entity, entity_id, action, before) VALUES (?, '${name}', ?, ?, ?)`,
  };
  shapes.set(table, shape);
  shapesByName.set(name, shape);
}

export function shapeOf(table: JournaledTable): TableShape {
  const shape = shapes.get(table);
  if (!shape) throw new Error('this table is not journaled: add it to db/schema/journaled-tables.ts');
  return shape;
}

/** By the name that journal.entity holds. Throws when no such table is journaled: the file is from another program. */
export function shapeOfEntity(entity: string): TableShape {
  const shape = shapesByName.get(entity);
  if (!shape) throw new Error(`the journal names a table that is not journaled: ${entity}`);
  return shape;
}

function encoderFor(dataType: string, where: string): (value: unknown) => Stored {
  switch (dataType) {
    case 'boolean':
      return (value) => (value === null || value === undefined ? null : value ? 1 : 0);
    case 'json':
      return (value) => (value === undefined ? null : JSON.stringify(value));
    case 'string':
    case 'number':
      return (value) => {
        if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
        if (value === undefined) return null;
        throw new TypeError(`${where} cannot hold a ${typeof value}`);
      };
    default:
      throw new Error(`${where}: the journal has no encoding for ${dataType} columns`);
  }
}
