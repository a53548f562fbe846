import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../../db/journal.ts';
import { customerMoney } from '../../../db/queries/money/customer-money.ts';
import { paymentPromises, receivables } from '../../../db/schema/money.ts';
import { at } from '../../../db/testing/open-test-book.ts';
import { writeLedger } from '../../../db/testing/write-ledger.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { Ledger } from '../../../src-shared/receivables/ledger.ts';
import {
  anAllocation,
  aPayment,
  aReceivable,
  day,
  exampleLedger,
  ledgerOf,
} from '../../../src-shared/receivables/testing/ledger-builders.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { anOrder } from '../../ipc/testing/order-forms.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp({ now: at('2026-05-21T01:00:00.000Z') });
});
afterEach(() => app.close());

function owes(name: string, ledger: Ledger, row: Parameters<TestApp['aCustomer']>[0] = {}): Id {
  const customerId = app.aCustomer({ name, ...row });
  writeLedger(app.book, customerId, ledger, { userId: app.ownerId, now: app.now });
  return customerId;
}

const debts = (...list: readonly (readonly [dueOn: string, yuan: number])[]) =>
  ledgerOf({ receivables: list.map(([dueOn, yuan]) => aReceivable('2026-01-01', dueOn, yuan)) });

const byUrgency = { sort: { key: 'urgency', direction: 'desc' }, offset: 0, limit: 50 } as const;
const today = day('2026-05-21');
const nobody = newId();
const forbidden = { kind: 'forbidden', right: 'money.read' };

/** A salesperson sits down; the ids of one customer of theirs, one of nobody and one of another. */
async function aSalesperson() {
  const seller = app.aUser();
  const own = owes('自己的', debts(['2026-05-01', 10]), { ownerId: seller });
  const unowned = owes('没人的', debts(['2026-05-02', 20]));
  const other = owes('别人的', debts(['2026-05-03', 40]), { ownerId: app.ownerId });
  await app.sitDown(seller);
  return { seller, own, unowned, other };
}

