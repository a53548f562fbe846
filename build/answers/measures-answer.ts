import { addDays } from '../../src-shared/core/calendar-date.ts';
import { type Concentration, customersForShare, topShare } from '../../src-shared/measures/concentration.ts';
import { movements } from '../../src-shared/measures/customer-activity.ts';
import { halfPercent, topPercent } from '../../src-shared/measures/ladder.ts';
import { type FileAnswer, NoAnswer } from './answer.ts';
import { dayAsked } from './day-asked.ts';
import { salesByCustomer } from './file-sales.ts';
import { readOrders } from './read-orders.ts';

/** 新增, 流失, 赢回, 保持率 of a file of orders over a period (domain §5), with who, and how sales are spread. */
export const measuresAnswer: FileAnswer = {
  name: 'measures',
  usage: '--from YYYY-MM-DD --to YYYY-MM-DD',
  options: ['from', 'to'],
  answerFile: (path, option) => {
    const [from, to] = [dayAsked('from', option('from')), dayAsked('to', option('to'))];
    if (to < from) throw new NoAnswer(`the period ends on ${to}, before it begins on ${from}`);
    const orders = readOrders(path);
    const everybody = salesByCustomer(orders, { after: null, upTo: to });
    const moved = movements(
      everybody.map(({ customer, orderDays }) => ({ customerId: customer, orderDays })),
      from,
      to,
    );
    const sales = salesByCustomer(orders, { after: addDays(from, -1), upTo: to }).map(({ customer, salesFen }) => ({
      customerId: customer,
      salesFen,
    }));
    const top = topShare(sales, topPercent);
    const half = customersForShare(sales, halfPercent);
    return {
      from,
      to,
      activeBefore: moved.activeBefore,
      activeAfter: moved.activeAfter,
      new: moved.new.length,
      lost: moved.lost.length,
      wonBack: moved.wonBack.length,
      newRate: moved.newRate,
      lostRate: moved.lostRate,
      retention: moved.retention,
      sales: top.totalFen / 100,
      top: spread(top),
      half: half ? spread(half) : null,
      customers: { new: moved.new, lost: moved.lost, wonBack: moved.wonBack },
    };
  },
};

function spread({ percent, customers, salesFen, sharePercent }: Concentration) {
  return { percent, customers, sales: salesFen / 100, sharePercent };
}
