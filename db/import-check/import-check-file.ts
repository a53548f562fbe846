import Database from 'better-sqlite3';
import type { ImportQuestion } from '../../src-shared/files-in/import-problem.ts';
import type { ImportRow, ImportRowResult } from '../../src-shared/files-in/imports-contract.ts';
import type { CountedReason } from '../../src-shared/files-in/row-reason.ts';
import type { SheetRow } from '../../src-shared/files-in/sheet-cell.ts';
import type { Sqlite } from '../connection.ts';
import { packedSource, packedView, unpackedSource, unpackedView } from './packed-row.ts';

/**
 * What the check step of an import found, row by row, in a throw-away file of its own beside the staged sheet.
 * Nothing of the book is in danger here: the file is made anew by every check, is never backed up, and a crash
 * just leaves a file that the next start sweeps away. So it trades durability for speed, and is not journaled.
 */
export interface ImportCheckFile {
  readonly sqlite: Sqlite;
  close(): void;
}

/** One row of the sheet as checked. `draft` is what commit will write, as JSON; null for rows that write nothing. */
export interface CheckedRow {
  readonly view: ImportRow;
  readonly draft: string | null;
  /** What may make rows one customer: each row is checked again together with all that share a key with it. */
  readonly keys: readonly string[];
  /** The row as read from the sheet: a correction is laid over it. */
  readonly source: SheetRow;
  /** Why the row has its result, and what was mended: what the side list groups by. */
  readonly reasons: readonly { readonly group: ImportRowResult | 'notice'; readonly reason: CountedReason }[];
}

/** What the user did to a row in the check grid; laid over the sheet when the row is checked again. */
export interface RowAnswers {
  readonly edits: Readonly<Record<string, string>>;
  readonly decision: 'create' | 'update' | 'skip' | null;
  readonly customerId: string | null;
}

const schema = `
  CREATE TABLE rows (
    row    INTEGER PRIMARY KEY,
    result TEXT NOT NULL,
    view   TEXT NOT NULL,
    draft  TEXT,
    source TEXT NOT NULL
  ) STRICT;
  CREATE TABLE row_keys (key TEXT NOT NULL, row INTEGER NOT NULL) STRICT;
  CREATE TABLE reasons (
    grp    TEXT NOT NULL,
    reason TEXT NOT NULL,
    row    INTEGER NOT NULL,
    PRIMARY KEY (grp, reason, row)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE questions (
    field   TEXT NOT NULL,
    problem TEXT NOT NULL,
    row     INTEGER NOT NULL,
    PRIMARY KEY (field, problem, row)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE fields (field TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE answers (row INTEGER PRIMARY KEY, answers TEXT NOT NULL) STRICT;
`;

const indexes = `
  CREATE INDEX IF NOT EXISTS rows_result ON rows(result, row);
  CREATE INDEX IF NOT EXISTS row_keys_key ON row_keys(key);
  CREATE INDEX IF NOT EXISTS row_keys_row ON row_keys(row);
  CREATE INDEX IF NOT EXISTS reasons_row ON reasons(row);
`;

const dropIndexes = ['rows_result', 'row_keys_key', 'row_keys_row', 'reasons_row']
  .map((name) => `DROP INDEX IF EXISTS ${name}`)
  .join('; ');

