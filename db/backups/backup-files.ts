import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../src-shared/core/instant.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import { attachedFiles } from '../attachments/attached-files.ts';
import {
  filesFolderOf,
  forgottenCopies,
  hasFile,
  isOlder,
  markAsWanted,
  type StoredFile,
  storedHashes,
  storedPath,
} from '../attachments/stored-files.ts';
import { readWithoutTrace } from '../read-without-trace.ts';
import { storageErrorOf } from '../storage-error.ts';
import type { BackupDisk } from './backup-disk.ts';
import { backupEnding, readManifest } from './backup-folder.ts';
import { sha256OfFile } from './sha256.ts';

/**
 * The attachments of all backups in a folder lie in one store beside them, each once (docs/adr/0010). Which a backup
 * needs, its own rows say: a second list could only disagree with them.
 */
export function backupFilesFolder(folder: string): string {
  return join(folder, 'files');
}

export interface SaveFilesRequest {
  readonly bookPath: string;
  /** The copy of the book that is to become a backup. */
  readonly copyPath: string;
  readonly folder: string;
  readonly now: Instant;
  readonly disk: BackupDisk;
  /** Before each file; may throw to stop. */
  readonly onFile: (done: number, total: number) => void;
}

/**
 * Brings what the copy names into the store. A file that is gone from beside the book is no reason to go without a
 * backup of all else: checking the backup says it. Throws the system's error when the store cannot be written.
 */
export function saveFiles({ bookPath, copyPath, folder, now, disk, onFile }: SaveFilesRequest): void {
  const store = backupFilesFolder(folder);
  const files = filesOfCopy(copyPath);
  for (const [done, file] of files.entries()) {
    onFile(done, files.length);
    if (hasFile(store, file)) markAsWanted(storedPath(store, file.sha256), instantToMs(now));
    else disk.copyStored(filesFolderOf(bookPath), store, file);
  }
}

/** Those of the backup's files that are not in the store, or no longer what they were; reads every byte of them. */
export function lackingFiles(folder: string, backup: string): readonly StoredFile[] {
  const store = backupFilesFolder(folder);
  return filesOfCopy(backup).filter(
    (file) => !hasFile(store, file) || sha256OfFile(storedPath(store, file.sha256)) !== file.sha256,
  );
}

/** Puts beside the book what is missing there. The count of those that the store does not have either. */
export function bringFilesBack(folder: string, backup: string, bookPath: string, disk: BackupDisk): number {
  const beside = filesFolderOf(bookPath);
  const missing = filesOfCopy(backup).filter((file) => !hasFile(beside, file));
  return missing.filter((file) => !disk.copyStored(backupFilesFolder(folder), beside, file)).length;
}

/**
 * After backups were removed: takes away what none of the others names. A backup that should be readable and is not
 * (another program holds it) keeps everything; what came in the last hour may belong to one that is being made.
 */
export function removeUnnamedFiles(folder: string, now: Instant, disk: BackupDisk): void {
  const store = backupFilesFolder(folder);
  const hashes = storedHashes(store);
  if (hashes.length === 0) return;
  const named = namedByBackups(folder);
  if (!named) return;
  const nowMs = instantToMs(now);
  const unnamed = hashes.filter((hash) => !named.has(hash)).map((hash) => storedPath(store, hash));
  for (const path of [...unnamed.filter((path) => isOlder(path, nowMs)), ...forgottenCopies(store, nowMs)]) {
    try {
      disk.remove(path);
    } catch (error) {
      if (!storageErrorOf(error)) throw error;
    }
  }
}

function namedByBackups(folder: string): ReadonlySet<string> | null {
  const named = new Set<string>();
  for (const name of readdirSync(folder).filter((name) => name.endsWith(backupEnding))) {
    const path = join(folder, name);
    const files = tryFilesOf(path);
    // Without a manifest and unreadable: no backup, a damaged book that was set aside. Its files are still beside the book.
    if (!files && readManifest(path)) return null;
    for (const { sha256 } of files ?? []) named.add(sha256);
  }
  return named;
}

function tryFilesOf(path: string): readonly StoredFile[] | null {
  try {
    return filesOfCopy(path);
  } catch {
    // Whatever SQLite stumbles over: what this copy names is not known.
    return null;
  }
}

function filesOfCopy(path: string): readonly StoredFile[] {
  return readWithoutTrace(path, attachedFiles);
}
