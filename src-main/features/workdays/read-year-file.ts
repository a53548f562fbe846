import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { parseYearFile } from '../../../src-shared/workdays/parse-year-file.ts';
import type { YearFile } from '../../../src-shared/workdays/workdays-contract.ts';

/** A year takes some 5 kB; whoever picks a film by mistake should not wait for it. */
const largestBytes = 1_000_000;

/** Errors: storage when the file cannot be read. What it holds is judged in the answer. */
export async function readYearFile(file: string): Promise<Result<YearFile, AppError>> {
  const fileName = path.basename(file);
  const read = await bytesOf(file);
  if (!read.ok) return read;
  if (read.value === null) return ok({ state: 'refused', fileName, problem: { kind: 'too_large' } });
  const text = textOf(read.value);
  if (text === null) return ok({ state: 'refused', fileName, problem: { kind: 'not_text' } });
  const year = parseYearFile(text);
  return ok(
    year.ok ? { state: 'read', fileName, year: year.value } : { state: 'refused', fileName, problem: year.error },
  );
}

/** Null: larger than a year of holidays can be. */
async function bytesOf(file: string): Promise<Result<Buffer | null, AppError>> {
  try {
    const { size } = await stat(file);
    return ok(size > largestBytes ? null : await readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return err({ kind: 'storage', reason: 'file_missing', detail: file });
    if (code === 'EACCES' || code === 'EPERM') return err({ kind: 'storage', reason: 'no_permission', detail: file });
    if (code === 'EBUSY') return err({ kind: 'storage', reason: 'file_in_use', detail: file });
    throw error;
  }
}

/** BOM, else strict UTF-8, else GB18030 (domain §10). Null: no text. */
function textOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
  // A byte of zero stands in no text of the encodings left.
  if (bytes.includes(0)) return null;
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
}

function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
