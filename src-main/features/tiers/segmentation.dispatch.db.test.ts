import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../../db/testing/open-test-book.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { defaultMethods } from '../../../src-shared/tiers/methods/default-methods.ts';
import type { TierMethodInput } from '../../../src-shared/tiers/segmentation-contract.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const today = dayOf('2026-03-05');
const { abc } = defaultMethods;
const method = (kind: keyof typeof defaultMethods): TierMethodInput =>
  ({
    ...defaultMethods[kind],
    cuts: [...defaultMethods[kind].cuts],
  }) as TierMethodInput; // Safe: the default of its kind, with a list of its own.

const anOrder = (yuan: number, on: string) => ({
  issuedOn: dayOf(on),
  credit: { kind: 'days' as const, days: 0 },
  plan: { kind: 'once' as const },
  lines: [{ title: '货', unitPriceE4: yuan * 10_000, quantityE3: 1_000 }],
});

async function sell(customerId: Id, yuan: number, on = '2026-03-01'): Promise<void> {
  const approval = { userId: app.ownerId, reason: '老客户' };
  await app.done('orders', 'create', { customerId, ...anOrder(yuan, on), approval });
}

async function pin(id: Id): Promise<void> {
  const { seenAt } = await app.done('customers', 'get', { id });
  await app.done('customers', 'update', { id, fields: { tierPinnedReason: '老朋友' }, seenAt });
}

/** The worked example of domain §4, but for the one without sales: 500, 300, 100, 50, 30, 20. */
async function sixCustomers(): Promise<readonly Id[]> {
  const ids = [];
  for (const yuan of [500, 300, 100, 50, 30, 20]) {
    const id = app.aCustomer({ name: `客户 ${yuan}` });
    await sell(id, yuan);
    ids.push(id);
  }
  return ids;
}

const tierOf = (id: Id) => app.book.sqlite.prepare('SELECT tier_id FROM customers WHERE id = ?').pluck().get(id);
const preview = (wanted: TierMethodInput = method('abc'), asOf = today) =>
  app.done('segmentation', 'preview', { method: wanted, asOf });

describe('segmentation.preview', () => {
  it('says who would move and why, and writes nothing', async () => {
    const ids = await sixCustomers();
    const before = app.hash();
    const { preview: found } = await preview();
    expect(found).toMatchObject({ up: 0, down: 0, same: 0, first: 6 });
    expect(found?.tiers.map(({ after }) => after)).toEqual([2, 2, 2, 0]);
    const page = { previewId: found?.previewId ?? '', which: 'first' as const, offset: 0, limit: 3 };
    const { rows, total } = await app.done('segmentation', 'previewRows', page);
    expect(total).toBe(6);
    expect(rows.map(({ customerName, toTierId }) => [customerName, toTierId])).toEqual([
      ['客户 500', app.tierIds.A],
      ['客户 300', app.tierIds.A],
      ['客户 100', app.tierIds.B],
    ]);
    expect(rows[1]).toMatchObject({
      customerId: ids[1],
      because: { code: 'share', salesFen: 30_000, beforeFen: 50_000, totalFen: 100_000 },
    });
    expect(app.hash()).toBe(before);
  });

  it.each(['thresholds', 'rfm', 'score'] as const)('gives back the figures of %s as they were', async (kind) => {
    await sixCustomers();
    const { preview: found } = await preview(method(kind));
    const which = 'first' as const;
    const page = { previewId: found?.previewId ?? '', which, offset: 0, limit: 1 };
    const { rows } = await app.done('segmentation', 'previewRows', page);
    expect(rows[0]?.because).toMatchObject(
      {
        thresholds: { code: 'sales', salesFen: 50_000 },
        rfm: { code: 'rfm', orders: 1, salesFen: 50_000, recencyDays: 4, r: 5, f: 1, m: 5, segment: 'new' },
        score: { code: 'score', parts: { sales: 100, repeat: 0, wallet: null, years: 0, growth: null } },
      }[kind],
    );
  });

  it('sets a past day beside the tiers of that day, from the facts up to it', async () => {
    const id = app.aCustomer();
    await sell(id, 1_000, '2026-02-01');
    app.aTierAssignment({ customerId: id, tierId: app.tierIds.D, effectiveOn: dayOf('2026-02-02') });
    await sell(id, 200_000, '2026-03-04');
    const thresholds = method('thresholds');
    expect((await preview(thresholds, dayOf('2026-02-10'))).preview).toMatchObject({ same: 1, up: 0 });
    expect((await preview(thresholds)).preview).toMatchObject({ first: 1 });
  });

  it('says why a method cannot run', async () => {
    expect(await preview()).toEqual({ preview: null, problem: { reason: 'no_orders_in_book' } });
    await sixCustomers();
    expect((await preview({ ...method('abc'), cuts: [80, 95] } as TierMethodInput)).problem).toEqual({
      reason: 'cuts_do_not_match',
      needed: 3,
      given: 2,
    });
  });

  it('is not for a salesperson: it shows everybody’s sales', async () => {
    await app.sitDown(app.aUser());
    expect(await app.refused('segmentation', 'preview', { method: method('abc'), asOf: today })).toEqual({
      kind: 'forbidden',
      right: 'measures.read',
    });
  });

  it('keeps a preview for whoever asked, not for ever', async () => {
    const page = { previewId: 'long gone', which: 'up' as const, offset: 0, limit: 10 };
    expect(await app.refused('segmentation', 'previewRows', page)).toEqual({
      kind: 'conflict',
      reason: 'answer_expired',
    });
  });
});

