import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at } from '../../../db/testing/open-test-book.ts';
import { addDays } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { PaymentGrade } from '../../../src-shared/payments/payment-record.ts';
import { defaultTradingTerms, type TermsAdvice } from '../../../src-shared/terms/terms-advice.ts';
import { defaultTermsSettings } from '../../../src-shared/terms/terms-settings.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp({ now: at('2026-06-30T02:00:00.000Z') });
});
afterEach(() => app.close());

const today = day('2026-06-30');

/** A debt due so many days ago; paid so many days after its due day, or still open. */
interface Debt {
  readonly dueAgo: number;
  readonly paidLate: number | null;
  readonly yuan?: number;
}

async function owes(customerId: Id, { dueAgo, paidLate, yuan = 1_000 }: Debt): Promise<Id> {
  const dueOn = addDays(today, -dueAgo);
  const amountFen = yuan * 100;
  const debt = { customerId, issuedOn: addDays(dueOn, -30), dueOn, amountFen };
  const { id } = await app.done('receivables', 'enter', debt);
  if (paidLate !== null) {
    const payment = { receivedOn: addDays(dueOn, paidLate), amountFen, method: 'cash' } as const;
    await app.done('payments', 'record', { customerId, payment, settles: [{ receivableId: id, amountFen }] });
  }
  return id;
}

const punctual: readonly Debt[] = Array.from({ length: 9 }, () => ({ dueAgo: 100, paidLate: 3 }));

/** Each pair stands on both sides of one threshold of domain §2. */
const histories: readonly (readonly [what: string, debts: readonly Debt[], grade: PaymentGrade])[] = [
  ['nine of ten paid within 3 days', [...punctual, { dueAgo: 100, paidLate: 4 }], 'good'],
  ['eight of ten paid within 3 days', [...punctual.slice(1), ...late(2, 4)], 'fair'],
  ['one open for 30 days beside them', [...punctual, { dueAgo: 30, paidLate: null }], 'good'],
  ['one open for 31 days beside them', [...punctual, { dueAgo: 31, paidLate: null }], 'fair'],
  ['one open for 90 days', [...punctual, { dueAgo: 90, paidLate: null }], 'fair'],
  ['one open for 91 days', [...punctual, { dueAgo: 91, paidLate: null }], 'poor'],
  ['99 yuan open for 91 days', [...punctual, { dueAgo: 91, paidLate: null, yuan: 99 }], 'good'],
  ['all paid 15 days late', late(4, 15), 'fair'],
  ['all paid 16 days late', late(4, 16), 'poor'],
  ['six of ten on time, the others 100 days late', [...punctual.slice(3), ...late(4, 100)], 'fair'],
  ['all paid 46 days late', late(4, 46), 'poor'],
  ['one debt came due', [{ dueAgo: 100, paidLate: 0 }], 'unknown'],
  ['two debts came due', late(2, 0), 'good'],
];

function late(count: number, paidLate: number): readonly Debt[] {
  return Array.from({ length: count }, () => ({ dueAgo: 150, paidLate }));
}

async function customerWith(debts: readonly Debt[], tier: 'A' | 'B' | 'C' | 'D' | null = null): Promise<Id> {
  const customerId = app.aCustomer({ tierId: tier === null ? null : app.tierIds[tier] });
  for (const debt of debts) await owes(customerId, debt);
  return customerId;
}

describe('terms.get', () => {
  it.each(histories)('%s', async (_what, debts, grade) => {
    const customerId = await customerWith(debts);
    expect((await app.done('terms', 'get', { customerId })).record.grade).toBe(grade);
  });

  const poor = late(4, 46);
  const fair = late(4, 15);
  const good = late(4, 0);
  const matrix: readonly (readonly ['A' | 'B' | 'C' | 'D' | null, readonly Debt[], TermsAdvice])[] = [
    ['A', good, 'preferential'],
    ['A', fair, 'standard'],
    ['A', poor, 'industry_standard_strict'],
    ['A', [], 'insufficient_history'],
    ['B', good, 'preferential'],
    ['B', fair, 'standard'],
    ['B', poor, 'industry_standard_strict'],
    ['B', [], 'insufficient_history'],
    ['C', good, 'preferential_small'],
    ['C', fair, 'standard'],
    ['C', poor, 'stop'],
    ['C', [], 'insufficient_history'],
    [null, good, 'preferential_small'],
    [null, fair, 'standard'],
    [null, poor, 'stop'],
    [null, [], 'insufficient_history'],
  ];
  it.each(matrix)('tier %s with %j: %s', async (tier, debts, advice) => {
    const customerId = await customerWith(debts, tier);
    const terms = await app.done('terms', 'get', { customerId });
    expect(terms).toMatchObject({ advice, advised: defaultTradingTerms[advice], inForce: null, changed: null });
    expect(terms.isKeyTier).toBe(tier === 'A' || tier === 'B');
  });

  it('names the debts that decided', async () => {
    const customerId = await customerWith(punctual);
    const old = await owes(customerId, { dueAgo: 91, paidLate: null });
    const { record, receivables, openFen } = await app.done('terms', 'get', { customerId });
    expect(record.reasons).toEqual([{ code: 'overdue_long', receivableIds: [old], days: 91 }]);
    expect(receivables).toMatchObject([{ id: old, openFen: 100_000, daysPastDue: 91 }]);
    expect(openFen).toBe(100_000);
  });

  it('refuses a customer there is not', async () => {
    const customerId = '0190d3c0-0000-7000-8000-aaaaaaaaaaaa';
    expect(await app.refused('terms', 'get', { customerId })).toMatchObject({ kind: 'not_found' });
    expect(await app.refused('terms', 'accept', { customerId, advice: 'stop' })).toMatchObject({ kind: 'not_found' });
  });
});

