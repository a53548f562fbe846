import { createHash } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { type FileHandle, mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  forgottenCopies,
  hasFile,
  makePlaceFor,
  markAsWanted,
  type StoredFile,
  storedPath,
  unfinishedIn,
} from '../../db/attachments/stored-files.ts';
import { syncFolderOf } from '../../db/durable-files.ts';
import { storageErrorOf } from '../../db/storage-error.ts';
import {
  type FileRefusal,
  isProgramName,
  maxAttachmentBytes,
  type StagedFile,
} from '../../src-shared/attachments/attachment.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import { attachedName, fileNameOnDisk } from './file-name.ts';

const chunkBytes = 256 * 1024;

/**
 * Copies a file of the user's into the folder beside the book. It is named by its content, so equal files are kept once,
 * and it counts only when it lies whole on the disk. Rejects with the system's error when the folder cannot be written
 * to (a full disk); nothing half is left then.
 */
export async function keepFile(folder: string, path: string, nowMs: number): Promise<Result<StagedFile, FileRefusal>> {
  const fileName = attachedName(basename(path));
  if (isProgramName(fileName)) return err('program');
  const refused = await refusalOf(path);
  if (refused) return err(refused);
  const source = await openToRead(path);
  if (!source.ok) return source;
  for (const left of forgottenCopies(folder, nowMs)) await rm(left, { force: true });
  const unfinished = unfinishedIn(folder);
  try {
    const copied = await copyHashing(source.value, unfinished);
    if (!copied.ok) return copied;
    await putInPlace(folder, unfinished, copied.value, nowMs);
    return ok({ fileName, sizeBytes: copied.value.bytes, sha256: copied.value.sha256 });
  } finally {
    await source.value.close();
    await rm(unfinished, { force: true });
  }
}

async function refusalOf(path: string): Promise<FileRefusal | null> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    // A pipe or a device would never end.
    if (!found.isFile()) return 'unreadable';
    if (found.size === 0) return 'empty';
    return found.size > maxAttachmentBytes ? 'too_large' : null;
  } catch (error) {
    return storageErrorOf(error)?.reason === 'file_missing' ? 'gone' : 'unreadable';
  }
}

async function openToRead(path: string): Promise<Result<FileHandle, FileRefusal>> {
  try {
    return ok(await open(path, 'r'));
  } catch (error) {
    return err(storageErrorOf(error)?.reason === 'file_missing' ? 'gone' : 'unreadable');
  }
}

/** The user's program may still write to the file: what counts is what was read. */
async function copyHashing(source: FileHandle, to: string): Promise<Result<StoredFile, FileRefusal>> {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(chunkBytes);
  const target = await open(to, 'wx');
  try {
    let bytes = 0;
    for (;;) {
      const read = await readNext(source, chunk);
      if (!read.ok) return read;
      if (read.value === 0) break;
      bytes += read.value;
      if (bytes > maxAttachmentBytes) return err('too_large');
      hash.update(chunk.subarray(0, read.value));
      await writeWhole(target, chunk.subarray(0, read.value));
    }
    if (bytes === 0) return err('empty');
    await target.sync();
    return ok({ sha256: hash.digest('hex'), bytes });
  } finally {
    await target.close();
  }
}

/** A stick pulled out in mid-read is the file's fault, not the book's. */
async function readNext(source: FileHandle, chunk: Buffer): Promise<Result<number, FileRefusal>> {
  try {
    return ok((await source.read(chunk)).bytesRead);
  } catch {
    return err('unreadable');
  }
}

async function writeWhole(target: FileHandle, part: Buffer): Promise<void> {
  for (let written = 0; written < part.length; ) {
    written += (await target.write(part, written)).bytesWritten;
  }
}

async function putInPlace(folder: string, unfinished: string, file: StoredFile, nowMs: number): Promise<void> {
  const path = storedPath(folder, file.sha256);
  if (hasFile(folder, file)) return markAsWanted(path, nowMs);
  makePlaceFor(path);
  await rename(unfinished, path);
  syncFolderOf(path);
}

/**
 * A copy under its own name, for the system's programs to show; read-only, because what they change would be lost.
 * Null: its bytes are not there. `damaged`: they are not what was attached. Rejects when the copy cannot be written.
 */
export async function copyOut(
  folder: string,
  file: StoredFile,
  to: string,
  access: 'read_only' | 'writable',
): Promise<'copied' | 'missing' | 'damaged'> {
  const source = await openToRead(storedPath(folder, file.sha256));
  if (!source.ok) return 'missing';
  const unfinished = unfinishedIn(dirname(to));
  try {
    const copied = await copyHashing(source.value, unfinished);
    if (!copied.ok || copied.value.sha256 !== file.sha256) return 'damaged';
    if (access === 'read_only') chmodSync(unfinished, 0o444);
    await rename(unfinished, to);
    return 'copied';
  } finally {
    await source.value.close();
    await rm(unfinished, { force: true });
  }
}

/** Where copies that are only looked at lie. They hold what customers sent, so they do not outlive the app's next start. */
export class ShownCopies {
  readonly #folder: string;

  /** `folder` belongs to these copies alone. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A path that nothing lies at, whose last part is the name that the user gave. */
  async placeFor(fileName: string): Promise<string> {
    await mkdir(this.#folder, { recursive: true });
    return join(await mkdtemp(join(this.#folder, 'file-')), fileNameOnDisk(fileName));
  }

  /** What another program still has open stays until the next time. */
  async clear(): Promise<void> {
    try {
      await rm(this.#folder, { recursive: true, force: true });
    } catch (error) {
      if (!storageErrorOf(error)) throw error;
    }
  }
}
