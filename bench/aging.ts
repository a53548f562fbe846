import type { AppDb } from '../db/open.ts';
import { agingTable } from '../db/queries/money/aging.ts';
import { agingRows } from '../db/queries/money/aging-rows.ts';
import { everybodysAging } from '../db/queries/money/everybodys-aging.ts';
import { seedMoney } from '../db/seed/write-money.ts';
import { addDays } from '../src-shared/core/calendar-date.ts';
import { agingBuckets } from '../src-shared/receivables/balances.ts';
import { benchTimeZone, benchToday, emptyBook, fillBook } from './big-book.ts';
import { type Benchmark, check, interleaved, percentile, timed, told } from './measure.ts';

const customersWanted = 100_000;
const receivablesPerCustomer = 10;

const order = {
  asOf: benchToday,
  // Seen from the day after: as of today nothing needs to be worked out from the facts.
  today: addDays(benchToday, 1),
  timeZone: benchTimeZone,
  ...everybodysAging,
} as const;

/** 账龄 of everybody as the desk asks for it, beside one statement that a person who knows SQL would write. */
export const agingBenchmark: Benchmark = {
  name: 'aging',
  what: 'aging as of a day over 100,000 customers and 1,000,000 receivables, ready to be paged in every order',
  run: async ({ folder, rounds, rows }) => {
    const made = emptyBook(folder);
    const { book, ownerId } = made;
    const customers = rows ?? customersWanted;
    const receivables = customers * receivablesPerCustomer;
    const buildMs = await timed(() => {
      fillBook(made, customers);
      book.sqlite.pragma('synchronous = OFF');
      seedMoney(book, { seed: 7, today: benchToday, ownerId, receivables });
      book.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    });
    const openShare = verify(book);
    const pages: number[] = [];
    const ours = async () => {
      const ms = await timed(() => agingTable(book, order));
      pages.push(await timed(() => pageOf(book)));
      return ms;
    };
    const peer = () => timed(() => peerRows(book));
    const times = await interleaved(rounds, ours, peer);
    const todayMs = await timed(() => agingTable(book, { ...order, today: benchToday }));
    book.close();
    return {
      name: 'aging',
      what: agingBenchmark.what,
      comparison: { peer: 'one statement of plain SQL, rows of each customer', ...times, must: 1, goal: 0.6 },
      figures: [
        told('of the receivables open', openShare * 100, '%'),
        { label: 'a page of 100 rows of it, p95', value: percentile(pages, 95), unit: 'ms', must: 10, goal: 5 },
        told('as of today, from what is kept beside the list, once', todayMs, 'ms'),
        told('building the book, once', buildMs / 1000, 's'),
      ],
    };
  },
};

let kept: ReturnType<typeof agingTable> = null;

function pageOf(book: AppDb) {
  if (!kept) throw new Error('no aging to page');
  return agingRows(book, kept, { sort: { key: 'urgency', direction: 'desc' }, offset: 0, limit: 100 });
}

type PeerRow = readonly [id: string, ...buckets: number[]];

/** Buckets and prepayment of each customer; the same facts by the same rules, in one statement. */
const peerSql = `
  WITH active AS (
    SELECT receivable_id, sum(amount_fen) AS settled FROM allocations
    WHERE effective_on <= :d AND (ended_on IS NULL OR ended_on > :d) GROUP BY receivable_id),
  owed AS (
    SELECT r.customer_id, r.amount_fen - ifnull(a.settled, 0) AS open,
      julianday(:d) - julianday(ifnull((SELECT c.was_due_on FROM due_day_changes c
        WHERE c.receivable_id = r.id AND c.until_on > :d ORDER BY c.until_on, c.id LIMIT 1), r.due_on)) AS late
    FROM receivables r LEFT JOIN active a ON a.receivable_id = r.id
    WHERE r.issued_on <= :d AND (r.voided_on IS NULL OR r.voided_on > :d) AND r.deleted_at IS NULL),
  buckets AS (
    SELECT customer_id, sum(open * (late <= 0)) b0, sum(open * (late BETWEEN 1 AND 30)) b1,
      sum(open * (late BETWEEN 31 AND 60)) b2, sum(open * (late BETWEEN 61 AND 90)) b3, sum(open * (late > 90)) b4
    FROM owed WHERE open > 0 GROUP BY customer_id),
  moves AS (
    SELECT customer_id, amount_fen FROM settlement_sources
      WHERE on_day <= :d AND (voided_on IS NULL OR voided_on > :d) AND deleted_at IS NULL
    UNION ALL SELECT customer_id, -amount_fen FROM allocations
      WHERE effective_on <= :d AND (ended_on IS NULL OR ended_on > :d)
    UNION ALL SELECT customer_id, -amount_fen FROM refunds
      WHERE on_day <= :d AND (voided_on IS NULL OR voided_on > :d) AND deleted_at IS NULL),
  prepaid AS (SELECT customer_id, sum(amount_fen) AS left_fen FROM moves GROUP BY customer_id)
  SELECT c.id, ifnull(b0, 0), ifnull(b1, 0), ifnull(b2, 0), ifnull(b3, 0), ifnull(b4, 0), ifnull(left_fen, 0)
  FROM customers c LEFT JOIN buckets b ON b.customer_id = c.id LEFT JOIN prepaid p ON p.customer_id = c.id
  WHERE b.customer_id IS NOT NULL OR p.left_fen <> 0`;

function peerRows(book: AppDb): PeerRow[] {
  // Safe: the columns that the statement selects.
  return book.sqlite.prepare(peerSql).raw().all({ d: benchToday }) as PeerRow[];
}

/** Both must say the same of every customer before anything is timed. Gives which share of the receivables is open. */
function verify(book: AppDb): number {
  kept = agingTable(book, order);
  if (!kept) throw new Error('an aging that nobody stops was stopped');
  const all = { sort: { key: 'name', direction: 'asc' }, offset: 0, limit: kept.rowCount } as const;
  const ours = new Map(
    agingRows(book, kept, all).map(({ customerId, aging, prepaidFen }) => [
      customerId,
      [...agingBuckets.map((bucket) => aging[bucket]), prepaidFen].join(),
    ]),
  );
  const peer = peerRows(book);
  check(peer.length === ours.size && ours.size > 0, `${ours.size} customers, ${peer.length} in plain SQL`);
  for (const [id, ...figures] of peer) check(ours.get(id) === figures.join(), `customer ${id}`);
  const count = (table: string) => Number(book.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return count('open_receivables') / count('receivables');
}
