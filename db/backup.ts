import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupManifest } from '../src-shared/backups/backup-manifest.ts';
import type { Backup, BackupReason } from '../src-shared/backups/backups-contract.ts';
import { backupsKept, expendableBackups } from '../src-shared/backups/kept-backups.ts';
import type { AppError } from '../src-shared/core/app-error.ts';
import type { Id } from '../src-shared/core/id.ts';
import { type Instant, instantToMs, localParts } from '../src-shared/core/instant.ts';
import { err, ok, type Result } from '../src-shared/core/result.ts';
import { type BackupDisk, realDisk } from './backups/backup-disk.ts';
import { type CopyFacts, readCopy } from './backups/backup-facts.ts';
import { lackingFiles, removeUnnamedFiles, saveFiles } from './backups/backup-files.ts';
import {
  backupEnding,
  backupPath,
  findBackups,
  manifestEnding,
  readManifest,
  unfinishedEnding,
} from './backups/backup-folder.ts';
import { sha256OfFile } from './backups/sha256.ts';
import { connect } from './connection.ts';
import { type StorageError, storageError, storageErrorOf, storageFailures } from './storage-error.ts';

export interface BackupRequest {
  /** Made when it is not there. */
  readonly folder: string;
  readonly reason: BackupReason;
  readonly now: Instant;
  /** How many good ones of this book stay; default 14. */
  readonly keep?: number;
  /** Replaced in tests. */
  readonly disk?: BackupDisk;
}

export interface WatchedBackupRequest extends BackupRequest {
  /** Pages copied and pages in all; the checks after the copy are not counted. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Attachments brought into the backup folder and those of the book in all. */
  readonly onFile?: (done: number, total: number) => void;
  /** Asked with each progress; true: nothing is left behind. */
  readonly isCancelled?: () => boolean;
}

/** 4 MB a step: about 3 ms, so that a caller on the main thread stays awake. */
const pagesPerStep = 1_000;

/**
 * Copies an open book while others write to it: the copy is the book as it was when this began. Uses a connection of
 * its own and runs in any thread; the checks at the end read the whole copy (2 s for 459 MB), so give it a job's.
 * The copy counts only once every page was checked and it lies on the disk under its name; older ones are removed last,
 * so that a full disk never costs the last good one.
 */
export async function makeBackup(bookPath: string, request: WatchedBackupRequest): Promise<Result<Backup, AppError>> {
  const unfinished = unfinishedPath(request);
  const remove = (request.disk ?? realDisk).remove;
  try {
    mkdirSync(request.folder, { recursive: true });
    removeForgotten(request, remove);
    await copyPages(bookPath, unfinished, request);
    return finish(bookPath, unfinished, request);
  } catch (error) {
    if (error instanceof Cancelled) return err({ kind: 'cancelled' });
    const known = storageErrorOf(error);
    if (!known) throw error;
    return err(known);
  } finally {
    removeCopy(unfinished, remove);
  }
}

/** As makeBackup, for a book that nobody writes and whose log is empty: before a migration. Blocks. */
export function makeBackupOfClosedBook(bookPath: string, request: BackupRequest): Result<Backup, StorageError> {
  const unfinished = unfinishedPath(request);
  const remove = (request.disk ?? realDisk).remove;
  return storageFailures(() => {
    try {
      mkdirSync(request.folder, { recursive: true });
      removeForgotten(request, remove);
      copyFileSync(bookPath, unfinished);
      return finish(bookPath, unfinished, request);
    } finally {
      removeCopy(unfinished, remove);
    }
  });
}

/** The newest first; with `bookId` only that book's and those that cannot say whose they are. */
export function listBackups(folder: string, bookId: Id | null): Result<readonly Backup[], StorageError> {
  return storageFailures(() =>
    ok(findBackups(folder, bookId).map(({ bookId: _bookId, manifest: _manifest, ...backup }): Backup => backup)),
  );
}

/** Reads every byte of the copy and of its attachments. Blocks as long as that takes: give it a job's thread. */
export function verifyBackup(folder: string, fileName: string): Result<Backup['state'], StorageError> {
  return storageFailures(() => {
    const state = verifyCopy(folder, fileName);
    if (!state.ok || state.value === 'damaged') return state;
    return lackingFiles(folder, backupPath(folder, fileName)).length === 0 ? state : ok('files_missing');
  });
}

/** As verifyBackup, for the copy of the book alone. */
export function verifyCopy(folder: string, fileName: string): Result<Backup['state'], StorageError> {
  const path = backupPath(folder, fileName);
  if (!existsSync(path)) return storageError('file_missing');
  return storageFailures(() => {
    const manifest = readManifest(path);
    const isWhole =
      manifest === null || (manifest.bytes === statSync(path).size && manifest.sha256 === sha256OfFile(path));
    if (!isWhole || readCopy(path, true) === null) return ok('damaged');
    return ok(manifest ? 'good' : 'missing_manifest');
  });
}

class Cancelled extends Error {}

