import { getTableConfig, getViewConfig, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { openTestBook } from '../testing/open-test-book.ts';
import { bookFile } from './book.ts';
import {
  customerKeys,
  customerList,
  customerWarnings,
  openReceivables,
  orderSums,
  productList,
  warnedCounts,
} from './derived.ts';
import { journal, journalBatches, journalEntries } from './journal.ts';
import { factTables, journaledTables, logTables, thingTables } from './journaled-tables.ts';

const tables = [
  bookFile,
  ...journaledTables,
  journalBatches,
  journalEntries,
  customerList,
  customerKeys,
  openReceivables,
  orderSums,
  productList,
  customerWarnings,
  warnedCounts,
];

function columnInfo(name: string) {
  const sql =
    'SELECT name, type, "notnull" AS isRequired, dflt_value AS fallback, pk FROM pragma_table_info(?) ORDER BY name';
  return openTestBook()
    .book.sqlite.prepare<
      [string],
      { name: string; type: string; isRequired: number; fallback: string | null; pk: number }
    >(sql)
    .all(name);
}

/** As SQLite would write the default into its schema. */
function storedDefault(column: SQLiteColumn): string | null {
  if (column.default === undefined) return null;
  if (typeof column.default === 'boolean') return column.default ? '1' : '0';
  return typeof column.default === 'string' ? `'${column.default}'` : String(column.default);
}

describe('the drizzle schema', () => {
  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    'says of %s what the migrated file says: columns, types, what is required, defaults, keys',
    (name, table) => {
      const { columns, primaryKeys } = getTableConfig(table);
      const inKey = (column: SQLiteColumn) => column.primary || primaryKeys.some((key) => key.columns.includes(column));
      const declared = columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        // A rowid alias is never null and SQLite does not call it NOT NULL.
        isRequired: column.notNull && !(column.primary && column.getSQLType() === 'integer') ? 1 : 0,
        fallback: storedDefault(column),
        isKey: inKey(column),
      }));
      const found = columnInfo(name).map(({ pk, ...info }) => ({ ...info, isKey: pk > 0 }));
      expect(declared.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(found);
    },
  );

  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    'knows the references of %s',
    (name, table) => {
      const sql = 'SELECT "from", "table", "to", on_delete FROM pragma_foreign_key_list(?)';
      const found = openTestBook().book.sqlite.prepare<[string], Record<string, string>>(sql).all(name);
      const declared = getTableConfig(table).foreignKeys.map((key) => {
        const { columns, foreignColumns, foreignTable } = key.reference();
        return {
          from: columns[0]?.name ?? '',
          table: getTableConfig(foreignTable).name,
          to: foreignColumns[0]?.name ?? '',
          on_delete: (key.onDelete ?? 'no action').toUpperCase(),
        };
      });
      const byColumn = (a: Record<string, string>, b: Record<string, string>) =>
        (a.from ?? '') < (b.from ?? '') ? -1 : 1;
      expect(declared.sort(byColumn)).toEqual(found.sort(byColumn));
    },
  );

  it('knows every table of the file: a new one is journaled, or stands here as derived or bookkeeping', () => {
    const sql = `SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;
    const found = openTestBook().book.sqlite.prepare<[], string>(sql).pluck().all();
    const known = [
      ...tables.map((table) => getTableConfig(table).name),
      'customer_search',
      'customer_facets',
      'customer_facet_counts',
    ];
    expect(found.sort()).toEqual(known.sort());
  });

  it('has the columns of the view that history reads', () => {
    const { selectedFields, name } = getViewConfig(journal);
    expect(Object.keys(selectedFields)).toHaveLength(columnInfo(name).length);
  });
});

describe('the file', () => {
  const { book } = openTestBook();
  const list = (sql: string) => book.sqlite.prepare(sql).all();

  it('is STRICT throughout', () => {
    const sql = `SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;
    expect(list(sql)).toEqual([]);
  });

  it('has an index for every foreign key', () => {
    const missing = journaledTables
      .map((table) => getTableConfig(table).name)
      .flatMap((table) =>
        list(`SELECT '${table}' AS "table", fk."from" FROM pragma_foreign_key_list('${table}') fk
          WHERE NOT EXISTS (
            SELECT 1 FROM pragma_index_list('${table}') il JOIN pragma_index_info(il.name) ii
            WHERE ii.seqno = 0 AND ii.name = fk."from")`),
      );
    expect(missing).toEqual([]);
  });

  it.each(thingTables.map((table) => [getTableConfig(table).name]))(
    '%s has a bin and says who changed it and when',
    (name) => {
      const columns = columnInfo(name).map((column) => column.name);
      expect(columns).toEqual(
        expect.arrayContaining(['id', 'created_at', 'created_by', 'updated_at', 'updated_by', 'deleted_at']),
      );
    },
  );

  it.each([...factTables, ...logTables].map((table) => [getTableConfig(table).name]))('%s is written once', (name) => {
    const columns = columnInfo(name).map((column) => column.name);
    expect(columns).toEqual(expect.arrayContaining(['id', 'created_at', 'created_by']));
    expect(columns).not.toContain('updated_at');
    expect(columns).not.toContain('deleted_at');
  });
});
