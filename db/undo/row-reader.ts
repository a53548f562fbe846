import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import type { Stored, StoredRow, TableShape } from '../table-shape.ts';

type Get = (...values: Stored[]) => StoredRow | undefined;

/** Rows as they are stored, by statements that are prepared once per table. */
export class RowReader {
  readonly #db: ReadDb;
  readonly #gets = new Map<string, Get>();
  readonly #lists = new Map<string, { all(id: Id): Id[] }>();
  readonly #twins = new Map<string, { readonly columns: readonly string[]; readonly get: Get }[]>();

  constructor(db: ReadDb) {
    this.#db = db;
  }

  /** In the bin or not; null when there is no such row. */
  read(shape: TableShape, id: Id): StoredRow | null {
    return this.#get(`SELECT * FROM ${shape.name} WHERE id = ?`)(id) ?? null;
  }

  /** As read, with only `id` and, of a thing, `deleted_at`: a third of the cost. */
  glance(shape: TableShape, id: Id): StoredRow | null {
    const columns = shape.kind === 'thing' ? 'id, deleted_at' : 'id';
    return this.#get(`SELECT ${columns} FROM ${shape.name} WHERE id = ?`)(id) ?? null;
  }

  /** Rows of a table whose `column` refers to `id`, in the bin or not. */
  pointing(table: string, column: string, id: Id): readonly Id[] {
    const sql = `SELECT id FROM ${table} WHERE ${column} = ?`;
    let statement = this.#lists.get(sql);
    if (!statement) {
      statement = this.#db.sqlite.prepare<[Id], Id>(sql).pluck();
      this.#lists.set(sql, statement);
    }
    return statement.all(id);
  }

  /** Other rows that hold what must be unique: the tag is on the customer again. */
  twinsOf(shape: TableShape, row: StoredRow): readonly Id[] {
    let twins = this.#twins.get(shape.name);
    if (!twins) {
      twins = this.#uniqueColumns(shape).map((columns) => ({
        columns,
        get: this.#prepare(
          `SELECT id FROM ${shape.name} WHERE ${columns.map((column) => `${column} = ?`).join(' AND ')}`,
        ),
      }));
      this.#twins.set(shape.name, twins);
    }
    return twins.flatMap(({ columns, get }) => {
      const id = get(...columns.map((column) => row[column] ?? null))?.id;
      return typeof id === 'string' ? [id] : [];
    });
  }

  #uniqueColumns(shape: TableShape): readonly (readonly string[])[] {
    const indexes = this.#db.sqlite
      .prepare<[string], string>(`SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 AND origin <> 'pk'`)
      .pluck()
      .all(shape.name);
    const columnsOf = this.#db.sqlite.prepare<[string], string>('SELECT name FROM pragma_index_info(?)').pluck();
    return indexes.map((index) => columnsOf.all(index));
  }

  #get(sql: string): Get {
    let get = this.#gets.get(sql);
    if (!get) {
      get = this.#prepare(sql);
      this.#gets.set(sql, get);
    }
    return get;
  }

  #prepare(sql: string): Get {
    const statement = this.#db.sqlite.prepare<Stored[], StoredRow>(sql);
    return (...values) => statement.get(...values);
  }
}
