import i18next from 'i18next';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { parseInstant } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { TimelineItem } from '../../../src-shared/customers/timeline.ts';
import { startI18n } from '../../app/i18n.ts';
import { useMoneyRequestStore } from '../../state/money-request.ts';
import type { WindowWords } from '../../text/use-window-words.ts';
import { amountOf, openerOf } from './timeline-money.ts';
import { byMonth, timelineWords } from './timeline-words.ts';

function day(text: string) {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}
function at(text: string) {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(`${text} is no moment`);
  return parsed;
}

let words: WindowWords;
beforeEach(() => {
  startI18n('zh-CN');
  useMoneyRequestStore.setState({ request: null });
  words = { t: i18next.t, today: day('2026-09-17'), timeZone: 'Asia/Shanghai' };
});

const common = { id: 'x', at: at('2026-09-10T04:00:00.000Z'), on: day('2026-09-10'), userId: null, isVoid: false };
const payment: TimelineItem = {
  ...common,
  kind: 'settlement',
  source: 'payment',
  amountFen: fen(1_200_000),
  method: 'wechat',
  note: '货款',
  voidKind: null,
};
const order: TimelineItem = {
  ...common,
  kind: 'order',
  orderNo: 'XS-1',
  amountFen: fen(960_000),
  summary: '合页 · 门锁',
};
const promise: TimelineItem = {
  kind: 'promise',
  id: 'x',
  at: common.at,
  userId: null,
  promise: {
    id: 'x',
    customerId: 'c',
    receivableId: null,
    contactId: null,
    takenById: null,
    promisedOn: day('2026-09-30'),
    amountFen: null,
    note: null,
    outcome: 'broken',
    outcomeOn: null,
    outcomeNote: '电话不接',
  },
};

const said = (item: TimelineItem) => timelineWords(words, { tiers: [], users: [] }, item);

describe('timelineWords of money', () => {
  it.each<[string, TimelineItem, { title: string; text: string; marks: readonly string[] }]>([
    ['an order', order, { title: '销售单 XS-1', text: '合页 · 门锁', marks: [] }],
    ['a payment', payment, { title: '回款', text: '微信 · 货款', marks: [] }],
    [
      'a bill that bounced',
      { ...payment, isVoid: true, voidKind: 'bounced', note: null },
      { title: '回款', text: '微信', marks: ['票据退回，已作废'] },
    ],
    ['a void order', { ...order, isVoid: true }, { title: '销售单 XS-1', text: '合页 · 门锁', marks: ['已作废'] }],
    ['a broken promise', promise, { title: '承诺 09-30 周三 付款', text: '', marks: ['没有兑现 · 电话不接'] }],
    [
      'an opening balance',
      { ...common, kind: 'receivable', dueOn: day('2026-10-01'), amountFen: fen(1), reference: null },
      { title: '期初应收', text: '10-01到期', marks: [] },
    ],
    [
      'other terms',
      { ...common, kind: 'terms', decision: 'override', advice: 'stop', reason: '老同学' },
      { title: '改用其他条件', text: '老同学', marks: [] },
    ],
  ])('%s', (_name, item, expected) => {
    expect(said(item)).toMatchObject(expected);
  });
});

describe('amountOf', () => {
  it('is null where a promise named none', () => {
    expect(amountOf(promise)).toBeNull();
    expect(amountOf(payment)).toBe(1_200_000);
  });
});

describe('openerOf', () => {
  it('opens the order and the payment, and nothing of a promise', () => {
    openerOf(order, 'c')?.();
    expect(useMoneyRequestStore.getState().request).toEqual({ kind: 'order', orderId: 'x' });
    openerOf(payment, 'c')?.();
    expect(useMoneyRequestStore.getState().request).toEqual({ kind: 'source', sourceId: 'x' });
    expect(openerOf(promise, 'c')).toBeNull();
  });
});

describe('an opening balance', () => {
  it('opens its own sheet', () => {
    const opening: TimelineItem = {
      ...common,
      kind: 'receivable',
      dueOn: day('2026-09-30'),
      amountFen: fen(50_000),
      reference: null,
    };
    openerOf(opening, 'c')?.();
    expect(useMoneyRequestStore.getState().request).toEqual({
      kind: 'receivableSheet',
      customerId: 'c',
      receivableId: 'x',
    });
  });
});

describe('byMonth', () => {
  it('puts money under the month of its business day', () => {
    const late: TimelineItem = { ...payment, on: day('2026-08-31'), at: at('2026-08-31T15:59:00.000Z') };
    expect(byMonth([payment, late], 'Pacific/Auckland').map(({ month }) => month)).toEqual(['2026-09', '2026-08']);
  });
});
