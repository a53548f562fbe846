import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../src-shared/core/result.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { type AnniversaryDraft, blankDraft } from './anniversary-draft.ts';
import { AnniversaryForm } from './anniversary-form.tsx';

const answers: Readonly<Record<string, unknown>> = {
  'book.status': { state: 'open', bookId: 'book', today: '2026-09-17', timeZone: 'Asia/Shanghai' },
};
const saved = vi.fn(() => Promise.resolve(ok({})));
const closed = vi.fn();

beforeEach(() => {
  fillJsdomGaps();
  startI18n('zh-CN');
  queryClient.clear();
  saved.mockClear();
  closed.mockClear();
  const call = (request: { readonly procedure: string }) => Promise.resolve(ok(answers[request.procedure] ?? {}));
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

let forms = 0;
function open(start: Partial<AnniversaryDraft>) {
  forms += 1;
  render(
    <QueryClientProvider client={queryClient}>
      <AnniversaryForm
        // Of its own each time: what one test types must not wait in the next one's draft.
        draftKey={`anniversary test ${forms}`}
        start={{ ...blankDraft(null), ...start }}
        contacts={[]}
        onSave={saved}
        onClose={closed}
      />
    </QueryClientProvider>,
  );
}
const save = () => userEvent.click(screen.getByRole('button', { name: /保\s*存/ }));

describe('AnniversaryForm', () => {
  it('says what is missing instead of saving half a day', async () => {
    open({ month: 3 });
    await save();
    expect(saved).not.toHaveBeenCalled();
    expect(closed).not.toHaveBeenCalled();
    expect(await screen.findByText('请选月和日')).toBeTruthy();
  });

  it('saves a lunar day of a leap month as such, and closes', async () => {
    open({ kind: 'birthday', calendar: 'lunar', month: 6, day: 15 });
    await userEvent.click(screen.getByRole('checkbox'));
    await save();
    expect(saved).toHaveBeenCalledWith(
      expect.objectContaining({ calendar: 'lunar', month: 6, day: 15, isLeapMonth: true, year: null, title: null }),
    );
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  });

  it('forgets the leap month of a day that was put on the sun’s calendar', async () => {
    open({ kind: 'birthday', calendar: 'lunar', month: 6, day: 15, isLeapMonth: true });
    await userEvent.click(screen.getByText('公历'));
    await save();
    expect(saved).toHaveBeenCalledWith(expect.objectContaining({ calendar: 'solar', isLeapMonth: false }));
  });

  it('says when it comes next while one types', async () => {
    open({ kind: 'birthday', month: 9, day: 20 });
    expect((await screen.findByRole('status')).textContent).toContain('09-20');
  });
});
