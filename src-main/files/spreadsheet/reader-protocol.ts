import type { SpreadsheetProblem } from '../../../src-shared/files-in/spreadsheet-problem.ts';
import type { StagedSheet, WorkbookInfo } from '../../../src-shared/files-in/workbook-info.ts';

/** The one request that a reading process gets in its life. */
export type ReaderRequest =
  | { readonly command: 'inspect'; readonly path: string }
  | { readonly command: 'stage'; readonly path: string; readonly sheetIndex: number; readonly outFile: string };

/** What it sends: signs of life and progress while it reads, then one answer. */
export type ReaderReply =
  | { readonly kind: 'alive'; readonly residentMb: number }
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'inspected'; readonly info: WorkbookInfo }
  | { readonly kind: 'staged'; readonly sheet: StagedSheet }
  | { readonly kind: 'failed'; readonly problem: SpreadsheetProblem };

const REPLY_KINDS: ReadonlySet<unknown> = new Set(['alive', 'progress', 'inspected', 'staged', 'failed']);

/** Both ends are this program, so the kind vouches for the rest of a message. */
export function isReaderReply(message: unknown): message is ReaderReply {
  return typeof message === 'object' && message !== null && 'kind' in message && REPLY_KINDS.has(message.kind);
}

export function isReaderRequest(message: unknown): message is ReaderRequest {
  if (typeof message !== 'object' || message === null || !('command' in message)) return false;
  return message.command === 'inspect' || message.command === 'stage';
}
