import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeWorkbook } from '../src-main/files/workbook/write-workbook.ts';
import { openTestApp } from '../src-main/ipc/testing/open-test-app.ts';
import { fen, fenToYuanText } from '../src-shared/core/money.ts';

/*
 * `npm run check:northwind -- FOLDER`: the orders of the Northwind trading company, joined from its CSV files into one
 * sheet, through the importer of orders into a throw-away book; prints JSON. Exit code 1 when a figure is not what the
 * files say. Freight is no line of an order and stays out, as it does in the total that everybody knows, 1,265,793.29.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const [folder] = positionals;
if (folder === undefined) {
  console.error('npm run check:northwind -- FOLDER');
  process.exit(2);
}

const customers = new Map(
  table('northwind_customers.csv').map((row) => [of(row, 'customerID'), of(row, 'companyName')]),
);
const orders = new Map(table('northwind_orders.csv').map((row) => [of(row, 'orderID'), row]));
const details = table('northwind_order_details.csv');
const lines = details.map((detail) => {
  const order = orders.get(of(detail, 'orderID'));
  const customer = order && customers.get(of(order, 'customerID'));
  if (!order || customer === undefined) throw new Error(`order ${of(detail, 'orderID')} without its customer`);
  const day = of(order, 'orderDate').slice(0, 10);
  return { detail, customer, day };
});
const heads = ['Order ID', 'Customer', 'Order Date', 'Product Code', 'Unit Price', 'Quantity', 'Discount'];
const rows = lines.map(({ detail, customer, day }) => [
  of(detail, 'orderID'),
  customer,
  day,
  of(detail, 'productID'),
  of(detail, 'unitPrice'),
  of(detail, 'quantity'),
  of(detail, 'discount'),
]);

const workFolder = mkdtempSync(path.join(tmpdir(), 'keben-northwind-'));
const app = openTestApp({ inFile: true });
try {
  const file = path.join(workFolder, 'orders.xlsx');
  const columns = heads.map((header) => ({ header, kind: 'text' as const }));
  const plan = { sheetName: 'Orders', columns, printHeader: { left: '', centre: 'Orders', right: '' } };
  const written = await writeWorkbook(file, plan, rows, { written: () => {}, isCancelled: () => false });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  const inspected = await app.done('imports', 'inspect', { path: file });
  if (inspected.state !== 'readable') throw new Error(JSON.stringify(inspected));
  const { importId } = inspected;
  const planned = await app.done('imports', 'plan', { importId, sheetIndex: 0 });
  if (planned.state !== 'planned') throw new Error(JSON.stringify(planned));
  const { target, headerRow, firstDataRow, columns: found } = planned.plan;
  const mapping = { headerRow, firstDataRow, columns: found.map(({ column, field }) => ({ column, field })) };
  const money = { createsCustomers: true };
  const before = app.hash();
  const check = await app.done('imports', 'check', { importId, mapping, matchKey: 'name', money });
  const outcome = await app.done('imports', 'commit', { importId });
  const inBook = app.book.sqlite
    .prepare<[], { name: string; fen: number }>(
      `SELECT c.name, sum(l.amount_fen) AS fen FROM sales_order_lines l JOIN customers c ON c.id = l.customer_id
       GROUP BY c.id ORDER BY fen DESC`,
    )
    .all();
  const truth = revenueOf(lines);
  const differing = [...truth].filter(([name, amount]) => inBook.find((row) => row.name === name)?.fen !== amount);
  const total = inBook.reduce((sum, row) => sum + row.fen, 0);
  await app.done('history', 'undo', { batchId: outcome.batchId });
  const isGone = app.hash() === before;
  const report = {
    target,
    rows: check.total,
    orders: outcome.created,
    lines: outcome.linesCreated,
    customers: outcome.customersCreated,
    leftOut: check.error + check.question + check.skip,
    total: fenToYuanText(fen(total)),
    customersWhoseRevenueDiffers: differing.length,
    mostRevenue: inBook.slice(0, 3).map(({ name, fen: amount }) => [name, fenToYuanText(fen(amount))]),
    undoneToTheLastByte: isGone,
  };
  console.log(JSON.stringify(report, null, 2));
  if (report.total !== '1265793.29' || differing.length > 0 || !isGone) process.exitCode = 1;
} finally {
  app.close();
  rmSync(workFolder, { recursive: true, force: true });
}

/** Revenue per customer in fen, each line rounded by itself; worked out from the texts of the files, not by our rules. */
function revenueOf(all: typeof lines): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { detail, customer } of all) {
    const [price, discount] = [units(of(detail, 'unitPrice'), 4n), units(of(detail, 'discount'), 4n)];
    const exact = price * units(of(detail, 'quantity'), 0n) * (10_000n - discount);
    const amount = Number((exact + 500_000n) / 1_000_000n);
    sums.set(customer, (sums.get(customer) ?? 0) + amount);
  }
  return sums;
}

function units(text: string, decimals: bigint): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(Number(decimals), '0'));
}

type Row = Readonly<Record<string, string>>;

function of(row: Row, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`no column ${column}`);
  return text;
}

/** A CSV file with a heading; quotes are doubled inside quotes, and no field holds a line break. */
function table(name: string): readonly Row[] {
  const text = readFileSync(path.join(folder ?? '', name), 'utf8').replace(/^\uFEFF/, '');
  const [head = [], ...body] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(cellsOf);
  return body.map((cells) => Object.fromEntries(head.map((column, index) => [column, cells[index] ?? ''])));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
