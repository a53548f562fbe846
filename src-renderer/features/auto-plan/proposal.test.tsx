import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { AutoPlanProposal, ProposedVisit } from '../../../src-shared/visits/auto-plan-proposal.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { ProposalBanner } from './proposal-banner.tsx';
import { ProposalList } from './proposal-list.tsx';
import { dropProposal, startProposal, useProposalStore } from './proposal-store.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const aVisit = (name: string, dueOn: string, on: string): ProposedVisit => ({
  customerId: name,
  name,
  tierId: 'tier-a',
  city: '杭州市',
  district: '上城区',
  personId: 'u1',
  on: day(on),
  dueOn: day(dueOn),
  isLate: false,
});
const proposal: AutoPlanProposal = {
  from: day('2026-09-17'),
  to: day('2026-09-30'),
  maxPerDay: 6,
  visits: [aVisit('金源装饰城', '2026-08-10', '2026-09-18'), aVisit('乾元木门', '2026-09-19', '2026-09-21')],
  unplanned: [
    {
      customerId: '无主',
      name: '无主商行',
      tierId: null,
      personId: null,
      dueOn: day('2026-09-18'),
      reason: 'no_owner',
    },
  ],
  unplannedCount: 3,
  withoutOwnerCount: 1,
  fullDays: [{ personId: 'u1', on: day('2026-09-18') }],
  daysOff: [],
  makeupWorkdays: [],
  knownUntilYear: 2026,
};

let userId = 'u1';
const people = [
  { id: 'u1', name: '王强', role: 'owner', isGone: false, hasPin: false, customerCount: 9 },
  { id: 'u2', name: '李娜', role: 'salesperson', isGone: false, hasPin: false, customerCount: 4 },
];
const answers: Record<string, () => unknown> = {
  'book.status': () => ({ state: 'open', bookId: 'book', today: '2026-09-17', timeZone: 'Asia/Shanghai' }),
  'users.list': () => ({ users: people, currentId: userId }),
  'tiers.list': () => ({ tiers: [{ id: 'tier-a', name: 'A', color: 'amber' }] }),
  'visits.propose': () => proposal,
  'visits.acceptProposal': () => ({ planned: 1, leftAlone: 0, batchId: 'batch' }),
};
const asked: { readonly procedure: string; readonly input: unknown }[] = [];

beforeEach(() => {
  fillJsdomGaps();
  startI18n('zh-CN');
  userId = 'u1';
  asked.length = 0;
  queryClient.clear();
  dropProposal();
  const call = (request: { readonly procedure: string; readonly input: unknown }) => {
    asked.push(request);
    return Promise.resolve(ok(answers[request.procedure]?.() ?? {}));
  };
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const opened = vi.fn();
const page = () => (
  <QueryClientProvider client={queryClient}>
    <ProposalBanner />
    <ProposalList onOpen={opened} dragMark={() => ({})} />
  </QueryClientProvider>
);
const accepted = () => asked.filter(({ procedure }) => procedure === 'visits.acceptProposal').map(({ input }) => input);

describe('ProposalBanner and ProposalList', () => {
  it('show nothing until there is a proposal, then who, why and when, and who was left out', async () => {
    render(page());
    expect(screen.queryByRole('region')).toBeNull();
    await startProposal();
    const [banner, list] = await screen.findAllByRole('region', { name: '自动排期建议' });
    if (!banner || !list) throw new Error('a banner and a list');
    expect(banner.textContent).toContain('自动排期建议 2 家');
    expect(banner.textContent).toContain('3 家排不进');
    const [late, due] = await within(list).findAllByText('上城区 · 王强');
    expect(late?.closest('li')?.textContent).toContain('逾期 38 天');
    expect(late?.closest('li')?.textContent).toContain('09-18 周五');
    expect(due?.closest('li')?.textContent).toContain('应访 09-19');
    expect(within(list).getByText('无主商行').closest('li')?.textContent).toContain('没有负责人');
    expect(within(list).getByText('还有 2 家')).toBeTruthy();
    expect(within(list).getByText('已排满的日子（1 人天）')).toBeTruthy();
  });

  it('accept what is still ticked and then are gone', async () => {
    const user = userEvent.setup();
    render(page());
    await startProposal();
    await user.click(await screen.findByRole('checkbox', { name: '接受 金源装饰城' }));
    await user.click(screen.getByRole('button', { name: '接受已勾选 1 家' }));
    expect(accepted()).toEqual([{ visits: [{ customerId: '乾元木门', personId: 'u1', on: '2026-09-21' }] }]);
    await vi.waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  });

  it('offer nothing to accept when nothing is ticked, and tick all again', async () => {
    const user = userEvent.setup();
    render(page());
    await startProposal();
    const all = await screen.findByRole('checkbox', { name: '全选' });
    await user.click(all);
    expect(screen.getByRole('button', { name: '接受已勾选 0 家' })).toHaveProperty('disabled', true);
    await user.click(all);
    expect(screen.getByRole('button', { name: '接受已勾选 2 家' })).toHaveProperty('disabled', false);
  });

  it('open a customer by its name', async () => {
    const user = userEvent.setup();
    render(page());
    await startProposal();
    await user.click(await screen.findByRole('button', { name: '乾元木门' }));
    expect(opened).toHaveBeenCalledWith('乾元木门');
  });

  it('work it out anew with other limits', async () => {
    const user = userEvent.setup();
    render(page());
    await startProposal();
    await user.click(await screen.findByRole('button', { name: '调整' }));
    const most = await screen.findByRole('spinbutton', { name: '每人每天最多几家' });
    await user.clear(most);
    await user.type(most, '4');
    await user.click(screen.getByRole('button', { name: '重新排' }));
    const wishes = asked.filter(({ procedure }) => procedure === 'visits.propose').map(({ input }) => input);
    expect(wishes.at(-1)).toEqual({ horizonWorkdays: 10, maxPerDay: 4 });
    useProposalStore.setState({ options: { horizonWorkdays: 10, maxPerDay: 6, persons: [] } });
  });

  it('show nothing of a proposal to another user who sits down', async () => {
    render(page());
    await startProposal();
    await screen.findAllByRole('region');
    userId = 'u2';
    await queryClient.invalidateQueries();
    await vi.waitFor(() => expect(screen.queryByRole('region')).toBeNull());
    expect(useProposalStore.getState().proposal).toBeNull();
  });
});
