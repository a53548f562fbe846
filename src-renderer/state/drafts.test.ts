// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallMessage } from '../../src-shared/ipc/contract.ts';
import { clearDraft, flushDrafts, loadDrafts, setDraft, useDraftStore } from './drafts.ts';

const written: unknown[] = [];
let isDiskFull = false;

beforeEach(() => {
  vi.useFakeTimers();
  written.length = 0;
  isDiskFull = false;
  loadDrafts({});
  Object.defineProperty(window, 'keben', {
    configurable: true,
    value: {
      call: async (message: CallMessage) => {
        if (isDiskFull) return { ok: false, error: { kind: 'storage', reason: 'disk_full' } };
        written.push(message.input);
        return { ok: true, value: {} };
      },
      on: () => () => {},
      pathOfDroppedFile: () => '',
    },
  });
  return () => vi.useRealTimers();
});

describe('setDraft', () => {
  it('writes what stands there when the typing rests, not every letter', async () => {
    setDraft('follow-up:1', '下');
    setDraft('follow-up:1', '下周');
    await vi.advanceTimersByTimeAsync(300);
    expect(written).toEqual([{ key: 'follow-up:1', value: '下周' }]);
  });

  it('says it is kept only once it is on the disk', async () => {
    setDraft('a', 'x');
    expect(useDraftStore.getState().kept.has('a')).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    expect(useDraftStore.getState().kept.has('a')).toBe(true);
  });

  it('does not say so when the disk refused it, and keeps the text', async () => {
    isDiskFull = true;
    setDraft('a', 'x');
    await vi.advanceTimersByTimeAsync(300);
    expect(useDraftStore.getState().kept.has('a')).toBe(false);
    expect(useDraftStore.getState().drafts.a).toBe('x');
  });
});

describe('clearDraft', () => {
  it('takes it off the disk, and what was still waiting is not written after it', async () => {
    setDraft('a', 'x');
    clearDraft('a');
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toEqual([{ key: 'a', value: null }]);
  });

  it('writes nothing when there was none', async () => {
    clearDraft('never');
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toEqual([]);
  });
});

describe('flushDrafts', () => {
  it('writes at once what is waiting when the window goes', async () => {
    setDraft('a', 'x');
    setDraft('b', 'y');
    await flushDrafts();
    expect(written).toHaveLength(2);
  });
});
