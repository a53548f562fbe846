import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at } from '../../../db/testing/open-test-book.ts';
import { writeLedger } from '../../../db/testing/write-ledger.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { aPayment, ledgerOf } from '../../../src-shared/receivables/testing/ledger-builders.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
let customerId: Id;
beforeEach(() => {
  app = openTestApp();
  onDay('2026-05-21');
  customerId = app.aCustomer({ ownerId: app.ownerId });
});
afterEach(() => app.close());

function onDay(text: string): void {
  app.clockTo(at(`${text}T02:00:00.000Z`));
}

async function owes(issuedOn: string, dueOn: string, yuan: number): Promise<Id> {
  const debt = { customerId, issuedOn: day(issuedOn), dueOn: day(dueOn), amountFen: yuan * 100 };
  return (await app.done('receivables', 'enter', debt)).id;
}

type Settles = readonly { readonly receivableId: Id; readonly amountFen: number }[] | null;

function payment(receivedOn: string, yuan: number) {
  return { receivedOn: day(receivedOn), amountFen: yuan * 100, method: 'transfer' } as const;
}

function pays(receivedOn: string, yuan: number, settles: Settles = null) {
  return app.done('payments', 'record', {
    customerId,
    payment: payment(receivedOn, yuan),
    settles: settles && [...settles],
  });
}

async function money(asOf: string) {
  return app.done('receivables', 'ofCustomer', { customerId, asOf: day(asOf) });
}

async function openOf(asOf: string): Promise<Record<Id, number>> {
  const { receivables } = await money(asOf);
  return Object.fromEntries(receivables.map(({ id, openFen }) => [id, openFen / 100]));
}

