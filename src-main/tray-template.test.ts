import { describe, expect, it, vi } from 'vitest';
import { type TrayState, trayTemplate, trayTooltip } from './tray-template.ts';

const state: TrayState = { language: 'zh-CN', isReminding: true, visitsToday: 3, pausedUntil: null };
const actions = () => ({ open: vi.fn(), openToday: vi.fn(), pause: vi.fn(), quit: vi.fn() });

describe('trayTooltip', () => {
  it.each([
    [{}, '客本正在运行：今天还有 3 家要拜访'],
    [{ visitsToday: 0 }, '客本正在运行：今天没有要拜访的了'],
    [{ pausedUntil: '15:30' }, '客本正在运行：提醒暂停到 15:30'],
    [{ isReminding: false }, '客本正在运行：提醒关着'],
    [{ language: 'en', visitsToday: 1 }, 'Keben is running: 1 visit left today'],
  ] as const)('says that the app runs and what is left: %j', (change, words) => {
    expect(trayTooltip({ ...state, ...change })).toBe(words);
  });
});

describe('trayTemplate', () => {
  const click = (id: string, of: TrayState, done: ReturnType<typeof actions>) => {
    const item = trayTemplate(of, done).find((candidate) => candidate.id === id);
    // Safe: our items take no arguments.
    (item?.click as (() => void) | undefined)?.();
  };

  it.each([
    ['open', 'open'],
    ['today', 'openToday'],
    ['quit', 'quit'],
  ] as const)('%s does so', (id, action) => {
    const done = actions();
    click(id, state, done);
    expect(done[action]).toHaveBeenCalledOnce();
  });

  it('pauses for an hour, and offers to go on while paused', () => {
    const done = actions();
    click('pause', state, done);
    click('resume', { ...state, pausedUntil: '15:30' }, done);
    expect(done.pause.mock.calls).toEqual([[60], [0]]);
  });

  it('cannot pause what is off', () => {
    const pause = trayTemplate({ ...state, isReminding: false }, actions()).find(({ id }) => id === 'pause');
    expect(pause?.enabled).toBe(false);
  });
});
