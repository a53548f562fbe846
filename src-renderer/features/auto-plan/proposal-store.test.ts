import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { AutoPlanProposal, ProposedVisit } from '../../../src-shared/visits/auto-plan-proposal.ts';
import { flushLayout, useLayoutStore } from '../../state/saved-layout.ts';
import { closeAllToasts, useToastStore } from '../../state/toasts.ts';
import zhCN from '../../text/zh-CN.json' with { type: 'json' };
import {
  acceptProposal,
  dropProposal,
  moveProposed,
  proposedEntries,
  startProposal,
  tickAllProposed,
  toggleProposed,
  useProposalStore,
} from './proposal-store.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const aVisit = (customerId: string, on: string, isLate = false): ProposedVisit => ({
  customerId,
  name: customerId,
  tierId: null,
  city: null,
  district: null,
  personId: '李娜',
  on: day(on),
  dueOn: day(on),
  isLate,
});
const aProposal = (...visits: readonly ProposedVisit[]): AutoPlanProposal => ({
  from: day('2026-09-17'),
  to: day('2026-10-08'),
  maxPerDay: 6,
  visits,
  unplanned: [],
  unplannedCount: 0,
  withoutOwnerCount: 0,
  fullDays: [],
  daysOff: [],
  makeupWorkdays: [],
  knownUntilYear: 2026,
});

const answers: Record<string, Result<unknown, AppError>> = {};
let asked: { readonly procedure: string; readonly input: unknown }[] = [];

beforeEach(async () => {
  await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: zhCN } } });
  asked = [];
  answers['visits.propose'] = ok(aProposal(aVisit('甲', '2026-09-18'), aVisit('乙', '2026-09-21', true)));
  answers['visits.acceptProposal'] = ok({ planned: 2, leftAlone: 0, batchId: 'batch' });
  const call = (request: { readonly procedure: string; readonly input: unknown }) => {
    asked.push(request);
    return Promise.resolve(answers[request.procedure] ?? ok({}));
  };
  vi.stubGlobal('window', { keben: { call, on: () => () => {} } });
  dropProposal();
  closeAllToasts();
});
afterEach(async () => {
  // What waits to be kept would find no window when its time comes, in the middle of another test file.
  await flushLayout();
  vi.unstubAllGlobals();
});

const entries = () =>
  proposedEntries(useProposalStore.getState()).map(({ visit, isTicked }) => [visit.customerId, visit.on, isTicked]);
const inputsOf = (procedure: string) => asked.filter((call) => call.procedure === procedure).map(({ input }) => input);
const toasts = () =>
  useToastStore.getState().toasts.map(({ tone, text, undoBatchId }) => ({ tone, text, undoBatchId }));

describe('startProposal', () => {
  it('shows what is proposed, all of it ticked', async () => {
    await startProposal();
    expect(inputsOf('visits.propose')).toEqual([{ horizonWorkdays: 10, maxPerDay: 6 }]);
    expect(entries()).toEqual([
      ['甲', '2026-09-18', true],
      ['乙', '2026-09-21', true],
    ]);
    expect(useProposalStore.getState().isBusy).toBe(false);
  });

  it('asks anew with other limits, forgets what was unticked and moved, and keeps the limits for the next time', async () => {
    await startProposal();
    toggleProposed('甲');
    moveProposed('乙', day('2026-09-24'));
    await startProposal({ maxPerDay: 4, persons: ['李娜'] });
    expect(inputsOf('visits.propose')[1]).toEqual({ horizonWorkdays: 10, maxPerDay: 4, persons: ['李娜'] });
    expect(entries()).toEqual([
      ['甲', '2026-09-18', true],
      ['乙', '2026-09-21', true],
    ]);
    expect(useLayoutStore.getState().layout['autoPlan.options']).toEqual({ horizonWorkdays: 10, maxPerDay: 4 });
    await startProposal({ maxPerDay: 6, persons: [] });
  });

  it('says why nothing came of it and leaves the proposal that is there', async () => {
    await startProposal();
    answers['visits.propose'] = err({ kind: 'storage', reason: 'file_missing' });
    await startProposal();
    expect(entries()).toHaveLength(2);
    expect(toasts()).toMatchObject([{ tone: 'problem' }]);
    answers['visits.propose'] = err({ kind: 'cancelled' });
    closeAllToasts();
    await startProposal();
    expect(toasts()).toEqual([]);
  });

  it('is not begun twice at once', async () => {
    await Promise.all([startProposal(), startProposal()]);
    expect(inputsOf('visits.propose')).toHaveLength(1);
  });
});

