import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { PromiseOutcome } from '../../../src-shared/payments/payment-promise.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { PromiseOutcomeDialog } from './promise-outcome-dialog.tsx';

const day = (text: string) => {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
};
const settled: unknown[] = [];

beforeEach(() => {
  fillJsdomGaps();
  startI18n('zh-CN');
  queryClient.clear();
  settled.length = 0;
  const call = ({ procedure, input }: { readonly procedure: string; readonly input: unknown }) => {
    if (procedure === 'payments.settlePromise') settled.push(input);
    return Promise.resolve(ok(procedure === 'payments.settlePromise' ? { batchId: 'b' } : {}));
  };
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const dialog = (outcome: PromiseOutcome, chosen: PromiseOutcome, outcomeNote: string | null = null) =>
  render(
    <QueryClientProvider client={queryClient}>
      <PromiseOutcomeDialog
        customerName="王记"
        chosen={chosen}
        promise={{
          id: 'p',
          promisedOn: day('2026-09-10'),
          amountFen: null,
          outcome,
          outcomeOn: outcome === 'open' ? null : day('2026-09-12'),
          outcomeNote,
        }}
      />
    </QueryClientProvider>,
  );

describe('PromiseOutcomeDialog', () => {
  it('takes the outcome that was chosen with a note beside it, without the mouse', async () => {
    dialog('open', 'broken');
    expect(screen.queryByRole('radio', { name: '待兑现' })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: '备注' }), '说月底一定付');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(settled).toEqual([expect.objectContaining({ id: 'p', outcome: 'broken', note: '说月底一定付' })]);
  });

  it('puts an outcome right afterwards: its day and its note stand there, and it can be open again', async () => {
    dialog('broken', 'broken', '没接电话');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '备注' }).value).toBe('没接电话');
    await userEvent.click(screen.getByRole('radio', { name: '部分兑现' }));
    await userEvent.click(screen.getByRole('button', { name: /保存/ }));
    expect(settled).toEqual([{ id: 'p', outcome: 'partly_kept', on: '2026-09-12', note: '没接电话' }]);
    expect(screen.getByRole('radio', { name: '待兑现' })).toBeDefined();
  });
});
