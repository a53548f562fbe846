import type { AppDb } from '../db/open.ts';
import { seedMoney } from '../db/seed/write-money.ts';
import { segmentBook } from '../src-main/features/tiers/segment-book.ts';
import { addDays, addMonths } from '../src-shared/core/calendar-date.ts';
import { tierSteps } from '../src-shared/tiers/methods/compare-tiers.ts';
import { defaultMethods } from '../src-shared/tiers/methods/default-methods.ts';
import { newCustomerDays, type TierMethod } from '../src-shared/tiers/methods/propose-tiers.ts';
import { benchTimeZone, benchToday, emptyBook, fillBook } from './big-book.ts';
import { type Benchmark, check, interleaved, median, timed, told } from './measure.ts';

const customersWanted = 100_000;
const ordersPerCustomer = 10;
const compared = ['thresholds', 'abc', 'rfm'] as const;

/** G8: what every customer's tier would be, by each method, beside window functions that give the same rows. */
export const retierBenchmark: Benchmark = {
  name: 'G8',
  what: 're-tier 100,000 customers with 1,000,000 orders: thresholds, ABC and RFM together',
  run: async ({ folder, rounds, rows }) => {
    const made = emptyBook(folder);
    const { book, ownerId } = made;
    const customers = rows ?? customersWanted;
    const buildMs = await timed(() => {
      fillBook(made, customers);
      book.sqlite.pragma('synchronous = OFF');
      seedMoney(book, { seed: 7, today: benchToday, ownerId, receivables: customers * ordersPerCustomer });
      book.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    });
    for (const kind of compared) verify(book, kind);
    const each = new Map(compared.map((kind) => [kind, { ours: [] as number[], peer: [] as number[] }]));
    const total = async (side: 'ours' | 'peer', work: (kind: (typeof compared)[number]) => unknown) => {
      let sum = 0;
      for (const kind of compared) {
        const ms = await timed(() => work(kind));
        each.get(kind)?.[side].push(ms);
        sum += ms;
      }
      return sum;
    };
    const times = await interleaved(
      rounds,
      () => total('ours', (kind) => ourTiers(book, defaultMethods[kind])),
      () => total('peer', (kind) => peerRows(book, kind)),
    );
    const scoreMs = await timed(() => ourTiers(book, defaultMethods.score));
    book.close();
    return {
      name: 'G8',
      what: retierBenchmark.what,
      comparison: { peer: 'one statement with window functions for each method', ...times, must: 0.4, goal: 0.25 },
      figures: [
        ...[...each].map(([kind, { ours, peer }]) => told(`${kind}, ours ÷ SQL`, median(ours) / median(peer), '×')),
        told('by score, once, without a peer', scoreMs, 'ms'),
        told('building the book, once', buildMs / 1000, 's'),
      ],
    };
  },
};

const order = { asOf: benchToday, today: benchToday, timeZone: benchTimeZone } as const;

function ourTiers(book: AppDb, method: TierMethod) {
  const segmented = segmentBook(book, { ...order, method });
  if (!segmented.ok) throw new Error(`no tiers: ${segmented.error.reason}`);
  return segmented.value;
}

const sales = `
  sums AS (
    SELECT customer_id, count(*) AS n, max(issued_on) AS last_on,
      sum(iif(issued_on > :year, fen, 0)) AS year_fen, sum(fen) AS ever_fen
    FROM (
      SELECT sale.customer_id, sale.issued_on, ifnull(sum(line.amount_fen), 0) AS fen
      FROM sales_orders sale LEFT JOIN sales_order_lines line ON line.order_id = sale.id AND line.deleted_at IS NULL
      WHERE sale.issued_on <= :d AND (sale.voided_on IS NULL OR sale.voided_on > :d) AND sale.deleted_at IS NULL
      GROUP BY sale.id)
    GROUP BY customer_id),
  back AS (
    SELECT customer_id, sum(iif(on_day > :year, amount_fen, 0)) AS year_fen, sum(amount_fen) AS ever_fen
    FROM settlement_sources WHERE kind = 'return' AND on_day <= :d AND (voided_on IS NULL OR voided_on > :d)
      AND deleted_at IS NULL GROUP BY customer_id),
  facts AS (
    SELECT c.id, c.tier_pinned_reason AS pinned, ifnull(s.n, 0) AS n,
      julianday(:d) - julianday(s.last_on) AS days,
      max(0, ifnull(s.year_fen, 0) - ifnull(b.year_fen, 0)) AS sales,
      max(0, ifnull(s.ever_fen, 0) - ifnull(b.ever_fen, 0)) AS ever,
      s.customer_id IS NULL AND date(c.created_at, '+8 hours') > :newest AS is_new
    FROM customers c LEFT JOIN sums s ON s.customer_id = c.id LEFT JOIN back b ON b.customer_id = c.id
    WHERE c.deleted_at IS NULL)`;