describe('what the user changes', () => {
  it('unticks and ticks one and all', async () => {
    await startProposal();
    toggleProposed('甲');
    expect(entries().map(([, , isTicked]) => isTicked)).toEqual([false, true]);
    toggleProposed('甲', true);
    toggleProposed('乙', false);
    expect(entries().map(([, , isTicked]) => isTicked)).toEqual([true, false]);
    tickAllProposed(false);
    expect(entries().map(([, , isTicked]) => isTicked)).toEqual([false, false]);
    tickAllProposed(true);
    expect(entries().map(([, , isTicked]) => isTicked)).toEqual([true, true]);
  });

  it('moves a visit; one that was late and is moved forward is not called late', async () => {
    await startProposal();
    const isLate = () => proposedEntries(useProposalStore.getState()).map(({ visit }) => visit.isLate);
    expect(isLate()).toEqual([false, true]);
    moveProposed('乙', day('2026-09-23'));
    expect(isLate()).toEqual([false, true]);
    moveProposed('乙', day('2026-09-18'));
    expect(isLate()).toEqual([false, false]);
    expect(entries()[1]).toEqual(['乙', '2026-09-18', true]);
  });
});

describe('acceptProposal', () => {
  it('plans what is ticked where it was moved to, offers to undo, and the proposal is gone', async () => {
    answers['visits.propose'] = ok(
      aProposal(aVisit('甲', '2026-09-18'), aVisit('乙', '2026-09-21'), aVisit('丙', '2026-09-21')),
    );
    await startProposal();
    toggleProposed('乙');
    moveProposed('丙', day('2026-09-20'));
    expect(await acceptProposal()).toBe(true);
    expect(inputsOf('visits.acceptProposal')).toEqual([
      {
        visits: [
          { customerId: '甲', personId: '李娜', on: '2026-09-18' },
          { customerId: '丙', personId: '李娜', on: '2026-09-20' },
        ],
      },
    ]);
    expect(toasts()).toEqual([{ tone: 'done', text: '已安排 2 家拜访', undoBatchId: 'batch' }]);
    expect(useProposalStore.getState().proposal).toBeNull();
  });

  it('says how many were left alone', async () => {
    await startProposal();
    answers['visits.acceptProposal'] = ok({ planned: 1, leftAlone: 1, batchId: 'batch' });
    await acceptProposal();
    expect(toasts()[0]?.text).toMatch(/^已安排 1 家拜访；1 家没有排/);
  });

  it('says it when nothing was left to plan', async () => {
    await startProposal();
    answers['visits.acceptProposal'] = ok({ planned: 0, leftAlone: 2, batchId: null });
    expect(await acceptProposal()).toBe(true);
    expect(toasts()).toMatchObject([{ tone: 'done', undoBatchId: null }]);
    expect(useProposalStore.getState().proposal).toBeNull();
  });

  it('keeps the proposal as it was changed when it could not be written', async () => {
    await startProposal();
    toggleProposed('甲');
    answers['visits.acceptProposal'] = err({ kind: 'storage', reason: 'disk_full' });
    expect(await acceptProposal()).toBe(false);
    expect(entries().map(([, , isTicked]) => isTicked)).toEqual([false, true]);
    expect(toasts()).toMatchObject([{ tone: 'problem' }]);
    expect(useProposalStore.getState().isBusy).toBe(false);
  });

  it('writes nothing when nothing is ticked', async () => {
    await startProposal();
    tickAllProposed(false);
    expect(await acceptProposal()).toBe(false);
    expect(inputsOf('visits.acceptProposal')).toEqual([]);
  });
});
