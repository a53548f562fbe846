import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import type { PromiseRow } from '../../../src-shared/payments/payments-contract.ts';
import type { CallLine } from '../../../src-shared/receivables/receivables-contract.ts';
import type { Role } from '../../../src-shared/users/rights.ts';
import type { DueCustomer, VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import { startI18n } from '../../app/i18n.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { useMoneyRequestStore } from '../../state/money-request.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { forgetAllDone } from './done-marks.ts';
import { TodayBoard } from './today-board.tsx';
import { TodayHeader } from './today-header.tsx';
import { useTodayLists } from './use-today.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

/** A Friday: the next workday is Monday. */
const today = '2026-09-11';

const visited = (name: string, ownerId: string | null) => ({
  customerId: name,
  name,
  shortName: null,
  tierId: null,
  ownerId,
  city: null,
  district: '余杭区',
  address: null,
  contactName: null,
  phone: null,
  lastContactAt: null,
});

const visit = (name: string, plannedOn: string, ownerId: string | null = 'owner'): VisitEntry => ({
  ...visited(name, ownerId),
  plan: {
    id: `plan ${name}`,
    customerId: name,
    personId: ownerId,
    plannedOn: day(plannedOn),
    plannedTime: null,
    lengthMinutes: null,
    purpose: null,
    status: 'planned',
    cancelledReason: null,
    doneById: null,
    seriesId: null,
    createdAt: instantFromMs(0),
    updatedAt: instantFromMs(0),
  },
});

const due = (name: string, ownerId: string | null = 'owner'): DueCustomer => ({
  ...visited(name, ownerId),
  dueOn: day('2026-09-01'),
  cadenceDays: 30,
});

const call = (name: string, yuan: number, more: Partial<CallLine> = {}): CallLine => ({
  customerId: name,
  customerName: name,
  tierId: null,
  ownerId: 'owner',
  contactName: null,
  phone: null,
  overdueFen: fen(yuan * 100),
  openFen: fen(yuan * 100),
  overdueDays: 12,
  receivables: 1,
  oldestId: `debt of ${name}`,
  urgency: 0,
  promise: null,
  lastPaymentOn: null,
  ...more,
});
const callsOf = (lines: readonly CallLine[], total: number, receivables: number, overdueYuan: number) => ({
  lines,
  total,
  receivables,
  overdueFen: fen(overdueYuan * 100),
});

const promise = (name: string, promisedOn: string, yuan: number | null): PromiseRow => ({
  id: `promise ${name}`,
  customerId: name,
  customerName: name,
  ownerId: 'owner',
  phone: null,
  receivableId: null,
  contactId: null,
  takenById: null,
  promisedOn: day(promisedOn),
  amountFen: yuan === null ? null : fen(yuan * 100),
  note: null,
  outcome: 'open',
  outcomeOn: null,
  outcomeNote: null,
  receivedFen: fen(0),
  overdueFen: fen(0),
});

let calls: ReturnType<typeof callsOf>;
let promises: readonly PromiseRow[];
let currentId: string;
/** Procedures that answer with an error. */
let broken: ReadonlySet<string>;
const person = (id: string, role: Role) => ({ id, name: id, role, isGone: false, hasPin: false, customerCount: 1 });
const answers: Readonly<Record<string, () => unknown>> = {
  'book.status': () => ({ state: 'open', bookId: 'book', today, timeZone: 'Asia/Shanghai' }),
  'users.list': () => ({
    users: [person('owner', 'owner'), person('seller', 'salesperson'), person('books', 'bookkeeper')],
    currentId,
  }),
  'tiers.list': () => ({ tiers: [] }),
  'workdays.years': () => ({ userYears: [] }),
  'visits.overdue': () => ({ entries: [visit('迟到', '2026-09-09')], total: 1 }),
  'visits.between': () => ({
    entries: [visit('今天', today), visit('同事的', today, 'owner'), visit('周一', '2026-09-14')],
  }),
  'visits.due': () => ({ customers: [due('该联系')], total: 7 }),
  'calendar.occasions': () => ({ items: [] }),
  'receivables.callList': () => calls,
  'payments.promises': () => ({ promises, total: promises.length }),
};
const asked: { readonly procedure: string; readonly input: unknown }[] = [];

beforeEach(() => {
  fillJsdomGaps();
  startI18n('zh-CN');
  currentId = 'owner';
  calls = callsOf([], 0, 0, 0);
  promises = [];
  broken = new Set();
  asked.length = 0;
  queryClient.clear();
  forgetAllDone();
  const answer = (request: { readonly procedure: string; readonly input: unknown }) => {
    asked.push(request);
    return Promise.resolve(
      broken.has(request.procedure)
        ? err({ kind: 'internal', logRef: 'L-1' })
        : ok(answers[request.procedure]?.() ?? {}),
    );
  };
  Object.assign(window, { keben: { call: answer, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const showAllDue = vi.fn();
const showMoney = vi.fn();
const nobodyWarned: ReadonlySet<string> = new Set();
function Page() {
  const lists = useTodayLists('all', nobodyWarned);
  const nothing = () => {};
  return (
    <>
      <TodayHeader lists={lists} onPrint={nothing} />
      <TodayBoard
        lists={lists}
        paneId={null}
        onOpen={nothing}
        onHistory={nothing}
        onClosePane={nothing}
        onPrintRoute={nothing}
        onShowAllDue={showAllDue}
        warnings={null}
        onShowMoney={showMoney}
      />
    </>
  );
}
const page = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  );
const section = (name: string) => screen.findByRole('region', { name });
const inputsOf = (wanted: string) =>
  asked.filter(({ procedure }) => procedure === wanted).map(({ input }): unknown => input);

describe('TodayBoard', () => {
  it('looks ahead to Monday on a Friday, and names the day', async () => {
    page();
    expect(within(await section('09-14 周一')).getByText('周一')).toBeTruthy();
    expect(inputsOf('visits.between')).toContainEqual({ from: today, to: '2026-09-14' });
  });

  it('counts in one line what its lists hold', async () => {
    page();
    await section('该联系了');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('今天 2 家要拜访，1 家逾期，7 家该联系了');
  });

  it('shows the other lists when one cannot be read, says why, and asks again when told to', async () => {
    broken = new Set(['visits.overdue']);
    page();
    const failed = await section('逾期拜访');
    expect(within(failed).getByRole('alert').textContent).toContain('L-1');
    expect(within(await section('今天拜访')).getByText('今天')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('今天 2 家要拜访，7 家该联系了');
    broken = new Set();
    await userEvent.click(within(failed).getByRole('button', { name: /重\s*试/ }));
    expect(await screen.findByText('迟到')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not say that nothing is to be done when that is not known', async () => {
    broken = new Set(['visits.overdue', 'visits.between', 'visits.due']);
    page();
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('今日');
    expect(screen.getAllByRole('alert')).toHaveLength(3);
  });

  it('lets a bookkeeper look and do nothing', async () => {
    currentId = 'books';
    page();
    const visits = await section('今天拜访');
    const ticks = within(visits).getAllByRole('checkbox');
    expect(ticks.map((tick) => tick.getAttribute('aria-disabled') ?? String(tick.hasAttribute('disabled')))).toEqual([
      'true',
      'true',
    ]);
    expect(screen.queryByRole('button', { name: '全部改到今天' })).toBeNull();
    expect(screen.queryByRole('button', { name: '给 该联系 安排拜访' })).toBeNull();
  });

  it('offers all that are due where they can be seen', async () => {
    page();
    await userEvent.click(within(await section('该联系了')).getByRole('button', { name: '另有 6 家，到客户里看' }));
    expect(showAllDue).toHaveBeenCalledOnce();
  });
});

describe('the money of the day', () => {
  const eight = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((name, at) => call(name, 800 - at * 100));

  it('says in the headline how many debts are overdue and how much, as its list adds up', async () => {
    calls = callsOf([call('甲', 300, { receivables: 2 }), call('乙', 20.5)], 2, 3, 320.5);
    page();
    const owed = await section('应收逾期');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      '今天 2 家要拜访，1 家逾期，3 笔应收逾期 ¥320.50，7 家该联系了',
    );
    expect(within(owed).getByText('2 家，3 笔')).toBeTruthy();
    expect(
      within(owed)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(['—未分级甲2 笔逾期 12 天¥300.00记回款', '—未分级乙逾期 12 天¥20.50记回款']);
  });

  it('opens the payment of a customer with one click', async () => {
    calls = callsOf([call('甲', 300)], 1, 1, 300);
    page();
    await userEvent.click(within(await section('应收逾期')).getByRole('button', { name: '记回款：甲' }));
    expect(useMoneyRequestStore.getState().request).toEqual({
      kind: 'payment',
      customerId: '甲',
      receivableId: 'debt of 甲',
    });
  });

  it('lists six and says what the others owe together, one more is listed too', async () => {
    calls = callsOf(eight.slice(0, 7), 8, 9, 3_600);
    page();
    const owed = await section('应收逾期');
    expect(within(owed).getAllByRole('listitem')).toHaveLength(6);
    await userEvent.click(within(owed).getByRole('button', { name: /另有 2 家\s*¥300\.00/ }));
    expect(showMoney).toHaveBeenCalledOnce();
    cleanup();
    queryClient.clear();
    calls = callsOf(eight.slice(0, 7), 7, 7, 3_500);
    page();
    const whole = within(await section('应收逾期'));
    expect(whole.getAllByRole('listitem')).toHaveLength(7);
    expect(whole.queryByRole('button', { name: /另有/ })).toBeNull();
  });

  it('reminds of promises for today and of broken ones, not of those still to come', async () => {
    promises = [promise('甲', '2026-09-09', 500), promise('乙', today, null), promise('丙', '2026-09-12', 1)];
    page();
    const lines = within(await section('付款承诺')).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual(['甲逾期 2 天¥500.00记回款', '乙今天没说金额记回款']);
  });

  it('offers a salesperson no payment, who may read but not record', async () => {
    currentId = 'seller';
    calls = callsOf([call('甲', 300, { ownerId: 'seller' })], 1, 1, 300);
    page();
    expect(within(await section('应收逾期')).queryByRole('button', { name: '记回款：甲' })).toBeNull();
  });

  it('says why when the money cannot be read, and nothing of it in the headline', async () => {
    broken = new Set(['receivables.callList']);
    page();
    expect(within(await section('应收逾期')).getByRole('alert').textContent).toContain('L-1');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('今天 2 家要拜访，1 家逾期，7 家该联系了');
  });
});
