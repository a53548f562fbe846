import { rm } from 'node:fs/promises';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { SpreadsheetProblem } from '../../../src-shared/files-in/spreadsheet-problem.ts';
import type { StagedSheet, WorkbookInfo } from '../../../src-shared/files-in/workbook-info.ts';
import { LIMITS } from './limits.ts';
import { isReaderReply, type ReaderReply, type ReaderRequest } from './reader-protocol.ts';

/** A started reading process, whatever started it (fork-node-reader.ts, fork-electron-reader.ts). */
export type ReaderProcess = {
  readonly postMessage: (request: ReaderRequest) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Told once; `exitCode` is null after a signal. Also told when the process could not be started. */
  readonly onExit: (listener: (exitCode: number | null) => void) => void;
  /** Ends it at once, whatever it is doing; harmless when it has ended. */
  readonly kill: () => void;
  /** Bytes in memory, asked from outside, so that a process too busy to report is seen as well; null if unknown. */
  readonly residentBytes: () => number | null;
};

export type ForkReader = () => ReaderProcess;

export type ReadOptions = {
  readonly signal?: AbortSignal;
  /** From 0 to 1, at most 20 times a second. */
  readonly onProgress?: (fraction: number) => void;
};

export type SpreadsheetReader = {
  /** What is in the file: its tabs with figures and first rows. */
  inspect(path: string, options?: ReadOptions): Promise<Result<WorkbookInfo, SpreadsheetProblem>>;
  /**
   * Puts the rows of one tab (SheetInfo.index) aside in `outFile`, for readStagedRows. The caller deletes that file
   * when done; after a failure there is none.
   */
  stage(
    request: { readonly path: string; readonly sheetIndex: number; readonly outFile: string },
    options?: ReadOptions,
  ): Promise<Result<StagedSheet, SpreadsheetProblem>>;
};

export type WatchdogLimits = { readonly readingMs: number; readonly residentMb: number };

const LOOK_EVERY_MS = 50;

/**
 * Reads spreadsheets in a process of their own, one per request, ended after the answer, when it takes too long
 * or too much, and on cancel. Promises settle only after the process is gone; they never reject over a file.
 */
export function createSpreadsheetReader(fork: ForkReader, limits: WatchdogLimits = LIMITS): SpreadsheetReader {
  return {
    async inspect(path, options = {}) {
      const reply = await converse(fork, { command: 'inspect', path }, limits, options);
      return reply.kind === 'inspected' ? ok(reply.info) : err(problemOf(reply));
    },
    async stage({ path, sheetIndex, outFile }, options = {}) {
      const reply = await converse(fork, { command: 'stage', path, sheetIndex, outFile }, limits, options);
      if (reply.kind === 'staged') return ok(reply.sheet);
      // A killed process cannot clean up after itself.
      await rm(outFile, { force: true });
      return err(problemOf(reply));
    },
  };
}

function problemOf(reply: ReaderReply): SpreadsheetProblem {
  if (reply.kind === 'failed') return reply.problem;
  throw new Error(`spreadsheet reader: answered with ${reply.kind}`);
}

/** Starts a process, asks it, watches it, ends it. Resolves with its answer or with `failed`. */
function converse(
  fork: ForkReader,
  request: ReaderRequest,
  limits: WatchdogLimits,
  { signal, onProgress }: ReadOptions,
): Promise<ReaderReply> {
  if (signal?.aborted) return Promise.resolve(failed({ kind: 'cancelled' }));
  return new Promise((resolve) => {
    const reader = fork();
    let answer: ReaderReply | null = null;
    const end = (reply: ReaderReply): void => {
      answer ??= reply;
      reader.kill();
    };
    const onAbort = (): void => end(failed({ kind: 'cancelled' }));
    const tooSlow = setTimeout(() => end(failed({ kind: 'too_slow', limitMs: limits.readingMs })), limits.readingMs);
    const checkMemory = (bytes: number | null): void => {
      if (bytes === null || bytes <= limits.residentMb * 1024 * 1024) return;
      end(failed({ kind: 'too_much_memory', limitMb: limits.residentMb }));
    };
    const look = setInterval(() => checkMemory(reader.residentBytes()), LOOK_EVERY_MS);
    signal?.addEventListener('abort', onAbort);

    reader.onMessage((message) => {
      if (answer !== null || !isReaderReply(message)) return;
      if (message.kind === 'progress') onProgress?.(message.fraction);
      else if (message.kind === 'alive') checkMemory(message.residentMb * 1024 * 1024);
      else end(message);
    });
    reader.onExit((exitCode) => {
      clearTimeout(tooSlow);
      clearInterval(look);
      signal?.removeEventListener('abort', onAbort);
      resolve(answer ?? failed({ kind: 'reader_died', exitCode }));
    });
    reader.postMessage(request);
  });
}

function failed(problem: SpreadsheetProblem): ReaderReply {
  return { kind: 'failed', problem };
}