describe('payments.record', () => {
  it('settles the oldest debt first and shows the worked example of the rules', async () => {
    onDay('2026-04-12');
    const first = await owes('2026-03-01', '2026-03-31', 1_000);
    const second = await owes('2026-04-01', '2026-05-01', 600);
    expect(await pays('2026-04-10', 700)).toMatchObject({ settledFen: 70_000, prepaidFen: 0 });
    onDay('2026-05-21');
    expect(await pays('2026-05-20', 500)).toMatchObject({ settledFen: 50_000, prepaidFen: 0 });

    const april = await money('2026-04-15');
    expect(april.summary).toMatchObject({ openFen: 90_000, overdueFen: 30_000, overdueDays: 15 });
    expect(april.summary.aging).toMatchObject({ d1_30: 30_000, not_due: 60_000 });
    const may = await money('2026-05-21');
    expect(may.summary).toMatchObject({ openFen: 40_000, overdueDays: 20 });
    expect(may.summary.aging).toMatchObject({ d1_30: 40_000 });
    expect(await openOf('2026-05-21')).toEqual({ [first]: 0, [second]: 400 });

    const { record, advice } = await app.done('terms', 'get', { customerId });
    expect(record).toMatchObject({ grade: 'poor', meanDaysLate: 21.125, dueFen: 160_000, onTimeFen: 0 });
    expect(advice).toBe('stop');
  });

  it('keeps what nothing is open for as prepayment', async () => {
    await owes('2026-05-01', '2026-05-31', 100);
    expect(await pays('2026-05-20', 250)).toMatchObject({ settledFen: 10_000, prepaidFen: 15_000 });
    expect((await money('2026-05-21')).summary).toMatchObject({ prepaidFen: 15_000, openFen: 0 });
  });

  it('settles by hand what was ticked, and nothing else', async () => {
    const first = await owes('2026-03-01', '2026-03-31', 100);
    const second = await owes('2026-04-01', '2026-05-01', 100);
    expect(await pays('2026-05-20', 80, [{ receivableId: second, amountFen: 6_000 }])).toMatchObject({
      settledFen: 6_000,
      prepaidFen: 2_000,
    });
    expect(await openOf('2026-05-21')).toEqual({ [first]: 100, [second]: 40 });
  });

  it('counts for a debt that began after the money came from the day it began', async () => {
    const late = await owes('2026-05-10', '2026-05-31', 100);
    await pays('2026-05-01', 100);
    expect((await money('2026-05-05')).summary.prepaidFen).toBe(10_000);
    expect(await openOf('2026-05-10')).toEqual({ [late]: 0 });
  });

  it('does not take money for a debt that is still to come', async () => {
    await owes('2026-06-01', '2026-06-30', 100);
    expect(await pays('2026-05-20', 100)).toMatchObject({ settledFen: 0, prepaidFen: 10_000 });
  });

  it('leaves a deposit for its order, whatever else is owed', async () => {
    await owes('2026-05-01', '2026-05-05', 100);
    const deposit = { ...payment('2026-05-20', 100), isDeposit: true };
    expect(await app.done('payments', 'record', { customerId, payment: deposit })).toMatchObject({ settledFen: 0 });
  });

  it('overpays nothing on any day when an older payment is typed in late', async () => {
    const only = await owes('2026-04-01', '2026-04-30', 1_000);
    await pays('2026-05-10', 700);
    expect(await pays('2026-05-01', 500)).toMatchObject({ settledFen: 30_000, prepaidFen: 20_000 });
    expect(await openOf('2026-05-05')).toEqual({ [only]: 700 });
    expect(await openOf('2026-05-21')).toEqual({ [only]: 0 });
  });

  it('settles again what a payment typed wrongly had settled, from the day it was voided', async () => {
    const only = await owes('2026-04-01', '2026-04-30', 1_000);
    const wrong = await pays('2026-05-10', 1_000);
    await app.done('payments', 'void', { id: wrong.id, on: day('2026-05-20'), kind: 'mistake', reason: '金额录错' });
    expect(await pays('2026-05-10', 900)).toMatchObject({ settledFen: 90_000, prepaidFen: 0 });
    expect(await openOf('2026-05-15')).toEqual({ [only]: 0 });
    expect(await openOf('2026-05-21')).toEqual({ [only]: 100 });
  });

  it.each([
    [
      'a bill without its day',
      { ...payment('2026-05-20', 10), method: 'acceptance_bill' },
      'payment.billDueOn',
      'required',
    ],
    [
      'a bill due before it came',
      { ...payment('2026-05-20', 10), method: 'acceptance_bill', billDueOn: day('2026-05-19') },
      'payment.billDueOn',
      'out_of_range',
    ],
    ['money of tomorrow', payment('2026-05-22', 10), 'payment.receivedOn', 'out_of_range'],
    ['an order there is not', { ...payment('2026-05-20', 10), orderId: id('a') }, 'payment.orderId', 'unknown_choice'],
    [
      'a person there is not',
      { ...payment('2026-05-20', 10), collectedById: id('a') },
      'payment.collectedById',
      'unknown_choice',
    ],
  ] as const)('refuses %s', async (_what, wrong, field, problem) => {
    const before = app.hash();
    expect(await app.refused('payments', 'record', { customerId, payment: wrong })).toEqual({
      kind: 'validation',
      fields: [{ field, problem }],
    });
    expect(app.hash()).toBe(before);
  });

  it('refuses by hand more than is open, more than came in, a debt of another, a void one', async () => {
    const debt = await owes('2026-05-01', '2026-05-31', 100);
    const other = app.aCustomer();
    const theirs = await app.done('receivables', 'enter', {
      customerId: other,
      issuedOn: day('2026-05-01'),
      dueOn: day('2026-05-31'),
      amountFen: 100,
    });
    const by = (receivableId: Id, amountFen: number) =>
      app.refused('payments', 'record', {
        customerId,
        payment: payment('2026-05-20', 50),
        settles: [{ receivableId, amountFen }],
      });
    expect(await by(debt, 10_001)).toMatchObject({ kind: 'conflict', reason: 'exceeds_open', otherId: debt });
    expect(await by(debt, 5_001)).toMatchObject({ kind: 'conflict', reason: 'exceeds_left' });
    expect(await by(theirs.id, 1)).toMatchObject({ kind: 'not_found', entity: 'receivables' });
    await app.done('receivables', 'void', { id: debt, on: day('2026-05-20'), reason: '录错' });
    expect(await by(debt, 1)).toMatchObject({ kind: 'conflict', reason: 'already_void' });
  });

  it('is taken back by undo, until something else rests on it', async () => {
    const debt = await owes('2026-05-01', '2026-05-31', 100);
    const before = app.hash();
    const { batchId } = await pays('2026-05-20', 100);
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(app.hash()).toBe(before);

    const again = await pays('2026-05-20', 100);
    const allocation = (await app.done('payments', 'get', { id: again.id })).allocations[0];
    await app.done('payments', 'move', { allocationId: allocation?.id ?? '', to: null });
    await app.call('history', 'undo', { batchId: again.batchId ?? '' });
    expect((await app.done('payments', 'get', { id: again.id })).leftFen).toBe(10_000);
    expect(await openOf('2026-05-21')).toEqual({ [debt]: 100 });
  });
});

