import { addDays, addMonths, type CalendarDate, daysBetween } from '../../src-shared/core/calendar-date.ts';
import { type Fen, fen } from '../../src-shared/core/money.ts';
import { lineAmount, type OrderLineFigures } from '../../src-shared/orders/order-line.ts';
import type { PaymentMethod } from '../../src-shared/payments/payment.ts';
import { instalmentsOf } from '../../src-shared/receivables/credit-terms.ts';
import { seededDays } from './customer-life.ts';
import { hardwareProducts } from './hardware.ts';
import { Random } from './random.ts';

/** What a seeded customer bought and how he paid for it; pure, so that the same seed gives the same figures. */
export interface MoneyLife {
  readonly orders: readonly SeedOrder[];
}

export interface SeedOrder {
  readonly issuedOn: CalendarDate;
  readonly creditDays: number;
  readonly lines: readonly (OrderLineFigures & { readonly product: number; readonly amountFen: Fen })[];
  readonly debts: readonly SeedDebt[];
}

export interface SeedDebt {
  readonly dueOn: CalendarDate;
  readonly amountFen: Fen;
  readonly isDisputed: boolean;
  /** What came in for it; more than is owed stays prepayment. */
  readonly payments: readonly SeedPayment[];
}

export interface SeedPayment {
  readonly on: CalendarDate;
  readonly amountFen: Fen;
  /** Of it for this debt. */
  readonly settlesFen: Fen;
  readonly method: PaymentMethod;
  /** Of an acceptance bill. */
  readonly billDueOn: CalendarDate | null;
}

interface Payer {
  /** Days after the due day. */
  readonly early: number;
  readonly late: number;
  /** Share that is never paid. */
  readonly never: number;
}

const payers: readonly (readonly [Payer, number])[] = [
  [{ early: -6, late: 3, never: 0.005 }, 60],
  [{ early: 0, late: 40, never: 0.02 }, 27],
  [{ early: 20, late: 130, never: 0.12 }, 13],
];

const creditDays = [0, 15, 30, 30, 45, 60] as const;
const methods: readonly (readonly [PaymentMethod, number])[] = [
  ['transfer', 62],
  ['wechat', 22],
  ['alipay', 6],
  ['cash', 6],
  ['acceptance_bill', 3],
  ['cheque', 1],
];

/**
 * How many debts each customer ran up, all together about `receivables`: three in ten buy nothing on credit, a few buy
 * most, and the first alone fills a statement of thousands of lines.
 */
export function debtsPerCustomer(seed: number, customers: number, receivables: number): readonly number[] {
  const random = new Random(seed, -3);
  const weights = Array.from({ length: customers }, () =>
    random.chance(0.3) ? 0 : (-Math.log(1 - random.fraction())) ** 1.5,
  );
  const first = Math.min(10_000, Math.floor(receivables / 20));
  const total = weights.slice(1).reduce((sum, weight) => sum + weight, 0);
  const rest = receivables - first;
  let handedOut = 0;
  let before = 0;
  return weights.map((weight, index) => {
    if (index === 0) return customers === 1 ? receivables : first;
    // Cut points instead of shares: rounded shares would not add up.
    before += weight;
    const upTo = total === 0 ? 0 : Math.round((rest * before) / total);
    const own = upTo - handedOut;
    handedOut = upTo;
    return own;
  });
}

export function moneyLife(seed: number, index: number, debts: number, today: CalendarDate): MoneyLife {
  const random = new Random(seed, 1_000_000_007 + index);
  const payer = random.weighted(payers);
  const days = random.pick(creditDays);
  const orders: SeedOrder[] = [];
  for (let left = debts; left > 0; ) {
    const parts = left >= 3 && random.chance(0.06) ? 3 : 1;
    orders.push(anOrder(random, payer, { days, parts, today }));
    left -= parts;
  }
  return { orders: orders.sort((a, b) => daysBetween(b.issuedOn, a.issuedOn)) };
}

interface OrderWish {
  readonly days: number;
  readonly parts: number;
  readonly today: CalendarDate;
}

function anOrder(random: Random, payer: Payer, { days, parts, today }: OrderWish): SeedOrder {
  const issuedOn = addDays(today, -random.between(0, seededDays - 1));
  const lines = Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => {
    const product = random.between(0, hardwareProducts.length - 1);
    const figures = {
      unitPriceE4: hardwareProducts[product]?.unitPriceE4 ?? 0,
      quantityE3: random.between(5, 240) * 1_000,
      discountBp: random.pick([0, 0, 0, 300, 500]),
    };
    return { ...figures, product, amountFen: lineAmount(figures) };
  });
  const amountFen = fen(lines.reduce((sum, line) => sum + line.amountFen, 0));
  const firstDueOn = addDays(issuedOn, days);
  const rule = { firstDueOn, count: parts, firstShareBp: parts === 1 ? null : 3_000 };
  const plan = instalmentsOf(amountFen, rule) ?? [{ dueOn: firstDueOn, amountFen }];
  const debts = plan.map(
    (part): SeedDebt => ({
      dueOn: part.dueOn,
      amountFen: part.amountFen,
      isDisputed: random.chance(0.004),
      payments: paymentsOf(random, payer, { ...part, issuedOn }, today),
    }),
  );
  return { issuedOn, creditDays: days, lines, debts };
}

function paymentsOf(
  random: Random,
  { early, late, never }: Payer,
  {
    dueOn,
    amountFen,
    issuedOn,
  }: { readonly dueOn: CalendarDate; readonly amountFen: Fen; readonly issuedOn: CalendarDate },
  today: CalendarDate,
): readonly SeedPayment[] {
  if (random.chance(never)) return [];
  const wished = addDays(dueOn, random.between(early, late));
  const on = wished < issuedOn ? issuedOn : wished;
  const half = random.chance(0.1) ? fen(Math.ceil(amountFen / 2)) : amountFen;
  const extra = random.chance(0.004) ? 100_000 : 0;
  const method = random.weighted(methods);
  const billDueOn = method === 'acceptance_bill' ? addMonths(on, 6) : null;
  const paid = [{ on, amountFen: fen(half + extra), settlesFen: half, method, billDueOn }];
  const rest = fen(amountFen - half);
  if (rest > 0)
    paid.push({ on: addDays(on, random.between(5, 45)), amountFen: rest, settlesFen: rest, method, billDueOn });
  return paid.filter((payment) => payment.on <= today);
}