async function copyPages(from: string, to: string, request: WatchedBackupRequest): Promise<void> {
  // Not read-only: such a connection would leave -wal and -shm behind if it is the last to close.
  const sqlite = connect(from, 'write');
  try {
    // One read transaction for the whole copy. Without it each write by another connection starts the copy anew.
    sqlite.exec('BEGIN');
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
    await sqlite.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        if (request.isCancelled?.()) throw new Cancelled('backup was cancelled');
        request.onProgress?.(totalPages - remainingPages, totalPages);
        return pagesPerStep;
      },
    });
    sqlite.exec('COMMIT');
  } finally {
    sqlite.close();
  }
}

function finish(bookPath: string, unfinished: string, request: WatchedBackupRequest): Result<Backup, StorageError> {
  const disk = request.disk ?? realDisk;
  leaveWriteAheadMode(unfinished);
  const facts = readCopy(unfinished, true);
  if (!facts) return storageError('damaged', 'copy');
  disk.sync(unfinished);
  const { folder, now } = request;
  const onFile = (done: number, total: number) => {
    if (request.isCancelled?.()) throw new Cancelled('backup was cancelled');
    request.onFile?.(done, total);
  };
  saveFiles({ bookPath, copyPath: unfinished, folder, now, disk, onFile });
  const fileName = freeName(request, facts.timeZone);
  const path = join(folder, fileName);
  const manifest = manifestOf(unfinished, facts, request);
  putInPlace(unfinished, path, manifest, disk);
  if (removeOld(fileName, facts, request, disk)) removeUnnamedFiles(folder, now, disk);
  const { at, reason, bytes, customers, followUps, attachments, lastFollowUpAt, appVersion } = manifest;
  return ok({
    fileName,
    at,
    reason,
    bytes,
    customers,
    followUps,
    attachments,
    lastFollowUpAt,
    appVersion,
    state: 'good',
  });
}

/** The manifest first: a copy that has its name also has what tells that it is whole. */
function putInPlace(unfinished: string, path: string, manifest: BackupManifest, disk: BackupDisk): void {
  const beside = path + manifestEnding;
  try {
    disk.write(beside + unfinishedEnding, `${JSON.stringify(manifest, null, 2)}\n`);
    disk.sync(beside + unfinishedEnding);
    disk.rename(beside + unfinishedEnding, beside);
    disk.rename(unfinished, path);
  } catch (error) {
    for (const leftOver of [beside + unfinishedEnding, beside]) disk.remove(leftOver);
    throw error;
  }
  disk.syncFolderOf(path);
}

/** One file that reads anywhere, also from a write-protected stick; opening a restored book sets the mode again. */
function leaveWriteAheadMode(path: string): void {
  const sqlite = connect(path, 'write');
  try {
    const mode = sqlite.pragma('journal_mode = DELETE', { simple: true });
    if (mode !== 'delete') throw new Error(`the copy stays in journal mode ${String(mode)}`);
  } finally {
    sqlite.close();
  }
}

function manifestOf(path: string, facts: CopyFacts, { now, reason }: BackupRequest): BackupManifest {
  const { timeZone: _timeZone, ...counted } = facts;
  return { format: 1, at: now, reason, bytes: statSync(path).size, sha256: sha256OfFile(path), ...counted };
}

/** `keben-20260305-160000-daily.keben`, by the book's own clock. */
function freeName({ folder, reason, now }: BackupRequest, timeZone: string): string {
  const { day, time } = localParts(now, timeZone);
  const stem = `keben-${day.replaceAll('-', '')}-${time.replace(':', '')}${now.slice(17, 19)}-${reason}`;
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}${backupEnding}`;
    if (!existsSync(join(folder, name)) && !existsSync(join(folder, name + manifestEnding))) return name;
  }
}

function unfinishedPath({ folder, now, reason }: BackupRequest): string {
  return join(folder, `keben-${now.replaceAll(/\D/g, '')}-${reason}-${process.pid}${unfinishedEnding}`);
}

/** Only good copies are counted and removed: one that is damaged never takes a good one's place. True: some were removed. */
function removeOld(made: string, facts: CopyFacts, { folder, keep }: BackupRequest, disk: BackupDisk): boolean {
  const good = findBackups(folder, facts.bookId).filter(
    ({ state, bookId }) => state === 'good' && bookId === facts.bookId,
  );
  const newest = good.find(({ fileName }) => fileName === made);
  if (!newest) throw new Error(`${made} was just written and is not in its folder`);
  const expendable = expendableBackups(good, newest, keep ?? backupsKept, facts.timeZone);
  for (const { fileName } of expendable) {
    try {
      disk.remove(join(folder, fileName));
      disk.remove(join(folder, fileName + manifestEnding));
    } catch (error) {
      // Held open by another program, or write-protected: the new copy is good all the same, the next one tries again.
      if (!storageErrorOf(error)) throw error;
    }
  }
  return expendable.length > 0;
}

/** A copy in the making whose program was killed is never finished; an hour later nobody works on it. */
function removeForgotten({ folder, now }: BackupRequest, remove: BackupDisk['remove']): void {
  for (const name of readdirSync(folder)) {
    const isOurs = name.startsWith('keben-') && name.includes(unfinishedEnding);
    const path = join(folder, name);
    if (isOurs && instantToMs(now) - statSync(path).mtimeMs > 3_600_000) remove(path);
  }
}

function removeCopy(unfinished: string, remove: BackupDisk['remove']): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) remove(unfinished + suffix);
}
