import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { LIMITS } from './limits.ts';
import { damaged, ReadingFailure, tooBig } from './reading-failure.ts';

const STORED = 0;
const DEFLATED = 8;
/** Unpacked on another thread while the chunk before is read; larger ones fall out of the processor cache. */
const CHUNK_BYTES = 128 * 1024;
/** Named in problems that concern the file as a whole. */
const WHOLE_FILE = 'zip';

/**
 * The files inside a workbook. Opening it looks at all sizes before anything is unpacked; reading counts
 * what really comes out, because the sizes a zip states may be lies.
 */
export class ZipParts {
  /** Packed bytes read so far, for progress. */
  packedBytesRead = 0;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpackedBytes = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** The caller keeps the descriptor and closes it. Throws ReadingFailure when the pre-scan refuses the file. */
  static async open(fd: number): Promise<ZipParts> {
    try {
      // Names stay bytes: yauzl refuses files whose names look unsafe, and nothing is ever written to disk here.
      const zip = await fromFdPromise(fd, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
      if (zip.entryCount > LIMITS.zipEntries) throw tooBig('entries', LIMITS.zipEntries);
      return new ZipParts(zip, await prescan(zip));
    } catch (cause) {
      if (cause instanceof ReadingFailure) throw cause;
      if (cause instanceof Error && cause.message.includes('strong encryption')) {
        throw new ReadingFailure({ kind: 'password' }, { cause });
      }
      throw damaged(WHOLE_FILE, cause);
    }
  }

  names(): Iterable<string> {
    return this.#entries.keys();
  }

  /** Names are compared without regard to case, slashes and a leading slash, as Excel does. */
  has(name: string): boolean {
    return this.#entries.has(normalisedName(name));
  }

  packedSize(name: string): number {
    return this.#entries.get(normalisedName(name))?.compressedSize ?? 0;
  }

  /** The unpacked bytes of a part, chunk by chunk. Throws ReadingFailure. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(normalisedName(name));
    if (entry === undefined) throw damaged(name);
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) throw damaged(name);
    const packed = await this.#openPacked(entry, name);
    const inflate = entry.compressionMethod === DEFLATED ? createInflateRaw({ chunkSize: CHUNK_BYTES }) : null;
    packed.on('data', (chunk: Buffer) => {
      this.packedBytesRead += chunk.length;
    });
    if (inflate !== null) {
      packed.on('error', (error) => inflate.destroy(error));
      packed.pipe(inflate);
    }
    let bytes = 0;
    let checksum = 0;
    try {
      for await (const chunk of inflate ?? packed) {
        bytes += chunk.length;
        checksum = crc32(chunk, checksum);
        this.#count(chunk.length, bytes, entry, name);
        yield chunk;
      }
    } catch (cause) {
      throw cause instanceof ReadingFailure ? cause : damaged(name, cause);
    } finally {
      packed.destroy();
      inflate?.destroy();
    }
    if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) throw damaged(name);
  }

  #count(chunkBytes: number, partBytes: number, entry: Entry, name: string): void {
    this.#unpackedBytes += chunkBytes;
    if (partBytes > entry.uncompressedSize) throw damaged(name);
    if (this.#unpackedBytes > LIMITS.totalBytes) throw tooBig('total_bytes', LIMITS.totalBytes);
  }

  async #openPacked(entry: Entry, name: string) {
    try {
      return await this.#zip.openReadStreamPromise(entry, { decodeFileData: false });
    } catch (cause) {
      throw damaged(name, cause);
    }
  }
}

async function prescan(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new ReadingFailure({ kind: 'password' });
    const { uncompressedSize, compressedSize } = entry;
    total += uncompressedSize;
    if (uncompressedSize > LIMITS.entryBytes) throw tooBig('entry_bytes', LIMITS.entryBytes);
    if (total > LIMITS.totalBytes) throw tooBig('total_bytes', LIMITS.totalBytes);
    if (uncompressedSize > LIMITS.ratioAppliesFromBytes && uncompressedSize > compressedSize * LIMITS.ratio) {
      throw tooBig('ratio', LIMITS.ratio);
    }
    const name = normalisedName(entry.fileNameRaw.toString('utf8'));
    if (!entries.has(name)) entries.set(name, entry);
  }
  return entries;
}

function normalisedName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
