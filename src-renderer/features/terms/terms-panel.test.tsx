import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fen } from '../../../src-shared/core/money.ts';
import type { PaymentRecord } from '../../../src-shared/payments/payment-record.ts';
import { day } from '../../../src-shared/receivables/testing/ledger-builders.ts';
import type { CustomerTerms, TermsDecision } from '../../../src-shared/terms/terms-contract.ts';
import { clearDraft } from '../../state/drafts.ts';
import { fakeMain } from '../../testing/fake-main.tsx';
import { TermsPanel } from './terms-panel.tsx';

const main = fakeMain();
const record: PaymentRecord = {
  grade: 'poor',
  reasons: [],
  dueFen: fen(300_000),
  onTimeFen: fen(150_000),
  meanDaysLate: 21,
  onTimePercent: 50,
  cameDue: 3,
};
const terms: CustomerTerms = {
  record,
  receivables: [],
  advice: 'stop',
  advised: { discountBp: 0, creditDays: 0, creditLimitFen: fen(0), depositBp: 10_000 },
  isKeyTier: false,
  inForce: null,
  changed: null,
  openFen: 0,
};
const inForce: TermsDecision = {
  id: 'd',
  decidedOn: day('2026-05-02'),
  decidedById: 'u',
  kind: 'override',
  advice: 'stop',
  grade: 'poor',
  tierId: null,
  discountBp: 250,
  credit: { kind: 'month_end', days: 15 },
  creditLimitFen: fen(8_000_000),
  depositBp: 0,
  isStopped: true,
  reason: '老客户，已谈好',
  shown: record,
};

const broughtIntoSight = vi.fn();

beforeEach(() => {
  // jsdom scrolls nothing.
  HTMLElement.prototype.scrollIntoView = broughtIntoSight;
  broughtIntoSight.mockClear();
  clearDraft('terms:c');
  main.answers('terms.get', () => terms);
  main.answers('terms.accept', () => ({ batchId: 'x' }));
  main.answers('terms.override', () => ({ batchId: 'x' }));
});

const button = (name: string) => screen.findByRole('button', { name });
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const retype = async (name: string, text: string) => {
  await userEvent.clear(field(name));
  if (text !== '') await userEvent.type(field(name), text);
};
async function override(): Promise<HTMLElement> {
  main.show(<TermsPanel customerId="c" />);
  await userEvent.click(await button('改用其他条件…'));
  return screen.getByRole('form', { name: '改用其他条件' });
}

describe('TermsPanel', () => {
  it('says what is advised, and that nothing is in force yet', async () => {
    main.show(<TermsPanel customerId="c" />);
    expect(await screen.findByText('停止赊销与新合同')).toBeTruthy();
    expect(screen.getByText('还没有定过')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '历次条件' })).toBeNull();
  });

  it('says what is in force, who decided it and why, also that new orders must be agreed to', async () => {
    main.answers('terms.get', () => ({ ...terms, inForce }));
    main.show(<TermsPanel customerId="c" />);
    const line = await screen.findByText(/优惠 2.5%，月结 15 天/);
    expect(line.textContent).toContain('额度 ¥80,000');
    expect(line.textContent).toContain('新单须老板同意');
    expect(await within(line).findByText(/Wang 改用 · 老客户，已谈好/)).toBeTruthy();
  });

  it.each(['bookkeeper', 'salesperson'] as const)('lets a %s look and decide nothing', async (role) => {
    main.seats(role);
    main.answers('terms.get', () => ({ ...terms, inForce }));
    main.show(<TermsPanel customerId="c" />);
    expect(await button('历次条件')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '采纳建议' })).toBeNull();
    expect(screen.queryByRole('button', { name: '改用其他条件…' })).toBeNull();
  });

  it('takes the advice that is on screen once, however quick the second click', async () => {
    main.show(<TermsPanel customerId="c" />);
    const answer = Promise.withResolvers<unknown>();
    main.answers('terms.accept', () => answer.promise);
    await userEvent.dblClick(await button('采纳建议'));
    answer.resolve({ batchId: 'x' });
    await waitFor(() => expect(main.toasts()).toEqual(['已采纳：停止赊销与新合同']));
    expect(main.inputsOf('terms.accept')).toEqual([{ customerId: 'c', advice: 'stop' }]);
  });

  it('offers no advice to take that is taken already', async () => {
    main.answers('terms.get', () => ({ ...terms, inForce: { ...inForce, kind: 'accepted' } }));
    main.show(<TermsPanel customerId="c" />);
    expect(await button('改用其他条件…')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '采纳建议' })).toBeNull();
  });

  it('says why when the advice is not what it was a moment ago', async () => {
    main.refuses('terms.accept', { kind: 'forbidden', right: 'terms.edit' });
    main.show(<TermsPanel customerId="c" />);
    await userEvent.click(await button('采纳建议'));
    await waitFor(() => expect(main.toasts()).toHaveLength(1));
    expect(main.toasts()[0]).not.toContain('已采纳');
    expect(screen.getByText('采纳建议')).toBeTruthy();
  });

  it('opens other terms with what is in force, the caret in the first field', async () => {
    main.answers('terms.get', () => ({ ...terms, inForce }));
    await override();
    expect(document.activeElement).toBe(field('优惠'));
    expect(['优惠', '账期', '额度', '定金', '理由'].map((name) => field(name).value)).toEqual([
      '2.5',
      '15',
      '80000',
      '0',
      '',
    ]);
    expect(broughtIntoSight).toHaveBeenCalledOnce();
  });

  it('asks for the reason only when one wants to save, and saves nothing without it', async () => {
    const form = await override();
    expect(within(form).queryByRole('alert')).toBeNull();
    await userEvent.keyboard('{Control>}s{/Control}');
    expect((await within(form).findByRole('alert')).textContent).toBe('请写理由');
    expect(main.inputsOf('terms.override')).toEqual([]);
  });

  it.each([
    ['优惠', '101', '填 0 到 100，最多两位小数'],
    ['定金', '三成', '填 0 到 100，最多两位小数'],
    ['账期', '1.5', '填 0 到 3650 的整数'],
    ['额度', '很多', '看不出金额，例如 80,000'],
  ])('does not save %s “%s”, and says what to write', async (name, typed, problem) => {
    const form = await override();
    await retype('理由', '谈好了');
    await retype(name, typed);
    expect(within(form).getByRole('alert').textContent).toBe(problem);
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(main.inputsOf('terms.override')).toEqual([]);
  });

  it('saves by keyboard what was typed, once, and closes', async () => {
    await override();
    await retype('优惠', '5');
    await retype('账期', '30');
    await retype('额度', '8万');
    await retype('定金', '12.5%');
    await retype('理由', '长期合作');
    await userEvent.keyboard('{Control>}ss{/Control}');
    await waitFor(() => expect(main.toasts()).toEqual(['已改用其他条件']));
    expect(main.inputsOf('terms.override')).toEqual([
      {
        customerId: 'c',
        terms: {
          discountBp: 500,
          credit: { kind: 'days', days: 30 },
          creditLimitFen: 8_000_000,
          depositBp: 1_250,
          isStopped: true,
        },
        reason: '长期合作',
      },
    ]);
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('Esc closes the form and saves nothing', async () => {
    await override();
    await retype('理由', '算了');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('form')).toBeNull();
    expect(main.inputsOf('terms.override')).toEqual([]);
  });
});