describe('segmentation.apply', () => {
  it('gives the tiers in one batch with their history, and undo takes all of it back', async () => {
    const ids = await sixCustomers();
    const before = app.hash();
    const { batchId, changed, leftAlone } = await app.done('segmentation', 'apply', { method: method('abc') });
    expect([changed, leftAlone]).toEqual([6, 0]);
    const { A, B, C } = app.tierIds;
    expect(ids.map(tierOf)).toEqual([A, A, B, B, C, C]);
    const history = app.book.sqlite.prepare('SELECT DISTINCT method, effective_on FROM tier_history').all();
    expect(history).toEqual([{ method: 'abc', effective_on: today }]);
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(ids.map(tierOf)).toEqual(ids.map(() => null));
    expect(app.hash()).toBe(before);
  });

  it('leaves pinned customers and those unticked, and makes the method the book’s', async () => {
    const [first, second = ''] = await sixCustomers();
    await pin(first ?? '');
    const { changed, leftAlone } = await app.done('segmentation', 'apply', {
      method: method('abc'),
      exceptIds: [second],
    });
    expect([changed, leftAlone]).toEqual([4, 1]);
    expect([tierOf(first ?? ''), tierOf(second)]).toEqual([null, null]);
    expect(await app.done('segmentation', 'methods', {})).toMatchObject({ current: 'abc', proposalOf: null });
  });

  it('is the owner’s to do', async () => {
    await app.sitDown(app.aUser({ role: 'bookkeeper' }));
    expect(await app.refused('segmentation', 'apply', { method: method('abc') })).toMatchObject({
      kind: 'forbidden',
      right: 'tiers.edit',
    });
  });
});

describe('segmentation.methods', () => {
  it('begins with the cuts of domain §4, keeps what is saved, and waits when the tiers are others', async () => {
    const { methods, current } = await app.done('segmentation', 'methods', {});
    expect(current).toBeNull();
    expect(methods.map(({ wrong }) => wrong)).toEqual([null, null, null, null]);
    await app.done('segmentation', 'saveMethod', { method: { kind: 'abc', cuts: [70, 90, 100] }, isCurrent: true });
    const list = (await app.done('tiers', 'list', {})).tiers;
    await app.done('tiers', 'save', {
      tiers: list.slice(0, 3).map(({ id, name, color, isKey, cadenceDays, relationshipLevel, servicePromise }) => ({
        id,
        name,
        color,
        isKey,
        cadenceDays,
        relationshipLevel,
        servicePromise,
      })),
    });
    const after = await app.done('segmentation', 'methods', {});
    expect(after.methods[1]).toEqual({
      method: { kind: 'abc', cuts: [70, 90, 100] },
      wrong: { reason: 'cuts_do_not_match', needed: 2, given: 3 },
    });
  });

  it('proposes once a month, after a method was chosen, until it is seen to', async () => {
    expect((await app.done('segmentation', 'methods', {})).proposalOf).toBeNull();
    await app.done('segmentation', 'saveMethod', { method: { ...abc, cuts: [...abc.cuts] }, isCurrent: true });
    expect((await app.done('segmentation', 'methods', {})).proposalOf).toBe('2026-03-01');
    await app.done('segmentation', 'dismissProposal', {});
    expect((await app.done('segmentation', 'methods', {})).proposalOf).toBeNull();
  });
});

