import { rfm } from '../../src-shared/tiers/methods/rfm.ts';
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
    const inputs = salesByCustomer(readOrders(path), { after: null, upTo: asOf }).flatMap((sales) => {
      const lastOrderOn = sales.orderDays.at(-1);
      return lastOrderOn === undefined ? [] : [{ ...sales, customerId: sales.customer, lastOrderOn }];
    });
    const result = rfm(inputs, asOf);
    if (!result) throw new NoAnswer(`${path}: no order up to ${asOf}`);
    const { recency, frequency, money } = result.cuts;
    return {
      asOf,
      customers: result.scores.length,
      cuts: { recency, frequency, money: money.map((cut) => cut / 100) },
      rows: result.scores.map(({ customerId: customer, recencyDays, orders, salesFen, r, f, m, segment }) => ({
        customer,
        recencyDays,
        orders,
        amount: salesFen / 100,
        r,
        f,
        m,
        segment,
      })),
    };
  },
};
