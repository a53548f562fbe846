import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../../db/journal.ts';
import { receivables } from '../../../db/schema/money.ts';
import { termsDecisions } from '../../../db/schema/terms.ts';
import { dayOf } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { aLine, anOrder } from '../../ipc/testing/order-forms.ts';

let app: TestApp;
let customerId: string;
let salespersonId: string;
beforeEach(() => {
  app = openTestApp();
  salespersonId = app.aUser({ name: '李销售', role: 'salesperson' });
  customerId = app.aCustomer({ ownerId: salespersonId });
});
afterEach(() => app.close());

type OrderForm = ReturnType<typeof anOrder>;
const call = (more: Partial<OrderForm> = {}) => app.call('orders', 'create', anOrder(customerId, more));
const check = (more: Partial<OrderForm> = {}) => {
  const { approval: _, ...draft } = anOrder(customerId, more);
  return app.done('orders', 'check', draft);
};
const codes = async (more: Partial<OrderForm> = {}) => (await check(more)).breaches.map(({ code }) => code);
const get = (id: string) => app.done('orders', 'get', { id });
const overLimit = (detail: string) => ({ ok: false, error: { kind: 'conflict', reason: 'over_limit', detail } });
const approvedBy = (userId: string, pin: string | null = null) => ({ userId, pin, reason: '老客户, 年底结清' });

/** Terms that a person accepted for the customer: 3 %, 30 days, 50,000.00, no deposit. */
function accept(more: Partial<(typeof termsDecisions)['$inferInsert']> = {}): void {
  writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) => {
    db.insert(termsDecisions, {
      id: newId(),
      customerId,
      decidedOn: dayOf('2026-03-01'),
      decidedById: app.ownerId,
      kind: 'accepted',
      advice: 'standard',
      grade: 'fair',
      discountBp: 300,
      creditKind: 'days',
      creditDays: 30,
      creditLimitFen: 5_000_000,
      depositBp: 0,
      isStopped: false,
      shown: JSON.stringify({
        grade: 'fair',
        reasons: [],
        dueFen: 0,
        onTimeFen: 0,
        meanDaysLate: null,
        onTimePercent: null,
        cameDue: 0,
      }),
      ...more,
    });
  });
}

function owe(yuan: number, dueOn: string, more: Partial<(typeof receivables)['$inferInsert']> = {}): void {
  writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) => {
    const days = { issuedOn: dayOf('2025-01-01'), dueOn: dayOf(dueOn) };
    db.insert(receivables, { id: newId(), customerId, installmentNo: 1, ...days, amountFen: yuan * 100, ...more });
  });
}

describe('an order within its limits', () => {
  it('needs nobody else, and says who agreed it', async () => {
    accept();
    await app.sitDown(salespersonId);
    const { id } = await app.done(
      'orders',
      'create',
      anOrder(customerId, { lines: [aLine(50_000, { discountBp: 0 })] }),
    );
    expect(await get(id)).toMatchObject({ agreedById: salespersonId, approvedById: null, approvedBreaches: [] });
  });
});

