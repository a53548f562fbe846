import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { syncFolderOf } from '../durable-files.ts';
import { makePlaceFor, type StoredFile, storedPath, unfinishedIn } from './stored-files.ts';

const chunkBytes = 1024 * 1024;

/**
 * Copies one file from store to store; it counts only when every byte was right and lies on the disk. False: it is not
 * there, or it is not what its name says; nothing is left behind then. Throws the system's error when the copy cannot be
 * written. Blocks: for a job's thread.
 */
export function copyStoredFile(fromFolder: string, toFolder: string, file: StoredFile): boolean {
  const source = openIfThere(storedPath(fromFolder, file.sha256));
  if (source === null) return false;
  const unfinished = unfinishedIn(toFolder);
  try {
    if (copyHashing(source, unfinished) !== file.sha256) return false;
    const path = storedPath(toFolder, file.sha256);
    makePlaceFor(path);
    renameSync(unfinished, path);
    syncFolderOf(path);
    return true;
  } finally {
    closeSync(source);
    rmSync(unfinished, { force: true });
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}

function copyHashing(source: number, to: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(chunkBytes);
  const target = openSync(to, 'wx');
  try {
    for (let read = readSync(source, chunk); read > 0; read = readSync(source, chunk)) {
      hash.update(chunk.subarray(0, read));
      for (let written = 0; written < read; ) written += writeSync(target, chunk, written, read - written);
    }
    fsyncSync(target);
    return hash.digest('hex');
  } finally {
    closeSync(target);
  }
}