describe('receivables.aging', () => {
  it('works out every customer as of a day and hands out its rows page by page', async () => {
    owes('甲', exampleLedger());
    owes('乙', debts(['2026-04-01', 5]));
    const { agingId, totals } = await app.done('receivables', 'aging', { asOf: day('2026-04-15') });
    expect(totals).toMatchObject({ openFen: 90_500, overdueFen: 30_500, rowCount: 2 });
    const page = async (offset: number) =>
      app.done('receivables', 'agingRows', { ...byUrgency, agingId, offset, limit: 1 });
    expect(await page(0)).toMatchObject({
      total: 2,
      rows: [{ customerName: '甲', aging: { d1_30: 30_000 }, grade: null }],
    });
    expect(await page(1)).toMatchObject({ total: 2, rows: [{ customerName: '乙', overdueDays: 14 }] });
    expect((await page(2)).rows).toEqual([]);
  });

  it('grades each row when the day is today', async () => {
    owes('甲', exampleLedger());
    const { agingId } = await app.done('receivables', 'aging', { asOf: today });
    const { rows } = await app.done('receivables', 'agingRows', { ...byUrgency, agingId });
    expect(rows).toMatchObject([{ customerName: '甲', openFen: 40_000, overdueDays: 20, grade: 'poor' }]);
  });

  it('adds up by owner and by tier', async () => {
    owes('甲', debts(['2026-04-01', 5]), { ownerId: app.ownerId, tierId: app.tierIds.B });
    const { agingId } = await app.done('receivables', 'aging', { asOf: today });
    const group = { customers: 1, row: { openFen: 500, overdueFen: 500, overdueDays: 50 } };
    expect(await app.done('receivables', 'agingGroups', { agingId, by: 'owner' })).toMatchObject({
      groups: [{ ...group, id: app.ownerId }],
    });
    expect(await app.done('receivables', 'agingGroups', { agingId, by: 'tier' })).toMatchObject({
      groups: [{ ...group, id: app.tierIds.B }],
    });
  });

  it('holds until money or a customer is written, not when a visit is planned', async () => {
    const customerId = owes('甲', debts(['2026-04-01', 5]));
    const { agingId } = await app.done('receivables', 'aging', { asOf: today });
    app.aVisitPlan({ customerId });
    const rows = () => app.call('receivables', 'agingRows', { ...byUrgency, agingId });
    expect(await rows()).toMatchObject({ ok: true });
    app.aVisitPlan({ customerId });
    owes('乙', debts(['2026-04-01', 5]));
    const expired = { ok: false, error: { kind: 'conflict', reason: 'answer_expired' } };
    expect(await rows()).toEqual(expired);
    expect(await app.call('receivables', 'agingGroups', { agingId, by: 'tier' })).toEqual(expired);
  });

  it('keeps the four newest, and for who asked alone', async () => {
    const ids: Id[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await app.done('receivables', 'aging', { asOf: today })).agingId);
    const isKept = async (agingId = '') => (await app.call('receivables', 'agingRows', { ...byUrgency, agingId })).ok;
    expect(await isKept(ids[0])).toBe(false);
    expect(await isKept(ids[1])).toBe(true);
    await app.sitDown(app.aUser({ role: 'bookkeeper' }));
    expect(await isKept(ids[4])).toBe(false);
  });

  it('shows a salesperson their own and nobody’s, also when others are asked for', async () => {
    await aSalesperson();
    const names = async (ownerIds?: string[]) => {
      const filter = ownerIds ? { ownerIds } : {};
      const { agingId } = await app.done('receivables', 'aging', { asOf: today, filter });
      const { rows } = await app.done('receivables', 'agingRows', { ...byUrgency, agingId });
      return rows.map(({ customerName }) => customerName);
    };
    expect(await names()).toEqual(['没人的', '自己的']);
    expect(await names([app.ownerId, 'none'])).toEqual(['没人的']);
  });

  it('says the same from a thread, for a book too large to answer at once', async () => {
    const large = openTestApp({ inFile: true, now: app.now });
    try {
      const many = Array.from({ length: 2_100 }, (_, n) => aReceivable('2026-01-01', '2026-05-01', n + 1));
      const customerId = large.aCustomer({ name: '多笔' });
      writeLedger(large.book, customerId, ledgerOf({ receivables: many }), { userId: large.ownerId, now: large.now });
      const { agingId, totals } = await large.done('receivables', 'aging', { asOf: today });
      expect(totals).toMatchObject({ overdueFen: (2_100 * 2_101 * 100) / 2, overdueCount: 2_100 });
      expect(large.progress).toMatchObject([{ stage: 'reading' }]);
      expect(await large.done('receivables', 'agingRows', { ...byUrgency, agingId })).toMatchObject({
        rows: [{ customerName: '多笔', overdueDays: 20, grade: 'poor' }],
      });
      const span = { from: day('2026-01-01'), to: today };
      const { rows, closingFen } = await large.done('receivables', 'statement', { customerId, ...span });
      expect([rows.length, closingFen]).toEqual([2_100, totals.openFen]);
    } finally {
      large.close();
    }
  });
});

describe('receivables.agingDetail', () => {
  it('names the receivables behind a figure as of its day, the oldest first', async () => {
    const customerId = owes('甲', exampleLedger());
    const lines = async (asOf: string, bucket: 'd1_30' | 'not_due' | null) => {
      const detail = await app.done('receivables', 'agingDetail', { asOf: day(asOf), customerId, bucket });
      return detail.lines.map(({ customerName, receivable }) => [
        customerName,
        receivable.openFen,
        receivable.daysPastDue,
      ]);
    };
    expect(await lines('2026-04-15', null)).toEqual([
      ['甲', 30_000, 15],
      ['甲', 60_000, -16],
    ]);
    expect(await lines('2026-04-15', 'd1_30')).toEqual([['甲', 30_000, 15]]);
    expect(await lines('2026-04-15', 'not_due')).toEqual([['甲', 60_000, -16]]);
  });
});