const judged = 'pinned IS NULL AND NOT is_new';

/** Four quantiles of a column, type 7, times 5 so that they stay whole. */
const fifths = (column: string) => `
  ${column}_cuts AS (
    SELECT k, max(iif(at = place, value, NULL)) * 5 + frac * (max(iif(at = min(place + 1, last), value, NULL)) -
      max(iif(at = place, value, NULL))) AS cut
    FROM (SELECT ${column} AS value, row_number() OVER (ORDER BY ${column}) - 1 AS at, count(*) OVER () - 1 AS last
        FROM facts WHERE n > 0)
      JOIN (SELECT k, (top * k) / 5 AS place, (top * k) % 5 AS frac FROM
        (SELECT 1 AS k UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4),
        (SELECT count(*) - 1 AS top FROM facts WHERE n > 0)) ON at IN (place, min(place + 1, last))
    GROUP BY k)`;
const exceeded = (column: string) => `(SELECT count(*) FROM ${column}_cuts WHERE facts.${column} * 5 > cut)`;

const peerSql = {
  thresholds: `WITH ${sales}
    SELECT id, iif(n > 0, iif(sales >= 10000000, 0, iif(sales >= 3000000, 1, iif(sales >= 500000, 2, 3))), 3)
    FROM facts WHERE ${judged}`,
  abc: `WITH ${sales}, shares AS (
      SELECT id, pinned, is_new, sales, sum(sales) OVER () AS total,
        ifnull(sum(sales) OVER (ORDER BY sales DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
      FROM facts)
    SELECT id, iif(sales = 0, 3, iif(before * 100 < 80 * total, 0, iif(before * 100 < 95 * total, 1, 2)))
    FROM shares WHERE ${judged}`,
  rfm: `WITH ${sales.replace('facts AS (', 'facts AS MATERIALIZED (')}, ${fifths('days')}, ${fifths('n')}, ${fifths('ever')}
    SELECT id, iif(n = 0, 3, iif(total >= 13, 0, iif(total >= 10, 1, iif(total >= 6, 2, 3)))) FROM (
      SELECT id, n, 5 - ${exceeded('days')} + 2 + ${exceeded('n')} + ${exceeded('ever')} AS total
      FROM facts WHERE ${judged})`,
};

type PeerRow = readonly [id: string, position: number];

function peerRows(book: AppDb, kind: keyof typeof peerSql): readonly PeerRow[] {
  const days = { d: benchToday, year: addMonths(benchToday, -12), newest: addDays(benchToday, -newCustomerDays) };
  // Safe: the columns that the statements select.
  return book.sqlite.prepare(peerSql[kind]).raw().all(days) as PeerRow[];
}

/** Both must give every customer the same tier before anything is timed. */
function verify(book: AppDb, kind: keyof typeof peerSql): void {
  const { proposal, comparison } = ourTiers(book, defaultMethods[kind]);
  const ours = new Map(
    proposal.customerIds.flatMap((customerId, place) => {
      const step = tierSteps[comparison.steps[place] ?? -1];
      return step === 'pinned' || step === 'new' ? [] : [[customerId, comparison.to[place]] as const];
    }),
  );
  const peer = peerRows(book, kind);
  check(peer.length === ours.size && ours.size > 0, `${kind}: ${ours.size} customers, ${peer.length} in SQL`);
  for (const [id, position] of peer) check(ours.get(id) === position, `${kind}: customer ${id}`);
}