describe('payments.propose', () => {
  it('starts with the line it was asked from, then the oldest', async () => {
    const first = await owes('2026-03-01', '2026-03-31', 100);
    const second = await owes('2026-04-01', '2026-05-01', 100);
    const ask = { customerId, receivedOn: day('2026-05-20') };
    const oldest = await app.done('payments', 'propose', { ...ask, amountFen: 15_000 });
    expect(oldest.lines.map(({ receivable, proposedFen }) => [receivable.id, proposedFen])).toEqual([
      [first, 10_000],
      [second, 5_000],
    ]);
    const asked = await app.done('payments', 'propose', { ...ask, amountFen: 15_000, firstReceivableId: second });
    expect(asked.lines.map(({ receivable, proposedFen }) => [receivable.id, proposedFen])).toEqual([
      [second, 10_000],
      [first, 5_000],
    ]);
    expect(await app.done('payments', 'propose', { ...ask, amountFen: 25_000 })).toMatchObject({ restFen: 5_000 });
  });

  it('proposes all of the line when no amount was typed', async () => {
    const debt = await owes('2026-03-01', '2026-03-31', 100);
    await owes('2026-03-01', '2026-04-30', 100);
    const ask = { customerId, receivedOn: day('2026-05-20') };
    const proposal = await app.done('payments', 'propose', { ...ask, firstReceivableId: debt });
    expect(proposal.lines.map(({ proposedFen }) => proposedFen)).toEqual([10_000, 0]);
    const blank = await app.done('payments', 'propose', ask);
    expect(blank.lines.map(({ proposedFen }) => proposedFen)).toEqual([0, 0]);
  });
});

describe('payments.void', () => {
  it('opens a debt again with its old due day when the bill bounced', async () => {
    const debt = await owes('2026-03-01', '2026-03-31', 100);
    const bill = { ...payment('2026-04-10', 100), method: 'acceptance_bill', billDueOn: day('2026-10-10') } as const;
    const { id: paid } = await app.done('payments', 'record', { customerId, payment: bill });
    await app.done('payments', 'void', { id: paid, on: day('2026-05-20'), kind: 'bounced', reason: '拒付' });
    const { receivables } = await money('2026-05-21');
    expect(receivables).toMatchObject([{ id: debt, openFen: 10_000, dueOn: '2026-03-31', daysPastDue: 51 }]);
    expect(await openOf('2026-05-19')).toEqual({ [debt]: 0 });
    const again = { id: paid, on: day('2026-05-20'), kind: 'bounced', reason: '拒付' } as const;
    expect(await app.refused('payments', 'void', again)).toMatchObject({ kind: 'conflict', reason: 'already_void' });
  });

  it('refuses cash that bounces, a day to come, and what is not there', async () => {
    const { id: paid } = await pays('2026-05-20', 10);
    const wish = { id: paid, on: day('2026-05-21'), kind: 'mistake', reason: '录错' } as const;
    expect(await app.refused('payments', 'void', { ...wish, kind: 'bounced' })).toMatchObject({ kind: 'validation' });
    expect(await app.refused('payments', 'void', { ...wish, on: day('2026-05-22') })).toMatchObject({
      kind: 'validation',
    });
    expect(await app.refused('payments', 'void', { ...wish, id: id('a') })).toMatchObject({ kind: 'not_found' });
  });

  it('is undone whole: what it settled is settled again', async () => {
    await owes('2026-03-01', '2026-03-31', 100);
    const { id: paid } = await pays('2026-05-20', 100);
    const before = app.hash();
    const wish = { id: paid, on: day('2026-05-21'), kind: 'mistake', reason: '录错' } as const;
    const { batchId } = await app.done('payments', 'void', wish);
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(app.hash()).toBe(before);
  });
});