describe('receivables.dueBetween', () => {
  it('lists what is open and due in the span by day, and counts all of it', async () => {
    owes('甲', debts(['2026-05-20', 1], ['2026-05-25', 2]));
    owes('乙', debts(['2026-05-22', 4], ['2026-06-01', 8]));
    const week = { from: day('2026-05-21'), to: day('2026-05-31') };
    const { lines, total, openFen } = await app.done('receivables', 'dueBetween', week);
    expect(lines.map(({ customerName, receivable }) => [customerName, receivable.dueOn])).toEqual([
      ['乙', '2026-05-22'],
      ['甲', '2026-05-25'],
    ]);
    expect([total, openFen]).toEqual([2, 600]);
    const first = await app.done('receivables', 'dueBetween', { ...week, limit: 1 });
    expect([first.lines.length, first.total, first.openFen]).toEqual([1, 2, 600]);
  });

  it('tells what is left of a part that was paid, and leaves out what is settled', async () => {
    const [part, whole] = [aReceivable('2026-05-01', '2026-05-22', 10), aReceivable('2026-05-01', '2026-05-22', 5)];
    const payment = aPayment('2026-05-10', 8);
    const allocations = [anAllocation(payment, part, 3), anAllocation(payment, whole, 5)];
    owes('甲', ledgerOf({ receivables: [part, whole], sources: [payment], allocations }));
    const { lines } = await app.done('receivables', 'dueBetween', { from: today, to: day('2026-05-31') });
    expect(lines.map(({ receivable }) => receivable)).toMatchObject([
      { id: part.id, openFen: 700, settlement: 'partial', isOverdue: false, daysPastDue: -1 },
    ]);
  });

  it('shows one’s own and nobody’s when those are asked for, and a salesperson no others', async () => {
    const { seller } = await aSalesperson();
    const names = async (scope: 'mine' | 'all', persons?: string[]) => {
      const input = { from: day('2026-05-01'), to: today, scope, ...(persons ? { persons } : {}) };
      return (await app.done('receivables', 'dueBetween', input)).lines.map(({ customerName }) => customerName);
    };
    expect(await names('all')).toEqual(['自己的', '没人的']);
    expect(await names('all', [app.ownerId, seller])).toEqual(['自己的']);
    await app.sitDown(app.ownerId);
    expect(await names('mine')).toEqual(['没人的', '别人的']);
    expect(await names('all', [seller])).toEqual(['自己的']);
  });

  it('refuses a span that ends before it begins', async () => {
    expect(await app.refused('receivables', 'dueBetween', { from: today, to: day('2026-05-20') })).toEqual({
      kind: 'validation',
      fields: [{ field: 'to', problem: 'out_of_range' }],
    });
  });
});

describe('receivables.callList', () => {
  it('names whom to call, most money × days first, one line each, and counts all', async () => {
    owes('少而久', debts(['2026-01-21', 10], ['2026-06-30', 7]));
    const most = owes('多而新', debts(['2026-05-11', 500], ['2026-05-20', 1]), { phone: '13800138000' });
    owes('未到期', debts(['2026-05-21', 9_000]));
    const list = await app.done('receivables', 'callList', {});
    expect(list).toMatchObject({
      total: 2,
      overdueFen: 51_100,
      receivables: 3,
      lines: [
        {
          customerId: most,
          phone: '13800138000',
          overdueFen: 50_100,
          openFen: 50_100,
          overdueDays: 10,
          receivables: 2,
        },
        { customerName: '少而久', overdueFen: 1_000, openFen: 1_700, overdueDays: 120, receivables: 1 },
      ],
    });
    expect(list.lines.map(({ urgency }) => urgency)).toEqual([500_100, 120_000]);
    const first = await app.done('receivables', 'callList', { limit: 1 });
    expect([first.lines.length, first.total]).toEqual([1, 2]);
  });

  it('names who owes most first when asked for amounts, however new it is', async () => {
    owes('少而久', debts(['2025-05-20', 100]));
    owes('多而新', debts(['2026-05-20', 150]));
    const namesBy = async (by: 'urgency' | 'amount') =>
      (await app.done('receivables', 'callList', { by })).lines.map(({ customerName }) => customerName);
    expect(await namesBy('urgency')).toEqual(['少而久', '多而新']);
    expect(await namesBy('amount')).toEqual(['多而新', '少而久']);
  });

  it('says what was promised: the next that is open, else the last that was broken; and when money last came', async () => {
    const promised = (customerId: Id, promisedOn: string, outcome: 'open' | 'broken' | 'kept') =>
      writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) =>
        db.insert(paymentPromises, { id: newId(), customerId, promisedOn: day(promisedOn), outcome, amountFen: 100 }),
      );
    const open = owes('甲', {
      ...debts(['2026-05-01', 10]),
      sources: [aPayment('2026-03-01', 1), aPayment('2026-04-01', 1)],
    });
    const broken = owes('乙', debts(['2026-05-02', 10]));
    const kept = owes('丙', debts(['2026-05-03', 10]));
    promised(open, '2026-05-30', 'open');
    promised(open, '2026-05-25', 'open');
    promised(open, '2026-05-20', 'broken');
    promised(broken, '2026-05-01', 'broken');
    promised(broken, '2026-05-15', 'broken');
    promised(kept, '2026-05-15', 'kept');
    const { lines } = await app.done('receivables', 'callList', {});
    expect(lines.map(({ promise, lastPaymentOn }) => [promise?.promisedOn ?? null, lastPaymentOn])).toEqual([
      ['2026-05-25', '2026-04-01'],
      ['2026-05-15', null],
      [null, null],
    ]);
  });

  it('shows a salesperson their own and nobody’s', async () => {
    await aSalesperson();
    const { lines, total, overdueFen } = await app.done('receivables', 'callList', {});
    expect(lines.map(({ customerName }) => customerName)).toEqual(['没人的', '自己的']);
    expect([total, overdueFen]).toEqual([2, 3_000]);
  });
});

