import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../db/testing/open-test-book.ts';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { CustomerRow } from '../../../src-shared/customers/customer.ts';
import { customerColumns } from '../../../src-shared/customers/customer-list.ts';
import { type CellNames, customerCell, kindOfColumn } from './customer-cells.ts';

const [tier, user, tag, otherTag] = [newId(), newId(), newId(), newId()];
const names: CellNames = {
  tier: (id) => (id === tier ? 'A' : '?'),
  user: (id) => (id === user ? '王老板' : '?'),
  tag: (id) => (id === tag ? '重点' : '老客户'),
  withoutTier: '未分级',
  separator: '、',
  timeZone: 'Asia/Shanghai',
  today: dayOf('2026-03-06'),
};
/** 2026-03-05 16:30 in Greenwich: in Shanghai it is the next day. */
const late = instantFromMs(Date.UTC(2026, 2, 5, 16, 30));
const dueOn = dayOf('2026-03-12');
const row: CustomerRow = {
  id: newId(),
  name: '=HYPERLINK("http://x")',
  tierId: tier,
  isTierPinned: false,
  ownerId: user,
  contactName: '张三',
  phone: '013800138000',
  wechat: null,
  province: null,
  city: null,
  district: null,
  address: null,
  industry: null,
  source: null,
  tagIds: [tag, otherTag],
  nextVisitOn: parseCalendarDate('2026-03-09'),
  dueOn,
  lastContactAt: late,
  owedFen: fen(1_234_550),
  prepaidFen: null,
  oldestDueOn: dayOf('2026-02-26'),
  lastPaymentOn: dayOf('2026-01-31'),
  createdAt: late,
  updatedAt: late,
};

describe('customerCell', () => {
  it.each([
    ['name', '=HYPERLINK("http://x")'],
    ['phone', '013800138000'],
    ['wechat', null],
    ['tier', 'A'],
    ['owner', '王老板'],
    ['tags', '重点、老客户'],
    ['owed', 1_234_550],
    ['overdueDays', 8],
    ['lastPaymentOn', { day: '2026-01-31', time: '00:00' }],
    ['nextVisitOn', { day: '2026-03-09', time: '00:00' }],
    ['dueOn', { day: '2026-03-12', time: '00:00' }],
    ['lastContactAt', { day: '2026-03-06', time: '00:30' }],
  ] as const)('%s is what the grid shows', (column, cell) => expect(customerCell(row, column, names)).toEqual(cell));

  it('says in words that there is no tier, and nothing where there is nothing', () => {
    const bare = { ...row, tierId: null, ownerId: null, tagIds: [], nextVisitOn: null, lastContactAt: null };
    expect(customerCell(bare, 'tier', names)).toBe('未分级');
    expect(customerCell(bare, 'owner', names)).toBeNull();
    expect(customerCell(bare, 'tags', names)).toBe('');
    expect(customerCell(bare, 'nextVisitOn', names)).toBeNull();
    expect(customerCell(bare, 'lastContactAt', names)).toBeNull();
  });

  it('calls nobody overdue on the due day itself, nor who owes nothing', () => {
    expect(customerCell({ ...row, oldestDueOn: names.today }, 'overdueDays', names)).toBeNull();
    const settled = { ...row, owedFen: null, oldestDueOn: null, lastPaymentOn: null };
    expect(customerCell(settled, 'overdueDays', names)).toBeNull();
    expect(customerCell(settled, 'owed', names)).toBeNull();
    expect(customerCell(settled, 'lastPaymentOn', names)).toBeNull();
  });
});

describe('kindOfColumn', () => {
  it('keeps all but money, days and moments as text', () => {
    expect(customerColumns.filter((column) => kindOfColumn(column) !== 'text')).toEqual([
      'owed',
      'overdueDays',
      'lastPaymentOn',
      'nextVisitOn',
      'dueOn',
      'lastContactAt',
      'createdAt',
      'updatedAt',
    ]);
  });
});
