import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { type CalendarDate, parseCalendarDate } from '../../../../src-shared/core/calendar-date.ts';
import { ok } from '../../../../src-shared/core/result.ts';
import { startI18n } from '../../../app/i18n.ts';
import { queryClient } from '../../../ipc/query-client.ts';
import { fillJsdomGaps } from '../../../testing/jsdom-gaps.ts';

export function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

export interface Asked {
  readonly procedure: string;
  readonly input: unknown;
}

/** What the window asked the main process, in order. */
export const asked: Asked[] = [];

/** A window in which 2026-02-09 is today, tier A is there and the owner or a salesperson sits; `answers` are added to that. */
export function openWindow(answers: Readonly<Record<string, (input: never) => unknown>>, userId = 'boss'): void {
  fillJsdomGaps();
  startI18n('zh-CN');
  queryClient.clear();
  asked.length = 0;
  const users = [
    { id: 'boss', name: 'Boss', role: 'owner', isGone: false },
    { id: 'li', name: 'Li', role: 'salesperson', isGone: false },
  ];
  const known: Readonly<Record<string, (input: never) => unknown>> = {
    'book.status': () => ({ state: 'open', bookId: 'b', today: '2026-02-09', timeZone: 'Asia/Shanghai' }),
    'users.list': () => ({ users, currentId: userId }),
    'tiers.list': () => ({ tiers: [{ id: 'a', name: 'A', color: 'amber' }] }),
    'warnings.snooze': () => ({ batchId: 'snoozed' }),
    'warnings.done': () => ({ batchId: 'done' }),
    ...answers,
  };
  const call = ({ procedure, input }: { readonly procedure: string; readonly input: never }) => {
    asked.push({ procedure, input });
    return Promise.resolve(ok(known[procedure]?.(input) ?? {}));
  };
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
}

export function show(node: ReactNode) {
  return render(<QueryClientProvider client={queryClient}>{node}</QueryClientProvider>);
}

export const writes = () => asked.filter(({ procedure }) => /^warnings\.(snooze|done)$/.test(procedure));