describe('receivables.statement', () => {
  it('is the worked example of domain §1 from April to May, line by line', async () => {
    const customerId = owes('甲', exampleLedger());
    const span = { customerId, from: day('2026-04-01'), to: day('2026-05-31') };
    const statement = await app.done('receivables', 'statement', span);
    expect(statement).toMatchObject({ customerName: '甲', openingFen: 100_000, closingFen: 40_000, prepaidFen: 0 });
    expect(statement.rows.map(({ on, kind, changeFen, balanceFen }) => [on, kind, changeFen, balanceFen])).toEqual([
      ['2026-04-01', 'receivable', 60_000, 160_000],
      ['2026-04-10', 'payment', -70_000, 90_000],
      ['2026-05-20', 'payment', -50_000, 40_000],
    ]);
    expect([statement.chargedFen, statement.settledFen]).toEqual([60_000, 120_000]);
    expect(statement.open).toMatchObject([{ openFen: 40_000, daysPastDue: 30 }]);
  });

  it('names numbers, methods and notes, and the reason of what was voided', async () => {
    const customerId = app.aCustomer();
    const ledger = ledgerOf({
      receivables: [aReceivable('2026-04-01', '2026-05-01', 10)],
      sources: [aPayment('2026-04-02', 3, { voidedOn: day('2026-04-05') })],
    });
    const sourceDetail = () =>
      ({ billNo: 'HP-7', method: 'acceptance_bill', note: '承兑', voidReason: '拒付' }) as const;
    writeLedger(app.book, customerId, ledger, { userId: app.ownerId, now: app.now, sourceDetail });
    const [owed] = ledger.receivables;
    writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) =>
      db.update(receivables, owed?.id ?? '', { reference: 'QC-01', note: '期初' }),
    );
    const { rows } = await app.done('receivables', 'statement', { customerId, from: day('2026-04-01'), to: today });
    expect(rows).toMatchObject([
      { kind: 'receivable', number: 'QC-01', note: '期初', method: null, installmentNo: null, sourceId: null },
      { kind: 'payment', number: 'HP-7', note: '承兑', method: 'acceptance_bill', sourceId: ledger.sources[0]?.id },
      { kind: 'payment_void', number: 'HP-7', note: '拒付', changeFen: 300 },
    ]);
  });

  it('refuses a period that ends before it begins', async () => {
    const customerId = owes('甲', exampleLedger());
    const wrong = { customerId, from: today, to: day('2026-05-20') };
    expect(await app.refused('receivables', 'statement', wrong)).toEqual({
      kind: 'validation',
      fields: [{ field: 'to', problem: 'out_of_range' }],
    });
  });
});

