import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { err, ok } from '../../src-shared/core/result.ts';
import type { StaleMessage } from '../../src-shared/ipc/contract.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import type { Role } from '../../src-shared/users/rights.ts';
import { startI18n } from '../app/i18n.ts';
import { connectStaleTopics, queryClient } from '../ipc/query-client.ts';
import { useBook } from '../ipc/use-book.ts';
import { useToastStore } from '../state/toasts.ts';
import { fillJsdomGaps } from './jsdom-gaps.ts';

export interface Asked {
  readonly procedure: string;
  readonly input: unknown;
}

/** The day on which a window of these tests stands. */
export const fakeToday = '2026-05-21';

/** The main process as a window sees it, for the tests of one file. */
export interface FakeMain {
  /** All that was asked, in order. */
  readonly asked: readonly Asked[];
  /** What was asked of this procedure. */
  inputsOf(procedure: string): readonly unknown[];
  /** From now on this procedure is answered so; a promise: as soon as it is kept. */
  answers(procedure: string, answer: (input: unknown) => unknown): void;
  refuses(procedure: string, error: AppError): void;
  /** From now on somebody of this role sits at the PC; their id is `u`. */
  seats(role: Role): void;
  /** Tells the window what a change made stale. */
  announces(...topics: readonly Topic[]): void;
  show(what: ReactNode): void;
  /** What the corner of the window says. */
  toasts(): readonly string[];
}

/** A ceiling against hanging, not a measure: a busy machine of two cores takes its time. */
configure({ asyncUtilTimeout: 20_000 });

/** As in the app, nothing is shown before it is known which day it is in the book. */
function WhenOpen({ children }: { readonly children: ReactNode }) {
  return useBook() === null ? null : children;
}

/** Call it once at the top of a test file. An owner sits at the PC until told otherwise. */
export function fakeMain(): FakeMain {
  let asked: Asked[] = [];
  let answers: Record<string, (input: unknown) => unknown> = {};
  let refusals: Record<string, AppError> = {};
  let role: Role = 'owner';
  const listening = new Set<(message: StaleMessage) => void>();
  let disconnect = () => {};
  beforeEach(() => {
    fillJsdomGaps();
    startI18n('zh-CN');
    queryClient.clear();
    useToastStore.setState({ toasts: [] });
    asked = [];
    refusals = {};
    role = 'owner';
    answers = {
      'book.status': () => ({ state: 'open', bookId: 'b', today: fakeToday, timeZone: 'Asia/Shanghai' }),
      'users.list': () => ({ users: [{ id: 'u', name: 'Wang', role, isGone: false }], currentId: 'u' }),
      'tiers.list': () => ({ tiers: [] }),
      'tags.list': () => ({ tags: [] }),
    };
    const call = async (request: Asked) => {
      asked.push(request);
      const refusal = refusals[request.procedure];
      return refusal ? err(refusal) : ok((await answers[request.procedure]?.(request.input)) ?? {});
    };
    const on = (channel: string, listen: (message: StaleMessage) => void) => {
      if (channel === 'stale') listening.add(listen);
      return () => listening.delete(listen);
    };
    Object.assign(window, { keben: { call, on, pathOfDroppedFile: () => '' } });
    disconnect = connectStaleTopics();
  });
  afterEach(() => {
    disconnect();
    listening.clear();
    cleanup();
    vi.unstubAllGlobals();
  });
  return {
    get asked() {
      return asked;
    },
    inputsOf: (procedure) => asked.filter((each) => each.procedure === procedure).map(({ input }) => input),
    answers: (procedure, answer) => {
      answers[procedure] = answer;
    },
    refuses: (procedure, error) => {
      refusals[procedure] = error;
    },
    seats: (seated) => {
      role = seated;
    },
    announces: (...topics) => {
      for (const listen of listening) listen({ topics });
    },
    show: (what) => {
      render(
        <QueryClientProvider client={queryClient}>
          <WhenOpen>{what}</WhenOpen>
        </QueryClientProvider>,
      );
    },
    toasts: () => useToastStore.getState().toasts.map(({ text }) => text),
  };
}
