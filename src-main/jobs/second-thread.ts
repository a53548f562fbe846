import { on } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { InputOfJob } from './job.ts';
import type { JobKind, JobKinds } from './job-kinds.ts';
import type { JobOrder } from './worker-messages.ts';

/** A thread that works beside a job, seen from the job; the job may be in mid-loop and read no messages. */
export interface SecondThread {
  send(message: unknown): void;
  /** No more messages come. */
  sendEnd(): void;
  /** Sleeps until that thread says it has come so far. False: it failed, or nothing was heard of it for a long time. */
  hasReached(step: number): boolean;
  /** Resolves when the thread has ended and let go of its files. */
  end(): Promise<void>;
}

/** The same, seen from that thread. */
export interface FirstThread {
  /** What the job sends, up to its end. */
  readonly messages: AsyncIterable<unknown>;
  /** To be called now and then: a thread of which nothing is heard is given up. */
  isAtWork(): void;
  /** Steps only grow, from 1. */
  reached(step: number): void;
  failed(): void;
}

/** What a second thread is started with. */
export interface BesideOrder {
  readonly port: MessagePort;
  readonly state: SharedArrayBuffer;
}

const [stepAt, beatAt] = [0, 1];
const failedStep = -1;
const lookEveryMs = 1_000;
/** Longer than any stretch of its work between two signs of life, on a slow disk too. */
const givenUpAfterMs = 60_000;
const endMessage = null;

/** Starts a job of this kind in a thread beside the one that asks; `order` is the asking job's own. */
export function startBeside<K extends JobKind>(order: JobOrder, kind: K, input: InputOfJob<JobKinds[K]>): SecondThread {
  const { port1: ours, port2: port } = new MessageChannel();
  const state = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  const cells = new Int32Array(state);
  const workerData: JobOrder = { ...order, kind, input, beside: { port, state } };
  const worker = new Worker(locationOf(order.worker), { workerData, transferList: [port] });
  // A bug there must not end this thread in the middle of a batch: hasReached tells.
  worker.on('error', () => fail(cells));
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return {
    send: (message) => ours.postMessage(message),
    sendEnd: () => ours.postMessage(endMessage),
    hasReached: (step) => waitFor(cells, step),
    end: async () => {
      ours.close();
      await worker.terminate();
      await ended;
    },
  };
}

function waitFor(cells: Int32Array, step: number): boolean {
  let beat = Atomics.load(cells, beatAt);
  let heardMs = performance.now();
  for (;;) {
    const current = Atomics.load(cells, stepAt);
    if (current === failedStep) return false;
    if (current >= step) return true;
    Atomics.wait(cells, stepAt, current, lookEveryMs);
    const nowBeat = Atomics.load(cells, beatAt);
    if (nowBeat !== beat) heardMs = performance.now();
    else if (performance.now() - heardMs > givenUpAfterMs) return false;
    beat = nowBeat;
  }
}

function fail(cells: Int32Array): void {
  Atomics.store(cells, stepAt, failedStep);
  Atomics.notify(cells, stepAt);
}

export function firstThreadOf({ port, state }: BesideOrder): FirstThread {
  const cells = new Int32Array(state);
  return {
    messages: messagesOf(port),
    isAtWork: () => {
      Atomics.add(cells, beatAt, 1);
    },
    reached: (step) => {
      Atomics.store(cells, stepAt, step);
      Atomics.notify(cells, stepAt);
    },
    failed: () => fail(cells),
  };
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
