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
   * Sleeps until that thread has done its work. False: it could not (a full disk), or nothing was heard of it for a long
   * time. Throws when it has a bug.
   */
  isDone(): boolean;
  /** Resolves when the thread has ended and let go of its files. */
  end(): Promise<void>;
}

/** The same, seen from that thread. */
export interface FirstThread {
  /** What the job sends, up to its end. */
  readonly messages: AsyncIterable<unknown>;
  /** To be called now and then: a thread of which nothing is heard is given up. */
  isAtWork(): void;
}

/** What a second thread is started with. */
export interface BesideOrder {
  readonly port: MessagePort;
  /** Two Int32: the state, and a count of signs of life. */
  readonly state: SharedArrayBuffer;
}

const [stateAt, signsAt] = [0, 1];
const states = { working: 0, done: 1, failed: 2 } as const;
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
  // What it throws, isDone tells: while that matters this thread is in mid-loop and hears of no event.
  worker.on('error', () => settle(cells, 'failed'));
  return {
    send: (message) => ours.postMessage(message),
    sendEnd: () => ours.postMessage(endMessage),
    isDone: () => {
      if (waitForEnd(cells)) return true;
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

function waitForEnd(cells: Int32Array): boolean {
  let signs = Atomics.load(cells, signsAt);
  let heardMs = performance.now();
  for (;;) {
    const state = Atomics.load(cells, stateAt);
    if (state !== states.working) return state === states.done;
    Atomics.wait(cells, stateAt, states.working, lookEveryMs);
    const newSigns = Atomics.load(cells, signsAt);
    if (newSigns !== signs) heardMs = performance.now();
    else if (performance.now() - heardMs > givenUpAfterMs) return false;
    signs = newSigns;
  }
}

function settle(cells: Int32Array, state: 'done' | 'failed'): void {
  Atomics.store(cells, stateAt, states[state]);
  Atomics.notify(cells, stateAt);
}

export function firstThreadOf({ port, state }: BesideOrder): FirstThread {
  const cells = new Int32Array(state);
  return {
    messages: messagesOf(port),
    isAtWork: () => {
      Atomics.add(cells, signsAt, 1);
    },
  };
}

/** Tells the job beside how the work ended. `bug`: what was thrown; null: it could not be done. */
export function tellEnd({ port, state }: BesideOrder, end: { readonly ok: boolean; readonly bug: unknown }): void {
  if (end.bug !== null) port.postMessage(end.bug);
  settle(new Int32Array(state), end.ok ? 'done' : 'failed');
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