describe('segmentation.rfm', () => {
  it('puts every customer with orders into a cell and a segment, and opens the lists behind them', async () => {
    await sixCustomers();
    app.aCustomer({ name: '没有订单' });
    const found = await app.done('segmentation', 'rfm', { asOf: today, windowMonths: null });
    expect(found.cells).toHaveLength(25);
    expect(found.cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(6);
    expect(found.segments.find(({ segment }) => segment === 'new')).toMatchObject({ customers: 6, salesFen: 100_000 });
    const page = { rfmId: found.rfmId, r: 5, f: 1, offset: 0, limit: 2 };
    const { rows, total } = await app.done('segmentation', 'rfmRows', page);
    expect(total).toBe(6);
    expect(rows.map(({ customerName, m }) => [customerName, m])).toEqual([
      ['客户 500', 5],
      ['客户 300', 4],
    ]);
    expect((await app.done('segmentation', 'rfmRows', { ...page, segment: 'champion' })).total).toBe(0);
  });
});

describe('segmentation.exportRfm', () => {
  const words = {
    sheetName: 'RFM',
    title: 'RFM 客户名单：新客',
    about: '截至 2026-03-05',
    total: '合计',
    withoutTier: '未分级',
    columns: { name: '客户', tier: '等级', segment: '客群', recencyDays: '天', orders: '单数', sales: '销售' },
    segments: {
      champion: '冠军',
      loyal: '忠诚',
      potential: '潜力',
      new: '新客',
      needs_attention: '需关注',
      at_risk: '流失边缘',
      sleeping: '沉睡',
      lost: '流失',
    },
  };
  const asked = { asOf: today, windowMonths: null, words };

  let folder: string;
  beforeEach(() => {
    app.close();
    app = openTestApp({ inFile: true });
    folder = mkdtempSync(join(tmpdir(), 'keben RFM '));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes a segment with its scores and the values behind them, the sums below', async () => {
    await sixCustomers();
    const path = join(folder, 'rfm.xlsx');
    app.services.chosenPaths.add(path);
    const { rows } = await app.done('segmentation', 'exportRfm', { ...asked, segment: 'new', path });
    expect(rows).toBe(6);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.worksheets[0];
    const lines: unknown[] = [];
    sheet?.eachRow((row) => lines.push(Array.isArray(row.values) ? row.values.slice(1) : []));
    expect(lines).toContainEqual(['客户', '等级', '客群', 'R', 'F', 'M', '天', '单数', '销售']);
    expect(lines).toContainEqual(['客户 500', '未分级', '新客', 5, 1, 5, 4, 1, 500]);
    expect(lines.at(-1)).toEqual(expect.arrayContaining(['合计', 6, 1_000]));
    // Nobody is lost: a sheet without rows.
    expect((await app.done('segmentation', 'exportRfm', { ...asked, segment: 'lost', path })).rows).toBe(0);
  });

  it('writes to no file that the user did not name', async () => {
    const elsewhere = { ...asked, path: join(folder, 'other.xlsx') };
    expect(await app.refused('segmentation', 'exportRfm', elsewhere)).toEqual({
      kind: 'validation',
      fields: [{ field: 'path', problem: 'invalid' }],
    });
  });
});
