import { addMonths } from '../../src-shared/core/calendar-date.ts';
import { abcShares, beforeFen } from '../../src-shared/tiers/methods/abc.ts';
import { type FileAnswer, NoAnswer } from './answer.ts';
import { dayAsked } from './day-asked.ts';
import { salesByCustomer } from './file-sales.ts';
import { readOrders } from './read-orders.ts';

/** Percent of sales, as a new book has them (domain §4). */
const cuts = [80, 95, 100];
const classes = ['A', 'B', 'C', 'D'] as const;

/** ABC of a file of orders, by sales of the 12 months up to a day; who ordered before that only is in the last class. */
export const abcAnswer: FileAnswer = {
  name: 'abc',
  usage: '--as-of YYYY-MM-DD',
  options: ['as-of'],
  answerFile: (path, option) => {
    const asOf = dayAsked('as-of', option('as-of'));
    const orders = readOrders(path);
    const known = salesByCustomer(orders, { after: null, upTo: asOf });
    if (known.length === 0) throw new NoAnswer(`${path}: no order up to ${asOf}`);
    const inYear = new Map(
      salesByCustomer(orders, { after: addMonths(asOf, -12), upTo: asOf }).map(({ customer, salesFen }) => [
        customer,
        salesFen,
      ]),
    );
    const salesFen = Float64Array.from(known, ({ customer }) => inYear.get(customer) ?? 0);
    const { positions, ranks, totalFen } = abcShares(salesFen, cuts);
    const rows = known.map(({ customer }, place) => ({
      customer,
      amount: (salesFen[place] ?? 0) / 100,
      before: beforeFen(ranks, salesFen[place] ?? 0) / 100,
      class: classes[positions[place] ?? -1],
    }));
    return {
      asOf,
      total: totalFen / 100,
      classes: Object.fromEntries(classes.map((name) => [name, rows.filter((row) => row.class === name).length])),
      rows: rows.sort((a, b) => b.amount - a.amount || (a.customer < b.customer ? -1 : 1)),
    };
  },
};
