import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BackupManifest, parseBackupManifest } from '../../src-shared/backups/backup-manifest.ts';
import type { Backup } from '../../src-shared/backups/backups-contract.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { instantFromMs } from '../../src-shared/core/instant.ts';
import { readCopy } from './backup-facts.ts';

export const backupEnding = '.keben';
export const manifestEnding = '.json';
/** A copy in the making. */
export const unfinishedEnding = '.part';

/** A backup with what only the store needs to know. */
export interface FoundBackup extends Backup {
  /** Null when there is no manifest that says so and the copy cannot be read. */
  readonly bookId: Id | null;
  readonly manifest: BackupManifest | null;
}

/** Where a backup lies. Throws on a name that leads out of the folder: it comes from the window. */
export function backupPath(folder: string, fileName: string): string {
  if (fileName !== basename(fileName) || fileName.includes('\\') || !fileName.endsWith(backupEnding)) {
    throw new Error(`'${fileName}' is no name of a backup`);
  }
  return join(folder, fileName);
}

/**
 * Every backup of a folder, the newest first; with `bookId` only that book's, and those that cannot say whose they are.
 * Good here means: a manifest, and a file of the size it says; `verifyBackup` reads every byte. A folder that is not
 * there holds none. Throws the system's error when it cannot be read.
 */
export function findBackups(folder: string, bookId: Id | null): readonly FoundBackup[] {
  return namesIn(folder)
    .filter((name) => name.endsWith(backupEnding))
    .flatMap((name) => lookAt(folder, name) ?? [])
    .filter((backup) => bookId === null || backup.bookId === null || backup.bookId === bookId)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.fileName < b.fileName ? 1 : -1));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Null when it was removed since the folder was read. */
function lookAt(folder: string, fileName: string): FoundBackup | null {
  const path = join(folder, fileName);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return null;
  const { size, mtimeMs } = stat;
  const manifest = readManifest(path);
  if (manifest) {
    const state = manifest.bytes === size ? 'good' : 'damaged';
    const { at, reason, customers, followUps, attachments, lastFollowUpAt, appVersion, bookId } = manifest;
    return {
      fileName,
      at,
      reason,
      bytes: size,
      customers,
      followUps,
      attachments,
      lastFollowUpAt,
      appVersion,
      state,
      bookId,
      manifest,
    };
  }
  const facts = readCopy(path, false);
  return {
    fileName,
    at: instantFromMs(Math.floor(mtimeMs)),
    reason: 'by_hand',
    bytes: size,
    customers: facts?.customers ?? 0,
    followUps: facts?.followUps ?? 0,
    attachments: facts?.attachments ?? 0,
    lastFollowUpAt: facts?.lastFollowUpAt ?? null,
    appVersion: facts?.appVersion ?? '',
    state: facts ? 'missing_manifest' : 'damaged',
    bookId: facts?.bookId ?? null,
    manifest: null,
  };
}

/** Null when it is missing or no manifest. */
export function readManifest(path: string): BackupManifest | null {
  try {
    return parseBackupManifest(readFileSync(path + manifestEnding, 'utf8'));
  } catch {
    // Missing, or not readable by us: the backup is then listed as one without.
    return null;
  }
}
