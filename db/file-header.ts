import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What stands at the start of a file, read without SQLite, so that nothing beside it is created or changed. */
export type FileHeader =
  | { readonly kind: 'missing' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not_sqlite' }
  | {
      readonly kind: 'sqlite';
      readonly applicationId: number;
      /** The newest that a reader would see: a log left by a crash counts. */
      readonly userVersion: number;
      /** A log with content lies beside the file: it is open elsewhere, or the last program was killed. */
      readonly hasLog: boolean;
      /** Shorter than its own header says; only told when there is no log that may hold the rest. */
      readonly isCutShort: boolean;
    };

const magic = 'SQLite format 3\0';
const headerBytes = 100;

/**
 * Never for a file that this process has open through SQLite: POSIX drops all locks of a process on a file as soon as it
 * closes any handle of it. Throws the system's error (EACCES, EISDIR …) when the file is there and cannot be read.
 */
export function readFileHeader(path: string): FileHeader {
  const file = openIfThere(path);
  if (file === null) return { kind: 'missing' };
  try {
    const { size } = fstatSync(file);
    if (size === 0) return { kind: 'empty' };
    const header = Buffer.alloc(headerBytes);
    if (readSync(file, header, 0, headerBytes, 0) < headerBytes) return { kind: 'not_sqlite' };
    if (header.toString('latin1', 0, 16) !== magic) return { kind: 'not_sqlite' };
    const log = newestPageOne(`${path}-wal`);
    const newest = log.pageOne ?? header;
    return {
      kind: 'sqlite',
      applicationId: newest.readUInt32BE(68),
      userVersion: newest.readUInt32BE(60),
      hasLog: log.exists,
      isCutShort: !log.exists && size < pageSizeOf(header) * header.readUInt32BE(28),
    };
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function pageSizeOf(header: Buffer): number {
  const size = header.readUInt16BE(16);
  return size === 1 ? 65_536 : size;
}

/**
 * The header as the last commit in a write-ahead log left it. A newer Keben that was killed after a migration has its
 * user_version only here; opening the file to ask would already write to it.
 * Follows https://sqlite.org/fileformat2.html#walformat; checksums are left to SQLite, which reads the log again.
 */
function newestPageOne(path: string): { exists: boolean; pageOne: Buffer | null } {
  const log = openIfThere(path);
  if (log === null) return { exists: false, pageOne: null };
  try {
    const { size } = fstatSync(log);
    const start = Buffer.alloc(32);
    if (size <= 32 || readSync(log, start, 0, 32, 0) < 32) return { exists: size > 0, pageOne: null };
    const frameBytes = 24 + start.readUInt32BE(8);
    const salt = start.subarray(16, 24);
    const frame = Buffer.alloc(24);
    let seenAt: number | null = null;
    let committedAt: number | null = null;
    for (let at = 32; at + frameBytes <= size; at += frameBytes) {
      readSync(log, frame, 0, 24, at);
      if (!frame.subarray(8, 16).equals(salt)) break;
      if (frame.readUInt32BE(0) === 1) seenAt = at;
      if (frame.readUInt32BE(4) > 0 && seenAt !== null) committedAt = seenAt;
    }
    if (committedAt === null) return { exists: true, pageOne: null };
    const pageOne = Buffer.alloc(headerBytes);
    readSync(log, pageOne, 0, headerBytes, committedAt + 24);
    return { exists: true, pageOne };
  } finally {
    closeSync(log);
  }
}