describe('receivables.releases', () => {
  it('says what a smaller amount or a void would free, the newest first', async () => {
    const ledger = exampleLedger();
    owes('甲', ledger);
    const freed = async (amountFen: number | null) => {
      const { releases } = await app.done('receivables', 'releases', { id: ledger.first.id, amountFen });
      return releases.map(({ sourceOn, releasedFen }) => [sourceOn, releasedFen]);
    };
    expect(await freed(100_000)).toEqual([]);
    expect(await freed(60_000)).toEqual([
      ['2026-05-20', 30_000],
      ['2026-04-10', 10_000],
    ]);
    const { releasable } = await app.done('receivables', 'releases', { id: ledger.first.id, amountFen: 60_000 });
    expect(releasable.map(({ sourceOn, allocatedFen }) => [sourceOn, allocatedFen])).toEqual([
      ['2026-05-20', 30_000],
      ['2026-04-10', 70_000],
    ]);
    expect(await freed(null)).toEqual([
      ['2026-05-20', 30_000],
      ['2026-04-10', 70_000],
    ]);
  });

  it('knows no receivable that is none', async () => {
    const unknown = await app.refused('receivables', 'releases', { id: nobody, amountFen: null });
    expect(unknown).toEqual({ kind: 'not_found', entity: 'receivables', id: nobody });
  });
});

describe('receivables.ofCustomer and summaries', () => {
  it('tell a customer’s money as of today or of another day', async () => {
    const customerId = owes('甲', exampleLedger());
    expect((await app.done('receivables', 'ofCustomer', { customerId })).summary.openFen).toBe(40_000);
    const earlier = await app.done('receivables', 'ofCustomer', { customerId, asOf: day('2026-04-15') });
    expect(earlier.summary).toMatchObject({ openFen: 90_000, overdueFen: 30_000, overdueDays: 15 });
    const { summaries } = await app.done('receivables', 'summaries', { customerIds: [customerId, nobody] });
    expect(Object.keys(summaries)).toEqual([customerId]);
    expect(summaries[customerId]).toMatchObject({ openFen: 40_000, balanceFen: 40_000 });
  });
});

describe('the money of one customer', () => {
  it('is a salesperson’s only of their own and of nobody’s', async () => {
    const { own, unowned, other } = await aSalesperson();
    const span = { from: day('2026-05-01'), to: today };
    for (const customerId of [own, unowned]) {
      await app.done('receivables', 'ofCustomer', { customerId });
      await app.done('receivables', 'agingDetail', { asOf: today, customerId });
      await app.done('receivables', 'statement', { customerId, ...span });
    }
    const customerId = other;
    expect(await app.refused('receivables', 'ofCustomer', { customerId })).toEqual(forbidden);
    expect(await app.refused('receivables', 'agingDetail', { asOf: today, customerId })).toEqual(forbidden);
    expect(await app.refused('receivables', 'statement', { customerId, ...span })).toEqual(forbidden);
    const { summaries } = await app.done('receivables', 'summaries', { customerIds: [own, unowned, other] });
    expect(Object.keys(summaries).sort()).toEqual([own, unowned].sort());
  });

  it('is nobody’s who is no customer', async () => {
    const missing = { kind: 'not_found', entity: 'customers', id: nobody };
    const customerId = nobody;
    expect(await app.refused('receivables', 'ofCustomer', { customerId })).toEqual(missing);
    expect(await app.refused('receivables', 'agingDetail', { asOf: today, customerId })).toEqual(missing);
    expect(await app.refused('receivables', 'statement', { customerId, from: today, to: today })).toEqual(missing);
  });
});

