import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../db/testing/temporary-folder.ts';
import { answered, refused } from './testing/asking.ts';

const folder = temporaryFolder();
const header = 'customer_id,order_date,revenue';

function aFile(...lines: string[]): string {
  const file = folder.path('orders.csv');
  writeFileSync(file, lines.join('\r\n'));
  return file;
}

describe('npm run answers -- rfm', () => {
  it('gives cut points and a row of each customer, amounts in yuan; orders of later days do not count', () => {
    const file = aFile(
      `\uFEFFname,${header}`,
      '"Ann ""A"", Ltd",a,2026-01-01,100.50',
      '"two',
      'lines",a,2026-01-11,"1,000.00"',
      'x,b,2026-01-21,50',
      'x,b,2026-03-01,9999',
      '',
    );
    expect(answered('rfm', file, '--as-of', '2026-01-31')).toEqual({
      asOf: '2026-01-31',
      customers: 2,
      // 10 and 20 days; type 7 between them.
      cuts: { recency: [12, 14, 16, 18], frequency: [1.2, 1.4, 1.6, 1.8], money: [260.1, 470.2, 680.3, 890.4] },
      rows: [
        { customer: 'a', recencyDays: 20, orders: 2, amount: 1_100.5, r: 1, f: 5, m: 5, segment: 'at_risk' },
        { customer: 'b', recencyDays: 10, orders: 1, amount: 50, r: 5, f: 1, m: 1, segment: 'new' },
      ],
    });
  });

  it('takes an amount below 0 as money that went back, and no order', () => {
    const file = aFile(header, 'a,2026-01-01,100', 'a,2026-01-02,-30', 'b,2026-01-03,-5');
    expect(answered('rfm', file, '--as-of', '2026-01-31')).toMatchObject({
      customers: 1,
      rows: [{ customer: 'a', orders: 1, amount: 70, recencyDays: 30 }],
    });
  });
});

describe('npm run answers -- abc', () => {
  it('shares the sales of 12 months as in domain §4: A A B B C C D', () => {
    const sales = { p: 500, q: 300, r: 100, s: 50, t: 30, u: 20 };
    const lines = Object.entries(sales).map(([name, yuan]) => `${name},2026-01-31,${yuan}`);
    const file = aFile(header, ...lines, 'v,2025-01-31,700');
    const answer = answered('abc', file, '--as-of', '2026-01-31');
    expect(answer).toMatchObject({ total: 1_000, classes: { A: 2, B: 2, C: 2, D: 1 } });
    expect(answer).toHaveProperty('rows.6', { customer: 'v', amount: 0, before: 1_000, class: 'D' });
  });
});

describe('npm run answers -- measures', () => {
  it('tells new, lost and won back apart, and how sales are spread', () => {
    const file = aFile(
      header,
      'fresh,2026-02-01,400',
      'gone,2025-01-15,100',
      'back,2023-01-01,100',
      'back,2026-03-01,100',
      'steady,2025-06-01,100',
    );
    expect(answered('measures', file, '--from', '2026-01-01', '--to', '2026-03-31')).toMatchObject({
      activeBefore: 2,
      activeAfter: 3,
      new: 1,
      lost: 1,
      wonBack: 1,
      newRate: 0.5,
      retention: 0.5,
      sales: 500,
      top: { percent: 20, customers: 1, sales: 400, sharePercent: 80 },
      customers: { new: ['fresh'], lost: ['gone'], wonBack: ['back'] },
    });
  });

  it('has no rate where nobody was active before', () => {
    const file = aFile(header, 'a,2026-02-01,1');
    expect(answered('measures', file, '--from', '2026-01-01', '--to', '2026-03-31')).toMatchObject({
      newRate: null,
      lostRate: null,
      retention: null,
    });
  });
});

describe('npm run answers about a file', () => {
  it.each([
    ['a column that is missing', ['customer_id,order_date', 'a,2026-01-01'], /names no column revenue/],
    ['nothing in it', [''], /is empty/],
    ['a day that does not exist', [header, 'a,2026-02-30,1'], /line 2: order_date 2026-02-30 is not a day/],
    ['no customer', [header, 'a,2026-01-01,1', ' ,2026-01-01,1'], /line 3: customer_id is empty/],
    ['a word for an amount', [header, 'a,2026-01-01,many'], /line 2: revenue many is not an amount/],
    ['thousandths', [header, 'a,2026-01-01,1.005'], /more than 2 decimals/],
    ['a cell too many', [header, 'a,2026-01-01,1,2'], /orders\.csv: Invalid Record Length/],
    ['an open quote', [header, '"a,2026-01-01,1'], /orders\.csv: Quote Not Closed/],
    ['only later orders', [header, 'a,2026-02-01,1'], /no order up to 2026-01-31/],
  ])('says what is wrong with %s', (_, lines, sentence) => {
    expect(refused('rfm', aFile(...lines), '--as-of', '2026-01-31')).toMatch(sentence);
  });

  it('says so where there is no file, no UTF-8 or a turned period', () => {
    expect(refused('abc', folder.path('none.csv'), '--as-of', '2026-01-31')).toMatch(/ENOENT/);
    const gbk = folder.path('gbk.csv');
    writeFileSync(gbk, Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]));
    expect(refused('rfm', gbk, '--as-of', '2026-01-31')).toMatch(/not UTF-8/);
    expect(refused('measures', gbk, '--from', '2026-02-01', '--to', '2026-01-01')).toMatch(/ends on 2026-01-01/);
    expect(refused('rfm')).toMatch(/npm run answers -- rfm ORDERS.csv --as-of/);
  });
});
