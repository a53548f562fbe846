import type { Sqlite } from '../connection.ts';
import type { StoredFile } from './stored-files.ts';

/**
 * Every file that a row of this book names, those in the bin included, because undo brings them back. None in a book that
 * is older than attachments. What is no hash names nothing that could be kept.
 */
export function attachedFiles(sqlite: Sqlite): readonly StoredFile[] {
  if (!knowsAttachments(sqlite)) return [];
  return sqlite
    .prepare<[], StoredFile>(
      `SELECT sha256, max(size_bytes) AS bytes FROM attachments
       WHERE length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*' GROUP BY sha256 ORDER BY sha256`,
    )
    .all();
}

/** Attachments that are not in the bin. */
export function countAttachments(sqlite: Sqlite): number {
  if (!knowsAttachments(sqlite)) return 0;
  return sqlite.prepare<[], number>('SELECT count(*) FROM attachments WHERE deleted_at IS NULL').pluck().get() ?? 0;
}

function knowsAttachments(sqlite: Sqlite): boolean {
  const sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'attachments'";
  return sqlite.prepare(sql).get() !== undefined;
}