describe('a customer with a very long ledger', () => {
  /** 401 debts, 300 of them paid. */
  function aLongLedger() {
    const customerId = app.aCustomer({ name: '甲' });
    const old = Array.from({ length: 401 }, (_, n) => aReceivable('2026-01-01', '2026-02-01', 1 + n));
    const paid = old.slice(0, 300).map((debt) => aPayment('2026-03-01', debt.amountFen / 100));
    const allocations = paid.flatMap((source, n) => {
      const debt = old[n];
      return debt ? [anAllocation(source, debt, debt.amountFen / 100)] : [];
    });
    const ledger = ledgerOf({ receivables: old, sources: paid, allocations });
    writeLedger(app.book, customerId, ledger, { userId: app.ownerId, now: app.now });
    return { customerId, old };
  }

  /** The kinds of jobs that are run from now on. */
  function jobsRun(): string[] {
    const kinds: string[] = [];
    const { jobs } = app.services;
    const run = jobs.run.bind(jobs);
    Object.assign(jobs, {
      run: (kind: string, ...rest: never[]) => {
        kinds.push(kind);
        return Reflect.apply(run, jobs, [kind, ...rest]);
      },
    });
    return kinds;
  }

  it('is read in a job, which says what a short one would', async () => {
    const { customerId, old } = aLongLedger();
    const kinds = jobsRun();
    const money = await app.done('receivables', 'ofCustomer', { customerId, latest: 5 });
    expect(money.counts).toEqual({ receivables: 401, open: 101, sources: 300, promises: 0 });
    expect([money.sources.length, money.receivables.length]).toEqual([5, 101]);
    expect(money.summary).toEqual(customerMoney(app.book, customerId, today, today).summary);
    const { summaries } = await app.done('receivables', 'summaries', { customerIds: [customerId] });
    expect(summaries).toEqual({ [customerId]: money.summary });
    const { lines } = await app.done('receivables', 'agingDetail', { asOf: today, customerId, bucket: 'over_90' });
    expect(lines.map(({ receivable }) => receivable.openFen)).toEqual(old.slice(300).map((debt) => debt.amountFen));
    const terms = await app.done('terms', 'get', { customerId });
    expect(terms.openFen).toBe(money.summary.openFen);
    const offer = { customerId, amountFen: fen(30_100), receivedOn: today };
    const { lines: proposed, restFen } = await app.done('payments', 'propose', offer);
    expect([proposed[0]?.proposedFen, proposed[1]?.proposedFen, restFen]).toEqual([30_100, 0, 0]);
    expect(kinds).toEqual(Array.from({ length: 5 }, () => 'ledgerRead'));
    const payment = { amountFen: fen(30_000), receivedOn: today, method: 'cash' } as const;
    const saved = await app.done('payments', 'record', { customerId, payment });
    expect([saved.settledFen, kinds.at(-1)]).toEqual([30_000, 'largeChange']);
    const after = await app.done('receivables', 'ofCustomer', { customerId, latest: 5 });
    expect(after.summary.openFen).toBe(money.summary.openFen - 30_000);
    await app.done('history', 'undo', { batchId: saved.batchId ?? '' });
    const { summary } = await app.done('receivables', 'ofCustomer', { customerId, latest: 5 });
    expect(summary).toEqual(money.summary);
  });

  it('has its orders checked and written in a job too', async () => {
    const { customerId } = aLongLedger();
    const kinds = jobsRun();
    const approval = { userId: app.ownerId, reason: '老客户' };
    const draft = anOrder(customerId, { issuedOn: today });
    const { customerId: _, ...fields } = draft;
    const { prepayments } = await app.done('orders', 'start', { customerId, issuedOn: today });
    expect(prepayments).toEqual([]);
    const checked = await app.done('orders', 'check', draft);
    expect([checked.amountFen, checked.breaches.length > 0]).toEqual([100_000, true]);
    const { id } = await app.done('orders', 'create', { ...draft, approval });
    await app.done('orders', 'update', { id, fields: { ...fields, note: '送到工地' }, approval });
    const [line] = (await app.done('orders', 'get', { id })).lines;
    const back = [{ orderLineId: line?.id ?? '', quantityE3: 100 }];
    await app.done('orders', 'takeBack', { id, on: today, lines: back });
    await app.done('orders', 'void', { id, on: today, reason: '录错' });
    expect((await app.done('orders', 'get', { id })).settlement).toBe('void');
    const [started, check, ...written] = kinds;
    expect([started, check]).toEqual(['ledgerRead', 'ledgerRead']);
    expect(written).toEqual(Array.from({ length: 4 }, () => 'largeChange'));
  });
});