describe('what an order is measured by', () => {
  it.each([
    ['3 % off', { lines: [aLine(100, { discountBp: 300 })] }, []],
    ['3.01 % off on one of two lines', { lines: [aLine(100), aLine(100, { discountBp: 301 })] }, ['discount']],
    ['30 days', { credit: { kind: 'days', days: 30 } }, []],
    ['31 days', { credit: { kind: 'days', days: 31 } }, ['credit_days']],
    ['a last part after 31 days', { plan: parts('2026-03-05', '2026-04-05') }, ['credit_days']],
    ['49,000.00 on 1,000.00 open', { lines: [aLine(49_000)] }, []],
    ['49,000.01 on 1,000.00 open', { lines: [aLine(49_000.01)] }, ['credit_limit']],
  ] as const)('is the accepted terms: %s', async (_what, more, expected) => {
    accept();
    owe(1_000, '2026-03-31');
    expect(await codes(more as Partial<OrderForm>)).toEqual(expected);
  });

  it('is the deposit of the terms, against what is paid with the order', async () => {
    accept({ depositBp: 3_000 });
    const payment = { receivedOn: dayOf('2026-03-05'), method: 'cash' } as const;
    expect(await codes()).toEqual(['deposit']);
    expect(await codes({ payment: { ...payment, amountFen: 29_999 } })).toEqual(['deposit']);
    expect(await codes({ payment: { ...payment, amountFen: 30_000 } })).toEqual([]);
  });

  it('is what a salesperson may agree, also where no terms were accepted', async () => {
    await app.done('terms', 'saveSettings', {
      salespersonLimits: { discountBp: 500, creditDays: 30, creditFen: 2_000_000 },
    });
    const large = { lines: [aLine(21_000, { discountBp: 501 })], credit: { kind: 'days', days: 31 } } as const;
    expect(await codes({ ...large, lines: [...large.lines] })).toEqual([]);
    await app.sitDown(salespersonId);
    expect(await codes({ ...large, lines: [...large.lines] })).toEqual(['discount', 'credit_days']);
    expect(await codes({ lines: [aLine(20_000.01)] })).toEqual(['credit_limit']);
    expect(await codes({ lines: [aLine(20_000)] })).toEqual([]);
  });

  it.each([
    ['31 days, 100.00', 100, '2026-02-02', {}, ['overdue']],
    ['30 days', 100, '2026-02-03', {}, []],
    ['99.99', 99.99, '2026-02-02', {}, []],
    ['disputed', 100, '2026-02-02', { disputeReason: '质量' }, []],
  ])('is old debts: %s', async (_what, yuan, dueOn, more, expected) => {
    accept();
    owe(yuan, dueOn, more);
    expect(await codes()).toEqual(expected);
  });

  it('is that dealing was stopped, or is advised to be and nothing else was accepted', async () => {
    owe(1_000, '2025-10-01', { disputeReason: null });
    owe(1_000, '2025-10-02');
    expect(await codes()).toEqual(['stopped', 'overdue']);
    accept();
    expect(await codes()).toEqual(['overdue']);
    accept({ decidedOn: dayOf('2026-03-02'), isStopped: true });
    expect(await check()).toMatchObject({ breaches: [{ code: 'stopped', isAccepted: true }, { code: 'overdue' }] });
  });

  it('counts what is open on the day of an order that is dated later', async () => {
    accept();
    await app.done('orders', 'create', anOrder(customerId, { issuedOn: dayOf('2026-04-01'), lines: [aLine(50_000)] }));
    expect(await codes({ issuedOn: dayOf('2026-03-05'), lines: [aLine(1)] })).toEqual([]);
    expect(await codes({ issuedOn: dayOf('2026-04-01'), lines: [aLine(1)] })).toEqual(['credit_limit']);
  });
});

describe('orders.start', () => {
  it('begins with the accepted terms, not with those of the last order', async () => {
    await app.done('orders', 'create', anOrder(customerId, { credit: { kind: 'days', days: 7 } }));
    accept({ creditKind: 'month_end', creditDays: 10, depositBp: 2_000 });
    expect(await app.done('orders', 'start', { customerId, issuedOn: dayOf('2026-03-05') })).toMatchObject({
      credit: { kind: 'month_end', days: 10 },
      discountBp: 300,
      depositBp: 2_000,
    });
  });
});

