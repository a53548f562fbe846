import { getTableConfig } from 'drizzle-orm/sqlite-core';
import {
  endingFactTables,
  factTables,
  type JournaledTable,
  logTables,
  thingTables,
} from './schema/journaled-tables.ts';

/** What SQLite stores; no table of ours holds blobs or fractions. */
export type Stored = string | number | null;
export type StoredRow = { readonly [column: string]: Stored };

export interface ColumnShape {
  /** camelCase, as in TypeScript. */
  readonly key: string;
  /** snake_case, as in the file and in the journal. */
  readonly name: string;
  /** The journal fills in stamps; a caller gives values and, once, the id. */
  readonly role: 'id' | 'value' | 'stamp_at' | 'stamp_by';
  /** What is stored when nothing is given. */
  readonly fallback: Stored;
  readonly encode: (value: unknown) => Stored;
}

/** A journaled table as the journal writes it: worked out once from its drizzle schema. */
export interface TableShape {
  readonly name: string;
  /** See db/schema/journaled-tables.ts. */
  readonly kind: 'thing' | 'fact' | 'log';
  /** A fact of which the end may be written later. */
  readonly isEnding: boolean;
  readonly columns: readonly ColumnShape[];
  readonly byKey: ReadonlyMap<string, ColumnShape>;
  readonly byName: ReadonlyMap<string, ColumnShape>;
  /** INSERT of all columns in order. */
  readonly insertRow: string;
  /** INSERT of the entry of a created row: batch, entity_id. Bound values are most of what journaling an import costs. */
  readonly insertCreateEntry: string;
  /** INSERT of any other entry: batch, entity_id, action, before. */
  readonly insertEntry: string;
}

const shapes = new Map<JournaledTable, TableShape>();
const shapesByName = new Map<string, TableShape>();

for (const table of thingTables) add(table, 'thing');
for (const table of factTables) add(table, 'fact');
for (const table of logTables) add(table, 'log');

export function shapeOf(table: JournaledTable): TableShape {
  const shape = shapes.get(table);
  if (!shape) throw new Error('this table is not journaled: add it to db/schema/journaled-tables.ts');
  return shape;
}

/** By the name that journal.entity holds. Throws when no such table is journaled. */
export function shapeOfEntity(entity: string): TableShape {
  const shape = shapesByName.get(entity);
  if (!shape) throw new Error(`the journal names a table that is not journaled: ${entity}`);
  return shape;
}

export function allShapes(): readonly TableShape[] {
  return [...shapes.values()];
}

/** A row or patch as a plain record; the table's shape, not the type, says which keys it may have. */
export function keyed(row: object): Readonly<Record<string, unknown>> {
  // Safe: reading any key of an object gives a value or undefined.
  return row as Readonly<Record<string, unknown>>;
}

function add(table: JournaledTable, kind: TableShape['kind']): void {
  const { name, columns: configs } = getTableConfig(table);
  const columns: ColumnShape[] = [];
  for (const [key, value] of Object.entries(table)) {
    const config = configs.find((candidate) => candidate === value);
    if (!config) continue;
    const encode = encoderFor(config.dataType, `${name}.${config.name}`);
    const fallback = config.default === undefined ? null : encode(config.default);
    columns.push({ key, name: config.name, role: roleOf(config.name), fallback, encode });
  }
  const names = columns.map((column) => column.name).join(', ');
  const places = columns.map(() => '?').join(', ');
  const shape: TableShape = {
    name,
    kind,
    isEnding: endingFactTables.some((ending) => ending === table),
    columns,
    byKey: new Map(columns.map((column) => [column.key, column])),
    byName: new Map(columns.map((column) => [column.name, column])),
    insertRow: `INSERT INTO ${name} (${names}) VALUES (${places})`,
    insertCreateEntry: `INSERT INTO journal_entries (batch, entity, entity_id, action) VALUES (?, '${name}', ?, 'create')`,
    insertEntry: `INSERT INTO journal_entries (batch, entity, entity_id, action, before) VALUES (?, '${name}', ?, ?, ?)`,
  };
  shapes.set(table, shape);
  shapesByName.set(name, shape);
}

function roleOf(columnName: string): ColumnShape['role'] {
  switch (columnName) {
    case 'id':
      return 'id';
    case 'created_at':
    case 'updated_at':
      return 'stamp_at';
    case 'created_by':
    case 'updated_by':
      return 'stamp_by';
    default:
      return 'value';
  }
}

function encoderFor(dataType: string, where: string): (value: unknown) => Stored {
  switch (dataType) {
    case 'boolean':
      return (value) => (value === null ? null : value ? 1 : 0);
    case 'json':
      return (value) => JSON.stringify(value);
    case 'string':
    case 'number':
      return (value) => {
        if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
        throw new TypeError(`${where} cannot hold a ${typeof value}`);
      };
    default:
      throw new Error(`${where}: the journal has no encoding for ${dataType} columns`);
  }
}