describe('payments.usePrepayment', () => {
  it('settles from the day given, never before the debt began', async () => {
    const { id: paid } = await pays('2026-05-01', 100);
    const debt = await owes('2026-05-10', '2026-05-31', 60);
    await app.done('payments', 'usePrepayment', {
      customerId,
      on: day('2026-05-02'),
      uses: [{ sourceId: paid, receivableId: debt, amountFen: 6_000 }],
    });
    expect(await openOf('2026-05-10')).toEqual({ [debt]: 0 });
    expect((await money('2026-05-21')).summary.prepaidFen).toBe(4_000);
  });

  it('uses nothing unless all can be used', async () => {
    const { id: paid } = await pays('2026-05-01', 100);
    const debt = await owes('2026-05-10', '2026-05-31', 60);
    const before = app.hash();
    const use = (sourceId: Id, receivableId: Id, ...amounts: readonly number[]) =>
      app.refused('payments', 'usePrepayment', {
        customerId,
        uses: amounts.map((amountFen) => ({ sourceId, receivableId, amountFen })),
      });
    expect(await use(paid, debt, 5_000, 1_001)).toMatchObject({ reason: 'exceeds_open' });
    expect(await use(paid, debt, 10_001)).toMatchObject({ reason: 'exceeds_left' });
    expect(await use(id('a'), debt, 1)).toMatchObject({ kind: 'not_found', entity: 'settlement_sources' });
    expect(await use(paid, id('a'), 1)).toMatchObject({ kind: 'not_found', entity: 'receivables' });
    expect(app.hash()).toBe(before);
  });
});

describe('payments.move', () => {
  async function paidTo() {
    const from = await owes('2026-03-01', '2026-03-31', 100);
    const to = await owes('2026-03-01', '2026-04-30', 50);
    const { id: paid } = await pays('2026-04-10', 100);
    const [allocation] = (await app.done('payments', 'get', { id: paid })).allocations;
    return { from, to, paid, allocationId: allocation?.id ?? '' };
  }

  it('moves a part from today on and leaves what was as it was', async () => {
    const { from, to, allocationId } = await paidTo();
    await app.done('payments', 'move', { allocationId, to, amountFen: 3_000 });
    expect(await openOf('2026-05-20')).toEqual({ [from]: 0, [to]: 50 });
    expect(await openOf('2026-05-21')).toEqual({ [from]: 30, [to]: 20 });
  });

  it('frees it to prepayment', async () => {
    const { paid, allocationId } = await paidTo();
    await app.done('payments', 'move', { allocationId, to: null });
    expect(await app.done('payments', 'get', { id: paid })).toMatchObject({ leftFen: 10_000, allocations: [] });
  });

  it('refuses more than it is, more than is open, its own place, and what was moved already', async () => {
    const { from, to, allocationId } = await paidTo();
    const move = (more: object) => app.refused('payments', 'move', { allocationId, to, ...more });
    expect(await move({ amountFen: 10_001 })).toMatchObject({ reason: 'exceeds_left' });
    expect(await move({})).toMatchObject({ reason: 'exceeds_open', otherId: to });
    expect(await move({ to: from })).toMatchObject({ kind: 'validation' });
    expect(await move({ to: id('a') })).toMatchObject({ kind: 'not_found', entity: 'receivables' });
    expect(await move({ allocationId: id('a') })).toMatchObject({ kind: 'not_found', entity: 'allocations' });
    const { batchId } = await app.done('payments', 'move', { allocationId, to: null });
    expect(await move({})).toMatchObject({ reason: 'changed_meanwhile' });
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(await openOf('2026-05-21')).toEqual({ [from]: 0, [to]: 50 });
  });

  it('leaves what was given up where it is', async () => {
    const debt = await owes('2026-03-01', '2026-03-31', 100);
    const other = await owes('2026-03-01', '2026-04-30', 100);
    const lost = { id: debt, on: day('2026-05-20'), amountFen: 4_000, reason: '倒闭' };
    const { sourceId } = await app.done('receivables', 'writeOff', lost);
    const [allocation] = (await app.done('payments', 'get', { id: sourceId })).allocations;
    const wish = { allocationId: allocation?.id ?? '', to: other };
    expect(await app.refused('payments', 'move', wish)).toMatchObject({ reason: 'breaks_ledger' });
    expect(await app.refused('payments', 'move', { ...wish, to: null })).toMatchObject({ reason: 'breaks_ledger' });
  });
});

