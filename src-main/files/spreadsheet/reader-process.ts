import { assertNever } from '../../../src-shared/core/assert-never.ts';
import { LIMITS } from './limits.ts';
import { inspectSpreadsheet, stageSheet } from './read-spreadsheet.ts';
import { isReaderRequest, type ReaderReply, type ReaderRequest } from './reader-protocol.ts';

/**
 * Entry of the reading process: an Electron utility process, or a forked Node for command lines and tests.
 * It takes one request, answers and waits to be ended by its host. reader-host.ts is the other end.
 */

/** As much of Electron's `process.parentPort` as is used; this file runs without Electron as well. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
};

const ALIVE_EVERY_MS = 100;
const PROGRESS_EVERY_MS = 50;

const parentPort = parentPortOf(process);

function send(reply: ReaderReply): void {
  if (parentPort !== null) parentPort.postMessage(reply);
  else process.send?.(reply);
}

async function serve(request: ReaderRequest): Promise<void> {
  const pulse = setInterval(sendPulse, ALIVE_EVERY_MS);
  const onProgress = progressAtIntervals();
  try {
    send(await answer(request, onProgress));
  } finally {
    clearInterval(pulse);
  }
}

async function answer(request: ReaderRequest, onProgress: (fraction: number) => void): Promise<ReaderReply> {
  switch (request.command) {
    case 'inspect': {
      const result = await inspectSpreadsheet(request.path, onProgress);
      return result.ok ? { kind: 'inspected', info: result.value } : { kind: 'failed', problem: result.error };
    }
    case 'stage': {
      const { path, sheetIndex, outFile } = request;
      const result = await stageSheet(path, sheetIndex, outFile, onProgress);
      return result.ok ? { kind: 'staged', sheet: result.value } : { kind: 'failed', problem: result.error };
    }
    default:
      return assertNever(request);
  }
}

/** The host ends this process over its memory; should the host be busy, the process ends itself. */
function sendPulse(): void {
  const residentMb = Math.round(process.memoryUsage.rss() / (1024 * 1024));
  send(
    residentMb > LIMITS.residentMb
      ? { kind: 'failed', problem: { kind: 'too_much_memory', limitMb: LIMITS.residentMb } }
      : { kind: 'alive', residentMb },
  );
}

function progressAtIntervals(): (fraction: number) => void {
  let nextAt = 0;
  return (fraction) => {
    const now = performance.now();
    if (now < nextAt) return;
    nextAt = now + PROGRESS_EVERY_MS;
    send({ kind: 'progress', fraction });
  };
}

function parentPortOf(owner: object): ParentPort | null {
  if (!('parentPort' in owner)) return null;
  return isParentPort(owner.parentPort) ? owner.parentPort : null;
}

function isParentPort(port: unknown): port is ParentPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port && 'on' in port;
}

function receive(message: unknown): void {
  if (!isReaderRequest(message)) throw new Error('spreadsheet reader: a message that is no request');
  // A rejection is a bug: it ends the process, and the host says reader_died.
  void serve(message);
}

if (parentPort !== null) parentPort.on('message', ({ data }) => receive(data));
else process.on('message', receive);
// The host is gone: nobody waits for the answer.
process.on('disconnect', () => process.exit(0));
