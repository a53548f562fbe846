import type { AppDb } from '../db/open.ts';
import { headsOfDocs } from '../db/queries/customer-heads.ts';
import { seedMoney } from '../db/seed/write-money.ts';
import { segmentBook } from '../src-main/features/tiers/segment-book.ts';
import { addDays, addMonths, dayNumber } from '../src-shared/core/calendar-date.ts';
import { tierSteps } from '../src-shared/tiers/methods/compare-tiers.ts';
import { defaultMethods } from '../src-shared/tiers/methods/default-methods.ts';
import { newCustomerDays, type TierMethod } from '../src-shared/tiers/methods/propose-tiers.ts';
import { defaultScoreWeights } from '../src-shared/tiers/methods/score.ts';
import { benchTimeZone, benchToday, emptyBook, fillBook } from './big-book.ts';
import { type Benchmark, check, interleaved, median, timed, told } from './measure.ts';
import { retierStatements } from './retier-sql.ts';

const customersWanted = 100_000;
const ordersPerCustomer = 10;

/** The weight of the payment record goes to sales: no single statement says how somebody pays. */
const methods = {
  thresholds: defaultMethods.thresholds,
  abc: defaultMethods.abc,
  rfm: defaultMethods.rfm,
  score: { ...defaultMethods.score, weights: { ...defaultScoreWeights, record: 0, sales: 55 } },
} as const satisfies Record<TierMethod['kind'], TierMethod>;
const kinds = Object.values(methods).map(({ kind }) => kind);
type Kind = keyof typeof methods;

/** G8: what every customer's tier would be, by each method, beside window functions that give the same rows. */
export const retierBenchmark: Benchmark = {
  name: 'G8',
  what: 're-tier 100,000 customers with 1,000,000 orders, by each of the four methods',
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
    for (const kind of kinds) verify(book, kind);
    const each = new Map(
      kinds.map((kind) => [kind, { ours: [] as number[], lines: [] as number[], sums: [] as number[] }]),
    );
    const total = async (side: 'ours' | 'lines' | 'sums', work: (kind: Kind) => unknown) => {
      let sum = 0;
      for (const kind of kinds) {
        const ms = await timed(() => work(kind));
        each.get(kind)?.[side].push(ms);
        sum += ms;
      }
      return sum;
    };
    const sumsMs: number[] = [];
    const times = await interleaved(
      rounds,
      async () => {
        sumsMs.push(await total('sums', (kind) => peerRows(book, kind, 'overSums')));
        return total('ours', (kind) => ourTiers(book, methods[kind]));
      },
      () => total('lines', (kind) => peerRows(book, kind, 'overLines')),
    );
    const scoreMs = await timed(() => ourTiers(book, defaultMethods.score));
    book.close();
    return {
      name: 'G8',
      what: retierBenchmark.what,
      comparison: {
        peer: 'one statement with window functions for each method, over orders and their lines',
        ...times,
        must: 0.4,
        goal: 0.25,
      },
      figures: [
        ...[...each].map(([kind, { ours, lines }]) => told(`${kind}, ours ÷ SQL`, median(ours) / median(lines), '×')),
        ...[...each].map(([kind, { ours, sums }]) =>
          told(`${kind}, ours ÷ SQL that is handed our sums of orders`, median(ours) / median(sums), '×'),
        ),
        told('all four, ours ÷ SQL that is handed our sums', median(times.oursMs) / median(sumsMs), '×'),
        told('by score with payment records, once', scoreMs, 'ms'),
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

type PeerRow = readonly [id: string, position: number];

function peerRows(book: AppDb, kind: Kind, over: 'overSums' | 'overLines'): readonly PeerRow[] {
  const [year, before] = [addMonths(benchToday, -12), addMonths(benchToday, -24)];
  const days = {
    ...{ d: benchToday, year, before, newest: addDays(benchToday, -newCustomerDays) },
    ...{ n_d: dayNumber(benchToday), n_year: dayNumber(year), n_before: dayNumber(before) },
  };
  // Safe: the columns that the statements select.
  return book.sqlite.prepare(retierStatements[kind][over]).raw().all(days) as PeerRow[];
}

/** All must give every customer the same tier before anything is timed. */
function verify(book: AppDb, kind: Kind): void {
  const { docs, comparison } = ourTiers(book, methods[kind]);
  const heads = headsOfDocs(book, [...docs]);
  const ours = new Map(
    Array.from(docs).flatMap((doc, place) => {
      const step = tierSteps[comparison.steps[place] ?? -1];
      return step === 'pinned' || step === 'new' ? [] : [[heads.get(doc)?.id, comparison.to[place]] as const];
    }),
  );
  for (const over of ['overSums', 'overLines'] as const) {
    const peer = peerRows(book, kind, over);
    check(peer.length === ours.size && ours.size > 0, `${kind}: ${ours.size} customers, ${peer.length} in SQL`);
    for (const [id, position] of peer) check(ours.get(id) === position, `${kind}: customer ${id}`);
  }
}
