import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customerStatement } from '../../../db/queries/money/statement.ts';
import { at } from '../../../db/testing/open-test-book.ts';
import { writeLedger } from '../../../db/testing/write-ledger.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { type MoneyReport, moneyReportWords } from '../../../src-shared/files-out/money-reports.ts';
import { statementWords } from '../../../src-shared/files-out/statement-files.ts';
import { wordsOf } from '../../../src-shared/files-out/words-of.ts';
import type { Ledger } from '../../../src-shared/receivables/ledger.ts';
import {
  anAllocation,
  aPayment,
  aReceivable,
  aRefund,
  day,
  exampleLedger,
  ledgerOf,
} from '../../../src-shared/receivables/testing/ledger-builders.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { aLine, anOrder } from '../../ipc/testing/order-forms.ts';

let app: TestApp;
let folder: string;
beforeEach(() => {
  app = openTestApp({ now: at('2026-05-21T01:00:00.000Z') });
  folder = mkdtempSync(join(tmpdir(), 'keben 对账 '));
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => join(folder, '报表.xlsx');
const words = { ...wordsOf(moneyReportWords, (word) => word), asOf: '截至 {day}', period: '{from} 至 {to}' };
const paperWords = {
  ...wordsOf(statementWords, (word) => word),
  title: '对账单',
  period: '{from} 至 {to}',
  instalmentOf: '{name} {no}/{of}',
  confirm: '{day} {company} {amount}',
};
const year = { from: day('2026-01-01'), to: day('2026-05-21') };
const notChosen = { kind: 'validation', fields: [{ field: 'path', problem: 'invalid' }] };
const ugly = ["=cmd|' /C calc'!A0", '甲\n乙', '😀'.repeat(60), '_x0041_/\\:*?"<>|'];

function owes(name: string, ledger: Ledger = exampleLedger(), row: Parameters<TestApp['aCustomer']>[0] = {}): Id {
  const customerId = app.aCustomer({ name, ...row });
  writeLedger(app.book, customerId, ledger, { userId: app.ownerId, now: app.now });
  return customerId;
}

async function report(wish: MoneyReport) {
  app.services.chosenPaths.add(file());
  const written = await app.done('exports', 'moneyReport', { report: wish, words, path: file() });
  return { written, ...(await readBack(file())) };
}

async function readBack(path: string) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const rows = (at: number) => {
    const sheet = workbook.worksheets[at];
    const found: unknown[][] = [];
    sheet?.eachRow((row) => {
      const values = row.values;
      found.push(Array.isArray(values) ? Array.from(values, (value) => value ?? null).slice(1) : []);
    });
    return found;
  };
  return { workbook, rows };
}

describe('exports.moneyReport', () => {
  it('writes the aging with the receivables behind it, and both come to the same', async () => {
    owes('甲');
    owes('乙', ledgerOf({ receivables: [aReceivable('2026-01-01', '2026-04-01', 5)] }));
    const { rows } = await report({ kind: 'aging', asOf: day('2026-04-15') });
    const [title, about, heads, ...lines] = rows(0);
    expect([title?.[0], about?.[0], heads?.[0]]).toEqual(['aging', '截至 2026-04-15', 'customer']);
    expect(lines.map((cells) => [cells[0], cells[8], cells[9], cells[10]])).toEqual([
      ['甲', 900, 300, expect.any(Number)],
      ['乙', 5, 5, 14],
      ['total', 905, 305, null],
    ]);
    const behind = rows(1);
    expect(behind.at(-1)?.[8]).toBe(905);
    expect(behind.find(([name]) => name === '乙')?.slice(4, 9)).toEqual([
      new Date(Date.UTC(2026, 0, 1)),
      new Date(Date.UTC(2026, 3, 1)),
      14,
      5,
      5,
    ]);
  });

  it('writes balances that add up on every row and are those of the statements', async () => {
    const payment = aPayment('2026-02-10', 300);
    const wasVoid = aPayment('2026-01-20', 50, { voidedOn: day('2026-03-01') });
    const ids = [
      owes('甲'),
      owes('乙', ledgerOf({ sources: [payment, wasVoid], refunds: [aRefund(payment, '2026-03-05', 100)] })),
      owes(
        '丙',
        ledgerOf({ receivables: [aReceivable('2025-12-01', '2026-01-01', 80, { voidedOn: day('2026-02-02') })] }),
      ),
    ];
    const period = { from: day('2026-02-01'), to: day('2026-04-30') };
    const { rows } = await report({ kind: 'balances', ...period });
    const lines = rows(0).slice(3);
    for (const cells of lines) {
      const [opening, charged, settled, closing] = cells.slice(3, 7).map(Number);
      expect(((opening ?? 0) * 100 + (charged ?? 0) * 100 - (settled ?? 0) * 100).toFixed(0)).toBe(
        ((closing ?? 0) * 100).toFixed(0),
      );
    }
    const yuan = (fen: number) => fen / 100;
    for (const customerId of ids) {
      const statement = customerStatement(app.book, { customerId, ...period });
      const { openingFen, chargedFen, settledFen, closingFen, prepaidFen } = statement;
      expect(lines.find(([name]) => name === statement.customerName)?.slice(3)).toEqual(
        [openingFen, chargedFen, settledFen, closingFen, prepaidFen].map(yuan),
      );
    }
    expect(lines.at(-1)?.[0]).toBe('total');
  });

  it('lists what came in and what it settles, and takes back what was voided on its day', async () => {
    const debt = aReceivable('2026-01-01', '2026-02-01', 100);
    const paid = aPayment('2026-02-10', 150);
    const bounced = aPayment('2026-02-12', 40, { voidedOn: day('2026-03-01') });
    const never = aPayment('2026-02-13', 7, { voidedOn: day('2026-02-13') });
    owes(
      '甲',
      ledgerOf({
        receivables: [debt],
        sources: [paid, bounced, never],
        allocations: [anAllocation(paid, debt, 100)],
        refunds: [aRefund(paid, '2026-03-05', 50)],
      }),
    );
    const { rows } = await report({ kind: 'payments', ...year });
    expect(
      rows(0)
        .slice(3)
        .map((cells) => [cells[3], cells[5], cells[7], cells[8]]),
    ).toEqual([
      ['payment', 150, 'openingBalance', 100],
      ['payment', 40, null, 0],
      ['payment_void', -40, null, 0],
      ['refund', -50, null, 0],
      [null, 100, null, 100],
    ]);
  });

  it('lists what was sold line by line, with cost and profit only for who may see them', async () => {
    const seller = app.aUser({ role: 'salesperson' });
    const customerId = app.aCustomer({ name: '甲', ownerId: seller });
    const lines = [aLine(8.5, { quantityE3: 12_500, unit: '盒', discountBp: 1_000, costE4: 50_000 }), aLine(3, {})];
    await app.done('orders', 'create', anOrder(customerId, { issuedOn: day('2026-05-20'), lines }));
    const seen = await report({ kind: 'sales', ...year });
    const [, , heads, ...sold] = seen.rows(0);
    expect(heads?.slice(9)).toEqual(['quantity', 'price', 'discount', 'amount', 'note', 'cost', 'profit']);
    expect(sold[0]?.slice(9)).toEqual([12.5, 8.5, 0.1, 95.63, null, 62.5, 33.13]);
    expect(sold.at(-1)?.[12]).toBe(98.63);
    await app.sitDown(seller);
    const hidden = await report({ kind: 'sales', ...year });
    expect(hidden.rows(0)[2]?.slice(9)).toEqual(['quantity', 'price', 'discount', 'amount', 'note']);
  });

  it.each(['aging', 'payments', 'balances'] as const)('%s: a salesperson gets their own and nobody’s', async (kind) => {
    const seller = app.aUser({ role: 'salesperson' });
    const ledger = () =>
      ledgerOf({ receivables: [aReceivable('2026-01-01', '2026-02-01', 9)], sources: [aPayment('2026-03-01', 1)] });
    owes('自己的', ledger(), { ownerId: seller });
    owes('没人的', ledger());
    owes('别人的', ledger(), { ownerId: app.ownerId });
    await app.sitDown(seller);
    const { rows } = await report(kind === 'aging' ? { kind, asOf: year.to } : { kind, ...year });
    const text = JSON.stringify([rows(0), rows(1)]);
    expect(text).toContain('自己的');
    expect(text).toContain('没人的');
    expect(text).not.toContain('别人的');
  });

  it('keeps what users typed as text', async () => {
    for (const name of ugly) owes(name, ledgerOf({ receivables: [aReceivable('2026-01-01', '2026-02-01', 9)] }));
    const { rows } = await report({ kind: 'balances', ...year });
    const names = rows(0).map(([name]) => name);
    for (const name of ugly.slice(0, 3)) expect(names).toContain(name);
    expect(names.filter((name) => String(name).includes('x0041_'))).toHaveLength(1);
  });

  it('writes to no file that the user did not name, and no period that ends before it begins', async () => {
    const wish: MoneyReport = { kind: 'sales', from: year.to, to: year.from };
    expect(await app.refused('exports', 'moneyReport', { report: wish, words, path: '/etc/passwd' })).toEqual(
      notChosen,
    );
    app.services.chosenPaths.add(file());
    expect(await app.refused('exports', 'moneyReport', { report: wish, words, path: file() })).toMatchObject({
      kind: 'validation',
    });
  });

  it('says that the disk is in the way, and leaves the old file', async () => {
    const path = join(folder, 'gone', 'a.xlsx');
    app.services.chosenPaths.add(path);
    const wish: MoneyReport = { kind: 'aging', asOf: year.to };
    expect(await app.refused('exports', 'moneyReport', { report: wish, words, path })).toMatchObject({
      kind: 'storage',
      reason: 'file_missing',
    });
    // The next wish finds the book free: no transaction is left open.
    expect(app.book.sqlite.inTransaction).toBe(false);
  });
});

type Wish = Partial<Parameters<typeof statementsInput>[0]>;
function statementsInput(more: object) {
  return {
    scope: { kind: 'many' as const },
    ...year,
    form: 'files' as const,
    words: paperWords,
    withAmountInWords: true,
    path: folder,
    ...more,
  };
}

async function statements(more: Wish) {
  const input = statementsInput(more);
  app.services.chosenPaths.add(input.path);
  return app.done('exports', 'statements', input);
}

describe('exports.statements', () => {
  it('writes one customer’s statement with the figures of the screen, days as days and the amount in words', async () => {
    const customerId = owes('甲 & 乙');
    await statements({ scope: { kind: 'one', customerId }, form: 'workbook', path: file() });
    const { workbook, rows } = await readBack(file());
    const [sheet] = workbook.worksheets;
    const statement = customerStatement(app.book, { customerId, ...year });
    const cells = rows(0);
    const charges = cells.filter(([, , , charged]) => typeof charged === 'number');
    expect(charges.length).toBeGreaterThan(1);
    const closing = cells.find(([, what]) => what === 'closing');
    expect(closing).toEqual([
      new Date(Date.UTC(2026, 4, 21)),
      'closing',
      null,
      statement.chargedFen / 100,
      statement.settledFen / 100,
      statement.closingFen / 100,
    ]);
    expect(cells.find(([, what]) => what === 'opening')?.[5]).toBe(0);
    expect(cells.filter(([on]) => on instanceof Date)).toHaveLength(2 + statement.rows.length + statement.open.length);
    expect(JSON.stringify(cells)).toContain('元整');
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '2:4' });
    expect(sheet?.headerFooter.oddFooter).toContain('page');
  });

  it('writes one file each for all with movement or balance, and nothing over what is there', async () => {
    owes('甲');
    owes('甲');
    app.aCustomer({ name: '没有往来' });
    const settled = aReceivable('2025-01-01', '2025-02-01', 9);
    const paid = aPayment('2025-02-01', 9);
    owes(
      '早已结清',
      ledgerOf({
        receivables: [settled],
        sources: [paid],
        allocations: [anAllocation(paid, settled, 9)],
      }),
    );
    app.inBin('customers', owes('已删除'));
    const first = '对账单_甲_2026-01-01_2026-05-21.xlsx';
    writeFileSync(join(folder, first), 'mine');
    expect(await statements({})).toMatchObject({ statements: 2 });
    expect(readdirSync(folder).sort()).toEqual([
      '对账单_甲_2026-01-01_2026-05-21 (2).xlsx',
      '对账单_甲_2026-01-01_2026-05-21 (3).xlsx',
      first,
    ]);
    expect(readFileSync(join(folder, first), 'utf8')).toBe('mine');
  });

  it('takes names that no disk and no sheet would', async () => {
    for (const name of ugly) owes(name);
    expect(await statements({})).toMatchObject({ statements: ugly.length });
    for (const name of readdirSync(folder)) {
      expect(Buffer.byteLength(name)).toBeLessThan(255);
      expect(name).toMatch(/^对账单_[^<>:"/\\|?*\n]+_2026-01-01_2026-05-21\.xlsx$/);
    }
    await statements({ form: 'workbook', path: file() });
    const { workbook, rows } = await readBack(file());
    const names = workbook.worksheets.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ugly.length + 1);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31);
    expect(
      rows(0)
        .slice(3, -1)
        .map(([name]) => name),
    ).toContain(ugly[0]);
  });

  it('puts a list of all before the sheets, with their sums', async () => {
    owes('甲', exampleLedger(), { ownerId: app.ownerId });
    owes('乙', ledgerOf({ receivables: [aReceivable('2026-01-01', '2026-02-01', 9)] }));
    owes('丙', ledgerOf({ sources: [aPayment('2026-01-01', 3)] }));
    await statements({ form: 'workbook', path: file() });
    const all = await readBack(file());
    expect(all.workbook.worksheets.map(({ name }) => name).sort()).toEqual(['index', '丙', '乙', '甲']);
    expect(all.rows(0).at(-1)?.[5]).toBe(
      all
        .rows(0)
        .slice(3, -1)
        .reduce((sum, cells) => sum + Number(cells[5]), 0),
    );
    await statements({ form: 'workbook', path: file(), scope: { kind: 'many', onlyOpen: true, ownerIds: ['none'] } });
    expect((await readBack(file())).workbook.worksheets.map(({ name }) => name)).toEqual(['index', '乙']);
  });

  it('keeps to one’s own customers', async () => {
    const seller = app.aUser({ role: 'salesperson' });
    const other = owes('别人的', exampleLedger(), { ownerId: app.ownerId });
    owes('自己的', exampleLedger(), { ownerId: seller });
    await app.sitDown(seller);
    expect(await statements({})).toMatchObject({ statements: 1 });
    const input = statementsInput({ scope: { kind: 'one', customerId: other } });
    expect(await app.refused('exports', 'statements', input)).toEqual({ kind: 'forbidden', right: 'export.money' });
    const nobody = newId();
    const missing = statementsInput({ scope: { kind: 'one', customerId: nobody } });
    expect(await app.refused('exports', 'statements', missing)).toMatchObject({ kind: 'not_found' });
    expect(await app.refused('exports', 'statements', { ...input, path: '/etc' })).toEqual(notChosen);
  });
});

describe('exports.savePdf', () => {
  it('puts the printed pages where the user says', async () => {
    const path = join(folder, '对账单.pdf');
    expect(await app.done('exports', 'savePdf', { proposedName: '对账单' })).toEqual({ kind: 'closed' });
    Object.assign(app.services.dialogs, { savePdf: () => Promise.resolve(path) });
    expect(await app.done('exports', 'savePdf', { proposedName: '对账单' })).toEqual({ kind: 'saved', path });
    expect(readFileSync(path, 'latin1')).toMatch(/^%PDF/);
    expect(statSync(path).size).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual(['对账单.pdf']);
  });

  it('leaves it to the print dialog where the window cannot', async () => {
    Object.assign(app.services.printer, { canPrintToFile: false });
    expect(await app.done('exports', 'savePdf', { proposedName: '对账单' })).toEqual({ kind: 'by_hand' });
  });
});
