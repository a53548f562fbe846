import { describe, expect, it } from 'vitest';
import { instantFromMs } from '../../src-shared/core/instant.ts';
import { startBeside } from './second-thread.ts';
import type { JobOrder } from './worker-messages.ts';

/** A thread that does what the text says; the real one is tried with the real import. */
function threadOf(body: string): ReturnType<typeof startBeside> {
  const text = `
    import { workerData } from 'node:worker_threads';
    const { port, state } = workerData.beside;
    const cells = new Int32Array(state);
    const setParts = (parts) => { Atomics.store(cells, 0, parts); Atomics.notify(cells, 0); };
    ${body}`;
  const order: JobOrder = {
    kind: 'commitImport',
    input: null,
    book: { path: null, deviceId: '01a20092-a229-7521-98c0-5a7f0a2e3a8b' },
    cancelFlag: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
    worker: `data:text/javascript,${encodeURIComponent(text)}`,
    beside: null,
  };
  const input = { checkPath: '', path: '', partSize: 1, firstDoc: 1, now: instantFromMs(0) };
  return startBeside(order, 'listImported', input);
}

describe('a thread beside a job', () => {
  it('is waited for by a job that hears of no event, part by part, and hears what the job sends', async () => {
    const thread = threadOf(`
      let parts = 0;
      port.on('message', (message) => { if (message === 'next') setParts(++parts); });`);
    thread.send('next');
    expect(thread.hasDone(1)).toBe(true);
    thread.send('next');
    expect(thread.hasDone(2)).toBe(true);
    await thread.end();
  });

  it('that could not do its work says so at once', async () => {
    const thread = threadOf('setParts(-1)');
    expect(thread.hasDone(1)).toBe(false);
    await thread.end();
  });

  it('that has a bug says which', async () => {
    const thread = threadOf(`port.postMessage(new TypeError('a bug')); setParts(-1)`);
    expect(() => thread.hasDone(1)).toThrow(expect.objectContaining({ cause: new TypeError('a bug') }));
    await thread.end();
  });

  it('ends when it is told to in the middle of its work', async () => {
    const thread = threadOf('setParts(1); for (;;) Atomics.wait(cells, 1, 0, 1_000)');
    expect(thread.hasDone(1)).toBe(true);
    await expect(thread.end()).resolves.toBeUndefined();
  });
});
