import { on } from 'node:events';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { InputOfJob } from './job.ts';
import type { JobKind, JobKinds } from './job-kinds.ts';
import type { JobOrder } from './worker-messages.ts';

/** A thread that works beside a job, seen from the job; the job may be in mid-loop and read no messages. */
export interface SecondThread {
  send(message: unknown): void;
  /** No more messages come. */
  sendEnd(): void;
  /**
   * Sleeps until that thread has done so many parts of its work. False: it could not (a full disk), or nothing was heard
   * of it for a long time. Throws when it has a bug.
   */
  hasDone(parts: number): boolean;
  /** Resolves when the thread has ended and let go of its files. */
  end(): Promise<void>;
}

/** The same, seen from that thread. */
export interface FirstThread {
  /** What the job sends, up to its end. */
  readonly messages: AsyncIterable<unknown>;
  /** To be called now and then: a thread of which nothing is heard is given up. */
  isAtWork(): void;
  /** One more part of the work is there for the other to take. */
  partDone(): void;
}

/** What a second thread is started with. */
export interface BesideOrder {
  readonly port: MessagePort;
  /** Two Int32: parts done, or that it failed; and a count of signs of life. */
  readonly state: SharedArrayBuffer;
}

const [partsAt, signsAt] = [0, 1];
const failed = -1;
const lookEveryMs = 1_000;
/** Longer than any stretch of work between two signs of life, on a slow disk too. */
const givenUpAfterMs = 60_000;
const endMessage = null;

/** Starts a job of this kind in a thread beside the one that asks; `order` is the asking job's own. */
export function startBeside<K extends JobKind>(order: JobOrder, kind: K, input: InputOfJob<JobKinds[K]>): SecondThread {
  const { port1: ours, port2: port } = new MessageChannel();
  const state = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  const cells = new Int32Array(state);
  const workerData: JobOrder = { ...order, kind, input, beside: { port, state } };
  const worker = new Worker(locationOf(order.worker), { workerData, transferList: [port] });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  // What it throws, hasDone tells: while that matters this thread is in mid-loop and hears of no event.
  worker.on('error', () => setParts(cells, failed));
  return {
    send: (message) => ours.postMessage(message),
    sendEnd: () => ours.postMessage(endMessage),
    hasDone: (parts) => {
      if (waitForParts(cells, parts)) return true;
      const bug = receiveMessageOnPort(ours);
      if (bug) throw new Error(`${kind}, in the thread beside, failed`, { cause: bug.message });
      return false;
    },
    end: async () => {
      ours.close();
      await worker.terminate();
      await ended;
    },
  };
}

function waitForParts(cells: Int32Array, wanted: number): boolean {
  let signs = Atomics.load(cells, signsAt);
  let heardMs = performance.now();
  for (;;) {
    const parts = Atomics.load(cells, partsAt);
    if (parts === failed || parts >= wanted) return parts !== failed;
    Atomics.wait(cells, partsAt, parts, lookEveryMs);
    const newSigns = Atomics.load(cells, signsAt);
    if (newSigns !== signs) heardMs = performance.now();
    else if (performance.now() - heardMs > givenUpAfterMs) return false;
    signs = newSigns;
  }
}

function setParts(cells: Int32Array, parts: number): void {
  Atomics.store(cells, partsAt, parts);
  Atomics.notify(cells, partsAt);
}

export function firstThreadOf({ port, state }: BesideOrder): FirstThread {
  const cells = new Int32Array(state);
  return {
    messages: messagesOf(port),
    isAtWork: () => {
      Atomics.add(cells, signsAt, 1);
    },
    partDone: () => setParts(cells, Atomics.load(cells, partsAt) + 1),
  };
}

/** Tells the job beside that the rest will not be done. `bug`: what was thrown; null: it could not be done. */
export function tellFailure({ port, state }: BesideOrder, bug: unknown): void {
  if (bug !== null) port.postMessage(bug);
  setParts(new Int32Array(state), failed);
}

async function* messagesOf(port: MessagePort): AsyncGenerator<unknown> {
  for await (const [message] of on(port, 'message')) {
    if (message === endMessage) return;
    yield message;
  }
}

/** A path or a URL, as text: a URL does not cross into a thread. */
function locationOf(worker: string): string | URL {
  return /^(?:file|data):/.test(worker) ? new URL(worker) : worker;
}