describe('terms.accept', () => {
  it('keeps the terms of that day until others are accepted, and says since when the advice is another', async () => {
    const customerId = await customerWith(punctual);
    const open = await owes(customerId, { dueAgo: 20, paidLate: null });
    await app.done('terms', 'accept', { customerId, advice: 'preferential_small' });
    const accepted = await app.done('terms', 'get', { customerId });
    expect(accepted.inForce).toMatchObject({
      kind: 'accepted',
      advice: 'preferential_small',
      grade: 'good',
      discountBp: 500,
      credit: { kind: 'days', days: 30 },
      creditLimitFen: 2_000_000,
      isStopped: false,
      decidedOn: '2026-06-30',
      decidedById: app.ownerId,
      shown: accepted.record,
    });
    expect(accepted.changed).toBeNull();

    // Open for 31 days on 11 July, for 91 on 9 September.
    app.clockTo(at('2026-09-12T02:00:00.000Z'));
    const later = await app.done('terms', 'get', { customerId });
    expect(later).toMatchObject({ advice: 'stop', inForce: accepted.inForce });
    expect(later.changed).toEqual({ since: '2026-07-11', from: 'preferential_small' });
    expect(later.receivables).toMatchObject([{ id: open }]);
  });

  it('says since when another tier is the reason', async () => {
    const customerId = await customerWith(late(4, 0));
    await app.done('terms', 'accept', { customerId, advice: 'preferential_small' });
    app.clockTo(at('2026-07-10T02:00:00.000Z'));
    await app.done('customers', 'update', { id: customerId, fields: { tierId: app.tierIds.A }, seenAt: app.now });
    app.clockTo(at('2026-07-20T02:00:00.000Z'));
    expect((await app.done('terms', 'get', { customerId })).changed).toEqual({
      since: '2026-07-10',
      from: 'preferential_small',
    });
  });

  it('refuses what is no longer the advice, and writes nothing', async () => {
    const customerId = await customerWith(late(4, 46));
    const before = app.hash();
    expect(await app.refused('terms', 'accept', { customerId, advice: 'standard' })).toMatchObject({
      kind: 'conflict',
      reason: 'changed_meanwhile',
      detail: 'stop',
    });
    expect(app.hash()).toBe(before);
    await app.done('terms', 'accept', { customerId, advice: 'stop' });
    expect((await app.done('terms', 'get', { customerId })).inForce).toMatchObject({
      isStopped: true,
      depositBp: 10_000,
    });
  });

  it('is undone as long as it stands alone, and the terms before are in force again', async () => {
    const customerId = await customerWith(late(4, 0));
    const first = await app.done('terms', 'accept', { customerId, advice: 'preferential_small' });
    const before = app.hash();
    const { batchId } = await app.done('terms', 'override', { customerId, terms: ours, reason: '老客户' });
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(app.hash()).toBe(before);
    expect((await app.done('terms', 'get', { customerId })).inForce?.id).toBe(first.id);
  });
});

const ours = {
  discountBp: 800,
  credit: { kind: 'month_end', days: 15 },
  creditLimitFen: 3_000_000,
  depositBp: 1_000,
  isStopped: false,
} as const;

describe('terms.override', () => {
  it('stands in the history with its reason and what was shown that day', async () => {
    const customerId = await customerWith(late(4, 46), 'C');
    const { record } = await app.done('terms', 'get', { customerId });
    await app.done('terms', 'override', { customerId, terms: ours, reason: '老板担保' });
    await owes(customerId, { dueAgo: 1, paidLate: 0 });
    app.clockTo(at('2026-07-02T02:00:00.000Z'));
    await app.done('terms', 'accept', { customerId, advice: 'stop' });
    const { decisions } = await app.done('terms', 'history', { customerId });
    expect(decisions.map(({ kind }) => kind)).toEqual(['accepted', 'override']);
    expect(decisions[1]).toMatchObject({
      ...ours,
      advice: 'stop',
      grade: 'poor',
      tierId: app.tierIds.C,
      reason: '老板担保',
      decidedOn: '2026-06-30',
      shown: record,
    });
  });

  it('asks for a reason', async () => {
    const customerId = app.aCustomer();
    expect(await app.refused('terms', 'override', { customerId, terms: ours, reason: ' ' })).toMatchObject({
      kind: 'validation',
      fields: [{ field: 'reason', problem: 'required' }],
    });
  });
});

describe('terms.settings', () => {
  it('are the rules’ defaults until the owner says otherwise, one part at a time', async () => {
    expect(await app.done('terms', 'settings', {})).toEqual(defaultTermsSettings);
    const record = { ...defaultTermsSettings.record, poorOverdueDays: 100 };
    const customerId = await customerWith([...punctual, { dueAgo: 95, paidLate: null }]);
    expect((await app.done('terms', 'get', { customerId })).record.grade).toBe('poor');
    const { batchId } = await app.done('terms', 'saveSettings', { record });
    expect(await app.done('terms', 'settings', {})).toEqual({ ...defaultTermsSettings, record });
    expect((await app.done('terms', 'get', { customerId })).record.grade).toBe('fair');
    await app.done('terms', 'saveSettings', { record: { ...record, graceDays: 5 } });
    await app.done('terms', 'saveSettings', { record });
    expect(batchId).not.toBeNull();
  });

  it('refuses a share of more than all', async () => {
    const record = { ...defaultTermsSettings.record, goodOnTimePercent: 101 };
    expect(await app.refused('terms', 'saveSettings', { record })).toMatchObject({ kind: 'validation' });
  });
});
