import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolderOf } from '../durable-files.ts';

/** The bytes of an attachment as they are kept: under their hash, in a folder of 256. */
export interface StoredFile {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** A copy in the making. */
export const unfinishedFileEnding = '.part';

/** Where the bytes of a book's attachments lie (docs/adr/0010). The folder belongs to the book as its log does. */
export function filesFolderOf(bookPath: string): string {
  return `${bookPath}.files`;
}

/** Throws on what is no hash: a book can come from anywhere, and its text must not lead out of the folder. */
export function storedPath(folder: string, sha256: string): string {
  if (!isSha256(sha256)) throw new Error('not the hash of a stored file');
  return join(folder, sha256.slice(0, 2), sha256);
}

export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** By name and size; only copying or a check of the backup reads the bytes. */
export function hasFile(folder: string, { sha256, bytes }: StoredFile): boolean {
  const stat = isSha256(sha256) ? statSync(storedPath(folder, sha256), { throwIfNoEntry: false }) : undefined;
  return stat?.isFile() === true && stat.size === bytes;
}

/** A name for a copy in the making, in a folder that is there afterwards. */
export function unfinishedIn(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, `${randomBytes(8).toString('hex')}${unfinishedFileEnding}`);
}

/** Makes the folder that `storedPath` is in; it outlives a power cut. */
export function makePlaceFor(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  syncFolderOf(dirname(path));
}

/** Hashes of all that lies in the folder. A folder that is not there holds none. */
export function storedHashes(folder: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((name) => namesIn(join(folder, name)).filter((file) => isSha256(file) && file.startsWith(name)));
}

/** Copies in the making whose program was killed: an hour later nobody works on them. */
export function forgottenCopies(folder: string, nowMs: number): readonly string[] {
  return namesIn(folder)
    .filter((name) => name.endsWith(unfinishedFileEnding))
    .map((name) => join(folder, name))
    .filter((path) => isOlder(path, nowMs));
}

/** How long a file that nothing names yet may still be on its way into a backup or a talk. */
export const graceMs = 3_600_000;

export function isOlder(path: string, nowMs: number, thanMs = graceMs): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && nowMs - stat.mtimeMs > thanMs;
}

/** Marks a file as wanted now, so that nobody who clears up meanwhile takes it for left over. */
export function markAsWanted(path: string, nowMs: number): void {
  utimesSync(path, nowMs / 1000, nowMs / 1000);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}