describe('payments.refund', () => {
  it('pays back prepayment, and frees debts only when told to', async () => {
    const debt = await owes('2026-03-01', '2026-03-31', 100);
    const { id: paid } = await pays('2026-05-10', 150);
    const back = { id: paid, on: day('2026-05-20'), amountFen: 8_000, method: 'cash' } as const;
    const { releases } = await app.done('payments', 'refundReleases', back);
    expect(releases).toMatchObject([{ receivableId: debt, releasedFen: 3_000, sourceOn: '2026-05-10' }]);
    expect(await app.refused('payments', 'refund', back)).toMatchObject({ reason: 'releases_needed' });
    const before = app.hash();
    const { batchId, refundId } = await app.done('payments', 'refund', { ...back, mayRelease: true });
    expect(await openOf('2026-05-21')).toEqual({ [debt]: 30 });
    expect((await money('2026-05-21')).summary.prepaidFen).toBe(0);
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(app.hash()).toBe(before);
    expect(
      await app.refused('payments', 'voidRefund', { id: refundId, on: day('2026-05-21'), reason: '没退' }),
    ).toMatchObject({ kind: 'not_found' });
  });

  it('refuses more than came in, a day to come or before the money, and a write-off', async () => {
    const debt = await owes('2026-03-01', '2026-03-31', 100);
    const { id: paid } = await pays('2026-05-10', 50);
    const back = { id: paid, on: day('2026-05-20'), amountFen: 5_001, method: 'cash', mayRelease: true } as const;
    expect(await app.refused('payments', 'refund', back)).toMatchObject({ reason: 'exceeds_left' });
    for (const on of ['2026-05-22', '2026-05-09']) {
      expect(await app.refused('payments', 'refund', { ...back, on: day(on) })).toMatchObject({ kind: 'validation' });
    }
    const lost = { id: debt, on: day('2026-05-20'), amountFen: 100, reason: '零头' };
    const { sourceId } = await app.done('receivables', 'writeOff', lost);
    const given = { ...back, id: sourceId, amountFen: 100 };
    expect(await app.refused('payments', 'refund', given)).toMatchObject({ reason: 'exceeds_left' });
  });

  it('typed in late, frees what was settled with that money since', async () => {
    const { id: paid } = await pays('2026-05-01', 100);
    const debt = await owes('2026-05-01', '2026-05-31', 100);
    await app.done('payments', 'usePrepayment', {
      customerId,
      on: day('2026-05-10'),
      uses: [{ sourceId: paid, receivableId: debt, amountFen: 10_000 }],
    });
    const back = { id: paid, on: day('2026-05-05'), amountFen: 10_000, method: 'cash' } as const;
    expect(await app.refused('payments', 'refund', back)).toMatchObject({ reason: 'releases_needed' });
    await app.done('payments', 'refund', { ...back, mayRelease: true });
    expect(await openOf('2026-05-15')).toEqual({ [debt]: 100 });
  });

  it('is voided when it was never paid', async () => {
    const { id: paid } = await pays('2026-05-10', 50);
    const back = { id: paid, on: day('2026-05-20'), amountFen: 5_000, method: 'cash' } as const;
    const { refundId } = await app.done('payments', 'refund', back);
    const wish = { id: refundId, on: day('2026-05-21'), reason: '没有退' };
    await app.done('payments', 'voidRefund', wish);
    expect((await app.done('payments', 'get', { id: paid })).leftFen).toBe(5_000);
    expect(await app.refused('payments', 'voidRefund', wish)).toMatchObject({ reason: 'already_void' });
  });
});

describe('payments.update', () => {
  it('changes words and the bill, and asks for the bill day', async () => {
    const { id: paid } = await pays('2026-05-10', 50);
    await app.done('payments', 'update', { id: paid, fields: { reference: ' PZ-7 ', note: '' } });
    expect(await app.done('payments', 'get', { id: paid })).toMatchObject({ reference: 'PZ-7', note: null });
    const bill = { id: paid, fields: { method: 'acceptance_bill', billNo: 'H1' } } as const;
    expect(await app.refused('payments', 'update', bill)).toMatchObject({
      fields: [{ field: 'fields.billDueOn', problem: 'required' }],
    });
    await app.done('payments', 'update', { id: paid, fields: { ...bill.fields, billDueOn: day('2026-11-10') } });
    await app.done('payments', 'update', { id: paid, fields: { method: 'cash' } });
    expect(await app.done('payments', 'get', { id: paid })).toMatchObject({ method: 'cash', billNo: null });
  });
});