/** Makes the file, or opens the one there is. Answers already given stay. */
export function openImportCheckFile(path: string): ImportCheckFile {
  const sqlite = new Database(path);
  // A row takes half a page of the usual size: a sixth of the file would be room that nothing fits into.
  sqlite.pragma('page_size = 16384');
  sqlite.pragma('journal_mode = MEMORY');
  sqlite.pragma('synchronous = OFF');
  if (sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'rows'").get() === undefined) sqlite.exec(schema);
  return { sqlite, close: () => sqlite.close() };
}

/** Puts all rows of a fresh check in, in one go; the rows of an earlier check are gone, its answers stay. */
export function writeChecked(file: ImportCheckFile, rows: Iterable<CheckedRow>): void {
  const { sqlite } = file;
  sqlite.exec(
    `BEGIN; ${dropIndexes}; DELETE FROM rows; DELETE FROM reasons; DELETE FROM row_keys; DELETE FROM questions; DELETE FROM fields`,
  );
  try {
    const put = putterInto(sqlite);
    for (const row of rows) put(row);
    sqlite.exec(`${indexes}; COMMIT`);
  } finally {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
  }
}

/** Replaces some rows after the user corrected a cell or decided. */
export function replaceChecked(file: ImportCheckFile, rows: readonly CheckedRow[]): void {
  file.sqlite.transaction(() => {
    const drops = ['rows', 'reasons', 'row_keys', 'questions'].map((table) =>
      file.sqlite.prepare(`DELETE FROM ${table} WHERE row = ?`),
    );
    const put = putterInto(file.sqlite);
    for (const row of rows) {
      for (const drop of drops) drop.run(row.view.row);
      put(row);
    }
  })();
}

function putterInto(sqlite: Sqlite): (row: CheckedRow) => void {
  const insertRow = sqlite.prepare('INSERT INTO rows (row, result, view, draft, source) VALUES (?, ?, ?, ?, ?)');
  const insertReason = sqlite.prepare('INSERT OR IGNORE INTO reasons (grp, reason, row) VALUES (?, ?, ?)');
  const insertKey = sqlite.prepare('INSERT INTO row_keys (key, row) VALUES (?, ?)');
  const insertQuestion = sqlite.prepare('INSERT OR IGNORE INTO questions (field, problem, row) VALUES (?, ?, ?)');
  const insertField = sqlite.prepare('INSERT OR IGNORE INTO fields (field) VALUES (?)');
  const fields = new Set<string>();
  return ({ view, draft, source, keys, reasons }) => {
    insertRow.run(view.row, view.result, packedView(view), draft, packedSource(source));
    for (const key of keys) insertKey.run(key, view.row);
    for (const { group, reason } of reasons) insertReason.run(group, reason, view.row);
    for (const { field, problem, mark } of view.cells) {
      if (problem !== null && mark === 'question') insertQuestion.run(field, problem, view.row);
      if (fields.has(field)) continue;
      fields.add(field);
      insertField.run(field);
    }
  };
}

export interface RowFilter {
  readonly result: ImportRowResult | 'problems' | null;
  readonly reason: string | null;
}

/** A page of checked rows in the sheet's order, and how many there are in all. */
export function checkedRows(
  file: ImportCheckFile,
  filter: RowFilter,
  page: { readonly offset: number; readonly limit: number },
): { rows: ImportRow[]; total: number } {
  const { where, values } = conditionOf(filter);
  const total = file.sqlite
    .prepare(`SELECT count(*) FROM rows WHERE ${where}`)
    .pluck()
    .get(...values);
  const views = file.sqlite
    .prepare(`SELECT view FROM rows WHERE ${where} ORDER BY row LIMIT ? OFFSET ?`)
    .pluck()
    .all(...values, page.limit, page.offset);
  return { rows: views.map(unpackedView), total: Number(total) };
}

function conditionOf(filter: RowFilter): { where: string; values: string[] } {
  const parts = ['1'];
  const values: string[] = [];
  if (filter.result === 'problems') parts.push("result IN ('error', 'question')");
  else if (filter.result) {
    parts.push('result = ?');
    values.push(filter.result);
  }
  if (filter.reason) {
    parts.push('row IN (SELECT row FROM reasons WHERE reason = ?)');
    values.push(filter.reason);
  }
  return { where: parts.join(' AND '), values };
}

export interface CheckedCounts {
  readonly byResult: ReadonlyMap<string, number>;
  /** Most frequent first. */
  readonly reasons: readonly {
    readonly group: ImportRowResult | 'notice';
    readonly reason: CountedReason;
    readonly rows: number;
  }[];
  readonly willWrite: number;
  /** Fields that any row shows. */
  readonly fields: readonly string[];
  readonly columnQuestions: readonly {
    readonly field: string;
    readonly problem: ImportQuestion;
    readonly rows: number;
  }[];
}

/** Rows per result, reason and question. */
export function checkedCounts({ sqlite }: ImportCheckFile): CheckedCounts {
  // Safe, all of them: the tables are our own and STRICT, and only writeChecked fills them.
  const results = sqlite.prepare('SELECT result, count(*) AS rows FROM rows GROUP BY result').all() as {
    result: string;
    rows: number;
  }[];
  const reasons = sqlite
    .prepare(
      'SELECT grp AS "group", reason, count(*) AS rows FROM reasons GROUP BY grp, reason ORDER BY rows DESC, reason',
    )
    .all() as CheckedCounts['reasons'];
  const columnQuestions = sqlite
    .prepare('SELECT field, problem, count(*) AS rows FROM questions GROUP BY field, problem ORDER BY field, problem')
    .all() as CheckedCounts['columnQuestions'];
  const byResult = new Map(results.map(({ result, rows }) => [result, rows]));
  return {
    byResult,
    reasons,
    willWrite: (byResult.get('new') ?? 0) + (byResult.get('update') ?? 0),
    fields: sqlite.prepare('SELECT field FROM fields').pluck().all() as string[],
    columnQuestions,
  };
}

/** A row as the grid shows it; null: there is none of that number. */
export function checkedRow(file: ImportCheckFile, row: number): ImportRow | null {
  const view = file.sqlite.prepare('SELECT view FROM rows WHERE row = ?').pluck().get(row);
  return view === undefined ? null : unpackedView(view);
}

/** The sheet's row as it was read; null: there is none of that number. */
export function sourceOf(file: ImportCheckFile, row: number): SheetRow | null {
  const source = file.sqlite.prepare('SELECT source FROM rows WHERE row = ?').pluck().get(row);
  return typeof source === 'string' ? unpackedSource(row, source) : null;
}

/**
 * The row, and every row that shares a key with it or with `keys`, and those that share one with these, and so on:
 * what must be checked again together. Sorted.
 */
export function rowsTogetherWith(file: ImportCheckFile, row: number, keys: readonly string[]): number[] {
  const byKey = file.sqlite.prepare('SELECT row FROM row_keys WHERE key = ?').pluck();
  const ofRow = file.sqlite.prepare('SELECT key FROM row_keys WHERE row = ?').pluck();
  const rows = new Set([row]);
  const seen = new Set<string>();
  const open = [...keys, ...(ofRow.all(row) as string[])];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    for (const other of byKey.all(key) as number[]) {
      if (rows.has(other)) continue;
      rows.add(other);
      open.push(...(ofRow.all(other) as string[]));
    }
  }
  return [...rows].sort((a, b) => a - b);
}

