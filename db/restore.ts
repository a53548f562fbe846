import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '../src-shared/core/app-error.ts';
import { type Instant, localParts } from '../src-shared/core/instant.ts';
import { err, ok, type Result } from '../src-shared/core/result.ts';
import { makeBackup, verifyCopy } from './backup.ts';
import { realDisk } from './backups/backup-disk.ts';
import { bringFilesBack } from './backups/backup-files.ts';
import { backupEnding, backupPath } from './backups/backup-folder.ts';
import { sha256OfFile } from './backups/sha256.ts';
import { connect } from './connection.ts';
import { syncFile, syncFolderOf } from './durable-files.ts';
import { readFileHeader } from './file-header.ts';
import { loadMigrations } from './migrate.ts';
import { applicationId } from './new-book.ts';
import { checkEveryPage } from './start-check.ts';
import { storageError, storageErrorOf } from './storage-error.ts';

export interface RestoreRequest {
  /** The book's path; closed by everyone. It may be damaged or missing. */
  readonly bookPath: string;
  readonly folder: string;
  /** Of the backup, in `folder`. */
  readonly fileName: string;
  readonly now: Instant;
  readonly migrationsFolder: string;
}

export interface Restored {
  /** The copy of the book as it was, in the same folder: restoring it takes the restore back. Null: there was no book. */
  readonly savedAs: string | null;
  /** Attachments whose bytes lie neither beside the book nor in the backup folder. */
  readonly missingFiles: number;
}

/**
 * Puts a backup in the book's place. First the backup is read whole and the present book is copied; then one rename
 * swaps them, so that a crash at any moment leaves either the old book or the restored one. A backup by an older Keben
 * is brought up to date when the book is opened.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Result<Restored, AppError>> {
  try {
    const refused = refusal(request);
    if (refused) return refused;
    const saved = await setAside(request);
    return saved.ok ? swap(request, saved.value) : saved;
  } catch (error) {
    const known = storageErrorOf(error);
    if (!known) throw error;
    return err(known);
  }
}

function refusal({ folder, fileName, migrationsFolder }: RestoreRequest): ReturnType<typeof storageError> | null {
  const path = backupPath(folder, fileName);
  const header = readFileHeader(path);
  if (header.kind === 'missing') return storageError('file_missing');
  if (header.kind !== 'sqlite') return storageError('damaged', header.kind);
  if (header.applicationId !== applicationId) return storageError('not_a_book');
  if (header.userVersion > loadMigrations(migrationsFolder).length) return storageError('newer_version');
  const state = verifyCopy(folder, fileName);
  return state.ok && state.value === 'damaged' ? storageError('damaged', 'backup') : null;
}

/** Copies the present book into the folder: as a backup when it is whole, else its files as they are. */
async function setAside(request: RestoreRequest): Promise<Result<string | null, AppError>> {
  const { bookPath, folder, now } = request;
  const header = readFileHeader(bookPath);
  if (header.kind === 'missing') return ok(null);
  const isBook = header.kind === 'sqlite' && header.applicationId === applicationId && !header.isCutShort;
  if (!isBook) return ok(copyAsItIs(request));
  // Opening the book lets SQLite read the log into the file and take it away. If the book then proves damaged,
  // what can be saved may be in the log: it is copied before.
  const asItWas = header.hasLog ? copyAsItIs(request) : null;
  if (!isWhole(bookPath)) return ok(asItWas ?? copyAsItIs(request));
  // keep: nothing is removed now, least of all the backup that is about to be restored.
  const saved = await makeBackup(bookPath, { folder, now, reason: 'before_restore', keep: Number.MAX_SAFE_INTEGER });
  // Every page is readable and yet it is no book: a table is gone.
  if (!saved.ok && saved.error.kind === 'storage' && saved.error.reason === 'damaged') {
    return ok(asItWas ?? copyAsItIs(request));
  }
  if (asItWas) for (const ending of fileEndings) rmSync(join(folder, asItWas + ending), { force: true });
  if (!saved.ok) return saved;
  // The last connection to close takes the log away: one that stays belongs to somebody who still writes.
  return existsSync(`${bookPath}-wal`) ? storageError('file_in_use') : ok(saved.value.fileName);
}

/** Also brings what a crash left in the log into the file. */
function isWhole(bookPath: string): boolean {
  try {
    const sqlite = connect(bookPath, 'write');
    try {
      return checkEveryPage(sqlite) === null;
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (storageErrorOf(error)?.reason === 'damaged') return false;
    throw error;
  }
}

/** A book and its log; -shm holds nothing that is not in them. */
const fileEndings = ['', '-wal'];

function copyAsItIs({ bookPath, folder, now }: RestoreRequest): string {
  const { day, time } = localParts(now, 'UTC');
  const stem = `keben-${day.replaceAll('-', '')}-${time.replace(':', '')}${now.slice(17, 19)}-damaged`;
  mkdirSync(folder, { recursive: true });
  const taken = new Set(readdirSync(folder));
  let fileName = stem + backupEnding;
  for (let number = 2; taken.has(fileName); number += 1) fileName = `${stem}-${number}${backupEnding}`;
  for (const ending of fileEndings) {
    if (!existsSync(bookPath + ending)) continue;
    copyFileSync(bookPath + ending, join(folder, fileName + ending));
    syncFile(join(folder, fileName + ending));
  }
  syncFolderOf(join(folder, fileName));
  return fileName;
}

function swap({ bookPath, folder, fileName }: RestoreRequest, savedAs: string | null): Result<Restored, AppError> {
  const backup = backupPath(folder, fileName);
  const incoming = `${bookPath}.restoring`;
  // First, and never in the way: beside the present book they are only files that nothing names yet.
  const missingFiles = bringFilesBack(folder, backup, bookPath, realDisk);
  copyFileSync(backup, incoming);
  syncFile(incoming);
  if (sha256OfFile(incoming) !== sha256OfFile(backup)) return storageError('damaged', 'copy');
  // A log of the old book beside the restored one would be read into it. Its content lies in the copy just made.
  for (const ending of ['-wal', '-shm']) rmSync(bookPath + ending, { force: true });
  renameSync(incoming, bookPath);
  syncFolderOf(bookPath);
  return ok({ savedAs, missingFiles });
}