describe('payments.list', () => {
  it('finds by customer, voucher and bill, by day and method, and adds up what is not void', async () => {
    await pays('2026-05-10', 50);
    const bill = {
      ...payment('2026-05-12', 20),
      method: 'acceptance_bill',
      billNo: 'HP-88',
      billDueOn: day('2026-11-12'),
    };
    const { id: billId } = await app.done('payments', 'record', {
      customerId,
      payment: { ...bill, method: 'acceptance_bill' },
    });
    const { id: wrong } = await pays('2026-05-14', 7);
    await app.done('payments', 'update', { id: wrong, fields: { reference: '2026-0514' } });
    await app.done('payments', 'void', { id: wrong, on: day('2026-05-14'), kind: 'mistake', reason: '录错' });
    const days = async (filter: object) =>
      (await app.done('payments', 'list', filter)).payments.map(({ on }) => on.slice(8));
    expect(await days({})).toEqual(['14', '12', '10']);
    expect(await app.done('payments', 'list', {})).toMatchObject({ total: 3, isCapped: false, receivedFen: 7_000 });
    expect(await days({ search: '华成' })).toEqual(['14', '12', '10']);
    expect(await days({ search: 'hp-8' })).toEqual(['12']);
    expect(await days({ search: '0514' })).toEqual(['14']);
    expect(await days({ from: day('2026-05-11'), to: day('2026-05-13') })).toEqual(['12']);
    expect(await days({ methods: ['transfer', 'cash'] })).toEqual(['14', '10']);
    expect(await days({ kinds: ['return', 'write_off'] })).toEqual([]);
    expect(await days({ onlyOpenBills: true })).toEqual(['12']);
    expect(await days({ onlyOpenBills: true, methods: ['transfer'] })).toEqual([]);
    expect(await days({ onlyOpenBills: true, kinds: ['return'] })).toEqual([]);
    expect(await days({ onlyOpenBills: true, to: day('2026-05-11') })).toEqual([]);
    expect(await app.done('payments', 'list', { onlyOpenBills: true })).toMatchObject({ total: 1, isCapped: false });
    expect(await days({ offset: 1, limit: 1 })).toEqual(['12']);
    expect(await days({ customerId: app.aCustomer() })).toEqual([]);
    expect(await app.done('payments', 'get', { id: billId })).toMatchObject({ customerName: '上海华成机电有限公司' });
  });
});

describe('promises', () => {
  it('stand open with what came in since, until somebody says what became of them', async () => {
    await owes('2026-03-01', '2026-03-31', 100);
    const promise = { customerId, promisedOn: day('2026-05-25'), amountFen: 8_000 };
    const { id: said } = await app.done('payments', 'promise', promise);
    onDay('2026-05-26');
    await pays('2026-05-24', 30);
    await pays('2026-05-26', 10);
    expect(await app.done('payments', 'promises', {})).toMatchObject({
      total: 1,
      promises: [{ id: said, receivedFen: 3_000, overdueFen: 6_000, amountFen: 8_000, takenById: app.ownerId }],
    });
    await app.done('payments', 'updatePromise', { id: said, fields: { note: '付一半' } });
    const outcome = { id: said, outcome: 'partly_kept', on: day('2026-05-26'), note: '先付30' } as const;
    await app.done('payments', 'settlePromise', outcome);
    expect((await app.done('payments', 'promises', {})).total).toBe(0);
    expect(await app.done('payments', 'promises', { state: 'settled' })).toMatchObject({
      promises: [{ outcome: 'partly_kept', outcomeNote: '先付30', note: '付一半' }],
    });
    await app.done('payments', 'settlePromise', { ...outcome, outcome: 'open' });
    expect((await app.done('payments', 'promises', {})).promises).toMatchObject([{ outcomeOn: null }]);
  });

  it('are refused for a day that is over, a contact or a debt of another, an outcome of tomorrow', async () => {
    const promise = { customerId, promisedOn: day('2026-05-25') };
    expect(await app.refused('payments', 'promise', { ...promise, promisedOn: day('2026-05-20') })).toMatchObject({
      fields: [{ field: 'promisedOn', problem: 'out_of_range' }],
    });
    expect(await app.refused('payments', 'promise', { ...promise, contactId: app.aContact() })).toMatchObject({
      fields: [{ field: 'contactId', problem: 'unknown_choice' }],
    });
    expect(await app.refused('payments', 'promise', { ...promise, receivableId: id('a') })).toMatchObject({
      fields: [{ field: 'receivableId', problem: 'unknown_choice' }],
    });
    const { id: said } = await app.done('payments', 'promise', promise);
    const later = { id: said, outcome: 'kept', on: day('2026-05-22') } as const;
    expect(await app.refused('payments', 'settlePromise', later)).toMatchObject({ kind: 'validation' });
    expect(await app.refused('payments', 'updatePromise', { id: id('a'), fields: {} })).toMatchObject({
      kind: 'not_found',
    });
  });
});

