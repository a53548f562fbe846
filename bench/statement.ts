import { writeBatch } from '../db/journal.ts';
import type { AppDb } from '../db/open.ts';
import { customerStatement } from '../db/queries/money/statement.ts';
import { customers } from '../db/schema/customers.ts';
import { allocations, receivables, settlementSources } from '../db/schema/money.ts';
import { addDays } from '../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../src-shared/core/id.ts';
import { benchNow, benchToday, emptyBook } from './big-book.ts';
import { type Benchmark, check, interleaved, percentile, timed, told } from './measure.ts';

const linesWanted = 10_000;
const from = addDays(benchToday, -1_000);

/** 对账单 of a customer with thousands of lines, as a thread of its own makes it. */
export const statementBenchmark: Benchmark = {
  name: 'statement',
  what: 'a statement of 10,000 lines with their words, checked to add up',
  run: async ({ folder, rounds, rows }) => {
    const { book, ownerId } = emptyBook(folder);
    const lines = rows ?? linesWanted;
    const customerId = fill(book, ownerId, lines);
    const order = { customerId, from, to: benchToday };
    verify(book, order, lines);
    const all: number[] = [];
    const ours = async () => {
      const ms = await timed(() => customerStatement(book, order));
      all.push(ms);
      return ms;
    };
    const times = await interleaved(rounds, ours, () => timed(() => peerLines(book, order)));
    book.close();
    return {
      name: 'statement',
      what: statementBenchmark.what,
      comparison: { peer: 'window function in SQL, days and amounts alone', ...times, must: 8, goal: 5 },
      figures: [told('a statement, p95', percentile(all, 95), 'ms')],
    };
  },
};

/** As many payments as debts, each settled by the next payment. */
function fill(book: AppDb, ownerId: Id, lines: number): Id {
  const customerId = newId();
  writeBatch(book, { source: 'import', userId: ownerId, now: benchNow }, (db) => {
    db.insert(customers, { id: customerId, name: '往来频繁的客户' });
    for (let n = 0; n < lines / 2; n += 1) {
      const issuedOn = addDays(from, n % 900);
      const paidOn = addDays(issuedOn, 20 + (n % 60));
      const amountFen = 10_000 + (n % 977) * 131;
      const [id, sourceId] = [newId(), newId()];
      const owed = { issuedOn, dueOn: addDays(issuedOn, 30), amountFen, reference: `QC-${n}` };
      db.insert(receivables, { id, customerId, installmentNo: 1, ...owed });
      db.insert(settlementSources, {
        id: sourceId,
        customerId,
        kind: 'payment',
        onDay: paidOn,
        amountFen,
        method: 'cash',
      });
      const settled = { receivableId: id, sourceId, amountFen, effectiveOn: paidOn };
      db.insert(allocations, { id: newId(), customerId, ...settled });
    }
  });
  return customerId;
}

interface Order {
  readonly customerId: Id;
  readonly from: string;
  readonly to: string;
}

const peerSql = `
  SELECT day, change, sum(change) OVER (ORDER BY day, change < 0, id) FROM (
    SELECT id, issued_on AS day, amount_fen AS change FROM receivables WHERE customer_id = :customerId
    UNION ALL SELECT id, on_day, -amount_fen FROM settlement_sources WHERE customer_id = :customerId)
  WHERE day BETWEEN :from AND :to`;

type PeerLine = readonly [day: string, change: number, balance: number];

function peerLines(book: AppDb, order: Order): PeerLine[] {
  // Safe: the columns that the statement selects.
  return book.sqlite.prepare(peerSql).raw().all(order) as PeerLine[];
}

function verify(book: AppDb, order: Parameters<typeof customerStatement>[1], lines: number): void {
  const { rows, closingFen } = customerStatement(book, order);
  const peer = peerLines(book, order);
  check(rows.length === lines && peer.length === lines, `${rows.length} lines, ${peer.length} in SQL`);
  for (const [n, { on, changeFen, balanceFen }] of rows.entries()) {
    check(peer[n]?.join() === [on, changeFen, balanceFen].join(), `line ${n}`);
  }
  check(closingFen === peer.at(-1)?.[2], 'closing balance');
}