describe('an order over a limit', () => {
  const tooMuch = { lines: [aLine(100, { discountBp: 500 })] };

  it('asks, and writes nothing until somebody who may has said yes', async () => {
    accept();
    await app.sitDown(salespersonId);
    const before = app.hash();
    expect(await call(tooMuch)).toEqual(overLimit('discount'));
    expect(app.hash()).toBe(before);
  });

  it('asks the owner too, so that nothing passes silently', async () => {
    accept();
    expect(await call(tooMuch)).toEqual(overLimit('discount'));
    expect(await call({ ...tooMuch, approval: approvedBy(app.ownerId) })).toMatchObject({ ok: true });
  });

  it('keeps who let it pass, why, and what was shown', async () => {
    accept();
    await app.sitDown(salespersonId);
    const approval = approvedBy(app.ownerId);
    const { id } = await app.done('orders', 'create', anOrder(customerId, { ...tooMuch, approval }));
    expect(await get(id)).toMatchObject({
      salespersonId,
      agreedById: app.ownerId,
      approvedById: app.ownerId,
      approvalReason: '老客户, 年底结清',
      approvedBreaches: [{ code: 'discount', of: 'terms', limitBp: 300, isBp: 500 }],
    });
    const shown: unknown = JSON.parse(
      String(app.book.sqlite.prepare('SELECT approval_shown FROM sales_orders WHERE id = ?').pluck().get(id)),
    );
    expect(shown).toMatchObject({ figures: { amountFen: 9_500, discountBp: 500, givenFen: 0 } });
  });

  it('does not keep an approval that nothing needed', async () => {
    accept();
    const { id } = await app.done('orders', 'create', anOrder(customerId, { approval: approvedBy(app.ownerId) }));
    expect(await get(id)).toMatchObject({ approvedById: null, approvalReason: null });
  });

  it.each([
    ['a salesperson', () => salespersonId, { kind: 'forbidden', right: 'orders.approve' }],
    ['a bookkeeper', () => app.aUser({ role: 'bookkeeper' }), { kind: 'forbidden', right: 'orders.approve' }],
    ['nobody', () => newId(), { kind: 'not_found', entity: 'users' }],
    ['who has left', () => app.inBin('users', app.aUser({ role: 'owner' })), { reason: 'in_bin' }],
  ])('is not let pass by %s', async (_who, userOf, error) => {
    accept();
    await app.sitDown(salespersonId);
    expect(await call({ ...tooMuch, approval: approvedBy(userOf()) })).toMatchObject({ ok: false, error });
  });

  it('wants the PIN of who has one', async () => {
    accept();
    await app.done('users', 'setPin', { id: app.ownerId, pin: '4711', currentPin: null });
    await app.sitDown(salespersonId);
    expect(await call({ ...tooMuch, approval: approvedBy(app.ownerId, '1234') })).toMatchObject({
      error: { kind: 'conflict', reason: 'wrong_pin' },
    });
    expect(await call({ ...tooMuch, approval: approvedBy(app.ownerId, '4711') })).toMatchObject({ ok: true });
  });
});

describe('an order that is changed', () => {
  const made = async () => {
    accept();
    const lines = [aLine(100, { discountBp: 500 })];
    const approval = approvedBy(app.ownerId);
    return (await app.done('orders', 'create', anOrder(customerId, { lines, approval }))).id;
  };
  const update = async (id: string, more: Partial<OrderForm>) => {
    const {
      customerId: _,
      usePrepayment: _use,
      payment: _paid,
      approval = null,
      ...fields
    } = anOrder(customerId, more);
    return app.call('orders', 'update', { id, fields, approval });
  };

  it('asks again for what has grown, not for what was agreed', async () => {
    const id = await made();
    owe(100, '2026-02-02');
    expect(await update(id, { lines: [aLine(100, { discountBp: 500 })], note: '送货上门' })).toMatchObject({
      ok: true,
    });
    expect(await update(id, { lines: [aLine(100, { discountBp: 501 })] })).toEqual(overLimit('discount'));
    expect(await update(id, { lines: [aLine(101, { discountBp: 500 })] })).toEqual(overLimit('overdue'));
    expect(await get(id)).toMatchObject({ note: '送货上门', approvalReason: '老客户, 年底结清' });
  });

  it('keeps the new approval', async () => {
    const id = await made();
    const approval = { ...approvedBy(app.ownerId), reason: '再让一次' };
    await update(id, { lines: [aLine(100, { discountBp: 800 })], approval });
    expect(await get(id)).toMatchObject({ approvalReason: '再让一次', approvedBreaches: [{ isBp: 800 }] });
  });

  it('is not measured against itself', async () => {
    accept({ creditLimitFen: 10_000 });
    const { id } = await app.done('orders', 'create', anOrder(customerId, { lines: [aLine(100)] }));
    expect(await update(id, { lines: [aLine(100, { title: '换货' })] })).toMatchObject({ ok: true });
    expect(await update(id, { lines: [aLine(100.01)] })).toEqual(overLimit('credit_limit'));
  });
});

function parts(...dueOn: readonly string[]) {
  return {
    kind: 'parts' as const,
    parts: dueOn.map((text) => ({ dueOn: dayOf(text), amountFen: 100_000 / dueOn.length })),
  };
}