describe('who handles money', () => {
  it('counts as far for a salesperson as somebody waits, and pages his few customers like all', async () => {
    const seller = app.aUser({ name: '赵强', role: 'salesperson' });
    const mine = app.aCustomer({ ownerId: seller, name: '自己的客户' });
    const crowd = Array.from({ length: 501 }, (_, n) => app.aCustomer({ ownerId: app.ownerId, name: `别人的${n}` }));
    const paid = (customer: Id, days: readonly string[]) => {
      const sources = days.map((on, n) => aPayment(on, 1 + n));
      writeLedger(app.book, customer, ledgerOf({ sources }), { userId: app.ownerId, now: app.now });
    };
    paid(mine, ['2026-05-01', '2026-05-03']);
    for (const other of crowd.slice(0, 2)) paid(other, ['2026-05-02']);
    await app.sitDown(seller);
    const few = await app.done('payments', 'list', {});
    expect([few.total, few.receivedFen, few.payments.map(({ on }) => on)]).toEqual([
      2,
      300,
      ['2026-05-03', '2026-05-01'],
    ]);
    expect((await app.done('payments', 'list', { from: day('2026-05-02') })).total).toBe(1);
    paid(
      mine,
      Array.from({ length: 1_001 }, () => '2026-04-01'),
    );
    expect(await app.done('payments', 'list', { limit: 1 })).toMatchObject({ total: 1_000, isCapped: true });
  });

  it('a salesperson reads his own customers’ money and takes their promises; another’s is closed to him', async () => {
    const { id: paid } = await pays('2026-05-10', 50);
    const seller = app.aUser();
    const mine = app.aCustomer({ ownerId: seller, name: '自己的客户' });
    const theirs = { customerId, receivedOn: day('2026-05-21'), amountFen: 100 };
    await app.done('payments', 'record', { customerId: mine, payment: payment('2026-05-11', 1) });
    await app.sitDown(seller);
    for (const refusal of [
      await app.refused('payments', 'get', { id: paid }),
      await app.refused('payments', 'list', { customerId }),
      await app.refused('payments', 'propose', theirs),
      await app.refused('payments', 'refundReleases', { id: paid, amountFen: 1, on: day('2026-05-21') }),
      await app.refused('terms', 'get', { customerId }),
      await app.refused('terms', 'history', { customerId }),
    ]) {
      expect(refusal).toEqual({ kind: 'forbidden', right: 'money.read' });
    }
    expect((await app.done('payments', 'list', {})).payments).toMatchObject([{ customerId: mine }]);
    const promise = { customerId: mine, promisedOn: day('2026-05-25') };
    await app.done('payments', 'promise', promise);
    expect(await app.refused('payments', 'promise', { ...promise, customerId })).toMatchObject({ kind: 'forbidden' });
    expect(await app.done('payments', 'promises', {})).toMatchObject({ total: 1 });
  });

  it('a bookkeeper records and pays back, but decides no terms', async () => {
    await app.sitDown(app.aUser({ name: '会计', role: 'bookkeeper' }));
    const { id: paid } = await pays('2026-05-10', 50);
    await app.done('payments', 'refund', { id: paid, on: day('2026-05-21'), amountFen: 100, method: 'cash' });
    expect(await app.refused('terms', 'accept', { customerId, advice: 'stop' })).toMatchObject({ kind: 'forbidden' });
  });
});

/** An id of nothing. */
function id(letter: string): Id {
  return `0190d3c0-0000-7000-8000-${letter.repeat(12)}`;
}
