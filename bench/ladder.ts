import { serialize } from 'node:v8';
import { seedMoney } from '../db/seed/write-money.ts';
import { makeLadder } from '../src-main/features/measures/ladder-job.ts';
import { addDays, addMonths } from '../src-shared/core/calendar-date.ts';
import { benchTimeZone, benchToday, emptyBook, fillBook } from './big-book.ts';
import { type Benchmark, check, median, timed, told } from './measure.ts';

const customersWanted = 100_000;
const ordersPerCustomer = 10;

/** The ladder of 5 years: how long its job works, and how much crosses to the main thread. */
export const ladderBenchmark: Benchmark = {
  name: 'ladder',
  what: 'the ladder over 5 years, 100,000 customers with 1,000,000 orders, as its job works it out',
  run: async ({ folder, rounds, rows }) => {
    const made = emptyBook(folder);
    const { book, ownerId } = made;
    const customers = rows ?? customersWanted;
    fillBook(made, customers);
    book.sqlite.pragma('synchronous = OFF');
    const receivables = customers * ordersPerCustomer;
    seedMoney(book, { seed: 7, today: benchToday, ownerId, receivables });
    const order = { from: addDays(addMonths(benchToday, -60), 1), to: benchToday, timeZone: benchTimeZone, filter: {} };
    const ladder = makeLadder(book, order);
    check(ladder.customerIds.length === customers, `${ladder.customerIds.length} of ${customers} customers`);
    const salesSum = ladder.sales.reduce((sum, sales) => sum + sales, 0);
    check(salesSum === ladder.figures.total.salesFen, 'the customers add up to the total');
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await timed(() => makeLadder(book, order)));
    const bytes = serialize(ladder).byteLength;
    book.close();
    return {
      name: 'ladder',
      what: ladderBenchmark.what,
      comparison: null,
      figures: [
        told('in the job, median', median(times), 'ms'),
        told('what crosses to the main thread', bytes / 1_000_000, 'MB'),
        told('the same, per customer', bytes / customers, 'bytes'),
      ],
    };
  },
};