/** How many records commit writes, and how many of them make a customer. */
export function acceptedCount({ sqlite }: ImportCheckFile): { readonly all: number; readonly isNew: number } {
  const count = `SELECT count(*) AS "all", count(*) FILTER (WHERE result = 'new') AS isNew FROM rows WHERE ${isAccepted}`;
  // Safe: two counts.
  return sqlite.prepare(count).get() as { all: number; isNew: number };
}

/** What commit writes, as JSON, in the sheet's order. A large sheet's are never all in memory. */
export function* acceptedDrafts({ sqlite }: ImportCheckFile): Generator<string> {
  const drafts = sqlite.prepare(`SELECT draft FROM rows WHERE ${isAccepted} ORDER BY row`).pluck();
  // Safe: a text column, not null by isAccepted.
  yield* drafts.iterate() as IterableIterator<string>;
}

const isAccepted = "result IN ('new', 'update') AND draft IS NOT NULL";

/** Every row that stays out because of an error or an open question, as it was read, with its reasons. */
export function* problemRows(file: ImportCheckFile): Generator<{ source: SheetRow; reasons: string[] }> {
  const rows = file.sqlite
    .prepare(
      `SELECT row, source, (SELECT json_group_array(reason) FROM reasons WHERE reasons.row = rows.row AND grp <> 'notice') AS reasons
       FROM rows WHERE result = 'error' OR result = 'question' ORDER BY row`,
    )
    .iterate() as IterableIterator<{ row: number; source: string; reasons: string }>;
  for (const { row, source, reasons } of rows)
    yield { source: unpackedSource(row, source), reasons: JSON.parse(reasons) as string[] };
}

export function allAnswers(file: ImportCheckFile): ReadonlyMap<number, RowAnswers> {
  const rows = file.sqlite.prepare('SELECT row, answers FROM answers').all() as { row: number; answers: string }[];
  return new Map(rows.map(({ row, answers }) => [row, JSON.parse(answers) as RowAnswers]));
}

export function answersOf(file: ImportCheckFile, row: number): RowAnswers {
  const found = file.sqlite.prepare('SELECT answers FROM answers WHERE row = ?').pluck().get(row);
  return typeof found === 'string'
    ? (JSON.parse(found) as RowAnswers)
    : { edits: {}, decision: null, customerId: null };
}

export function keepAnswers(file: ImportCheckFile, row: number, answers: RowAnswers): void {
  file.sqlite.prepare('INSERT OR REPLACE INTO answers (row, answers) VALUES (?, ?)').run(row, JSON.stringify(answers));
}

/** Answers belong to a mapping: another mapping makes them meaningless. */
export function forgetAnswers(file: ImportCheckFile): void {
  file.sqlite.exec('DELETE FROM answers');
}
