import { daysBetween } from '../../src-shared/core/calendar-date.ts';
import { rfm, segmentOf } from '../../src-shared/tiers/methods/rfm.ts';
import { type FileAnswer, NoAnswer } from './answer.ts';
import { dayAsked } from './day-asked.ts';
import { salesByCustomer } from './file-sales.ts';
import { readOrders } from './read-orders.ts';

/** RFM of a file of orders over all history (domain §4): the cut points and each customer; amounts in yuan. */
export const rfmAnswer: FileAnswer = {
  name: 'rfm',
  usage: '--as-of YYYY-MM-DD',
  options: ['as-of'],
  answerFile: (path, option) => {
    const asOf = dayAsked('as-of', option('as-of'));
    const buyers = salesByCustomer(readOrders(path), { after: null, upTo: asOf }).flatMap((sales) => {
      const lastOrderOn = sales.orderDays.at(-1);
      return lastOrderOn === undefined ? [] : [{ ...sales, recencyDays: daysBetween(lastOrderOn, asOf) }];
    });
    const result = rfm({
      recencyDays: Int32Array.from(buyers, ({ recencyDays }) => recencyDays),
      orders: Int32Array.from(buyers, ({ orders }) => orders),
      salesFen: Float64Array.from(buyers, ({ salesFen }) => salesFen),
    });
    if (!result) throw new NoAnswer(`${path}: no order up to ${asOf}`);
    const { recency, frequency, money } = result.cuts;
    return {
      asOf,
      customers: buyers.length,
      cuts: { recency, frequency, money: money.map((cut) => cut / 100) },
      rows: buyers.map(({ customer, recencyDays, orders, salesFen }, place) => {
        const [r, f, m] = [result.scores.r[place] ?? 0, result.scores.f[place] ?? 0, result.scores.m[place] ?? 0];
        return { customer, recencyDays, orders, amount: salesFen / 100, ...{ r, f, m }, segment: segmentOf(r, f, m) };
      }),
    };
  },
};
