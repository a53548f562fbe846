import { z } from 'zod';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { calendarDateField, idField } from '../../../src-shared/core/fields.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import { readScaled, scaledText } from '../../../src-shared/core/scaled-number.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';
import type { OrderDetail, PaymentPlan } from '../../../src-shared/orders/order.ts';
import type { ordersContract } from '../../../src-shared/orders/orders-contract.ts';
import { paymentMethods } from '../../../src-shared/payments/payment.ts';
import type { CreditTerms } from '../../../src-shared/receivables/credit-terms.ts';
import { readTypedAmount, typedMoney } from '../../text/money-text.ts';
import { isBlankLine, readLine, type TypedLine, typedLineOf, typedLineSchema } from './order-lines.ts';

/** 现结 is credit of no days. */
export const creditKinds = ['cash', 'days', 'month_end'] as const;
export const planKinds = ['once', 'rule', 'parts'] as const;

/** What is typed into 销售单. */
export const orderDraftSchema = z.object({
  customer: z.object({ id: idField, name: z.string() }).nullable(),
  /** Null: not touched; the proposed number, credit, prepayment stand. */
  orderNo: z.string().nullable(),
  issuedOn: calendarDateField,
  /** `proposed`: not touched; whom the customer belongs to. Null: nobody. */
  salespersonId: idField.or(z.literal('proposed')).nullable(),
  /** 只记金额. */
  isBare: z.boolean(),
  bareAmount: z.string(),
  lines: z.array(typedLineSchema),
  credit: z.object({ kind: z.enum(creditKinds), days: z.string() }).nullable(),
  plan: z.object({
    kind: z.enum(planKinds),
    /** Null: the day by the credit terms. */
    firstDueOn: calendarDateField.nullable(),
    count: z.string(),
    firstShare: z.string(),
    parts: z.array(z.object({ key: z.string(), dueOn: calendarDateField.nullable(), amount: z.string() })),
  }),
  contractNo: z.string(),
  contractEndOn: calendarDateField.nullable(),
  note: z.string(),
  usePrepayment: z.record(z.string(), z.string()).nullable(),
  payment: z.object({
    isTaken: z.boolean(),
    amount: z.string(),
    method: z.enum(paymentMethods),
    billNo: z.string(),
    billDueOn: calendarDateField.nullable(),
    reference: z.string(),
  }),
});
export type OrderForm = z.infer<typeof orderDraftSchema>;

export function blankOrder(issuedOn: CalendarDate, line: TypedLine): OrderForm {
  return {
    customer: null,
    orderNo: null,
    issuedOn,
    salespersonId: 'proposed',
    isBare: false,
    bareAmount: '',
    lines: [line],
    credit: null,
    plan: { kind: 'once', firstDueOn: null, count: '3', firstShare: '30', parts: [] },
    contractNo: '',
    contractEndOn: null,
    note: '',
    usePrepayment: null,
    payment: { isTaken: false, amount: '', method: 'transfer', billNo: '', billDueOn: null, reference: '' },
  };
}

/** An order that is changed, as it stands. Its instalments are given part by part: which rule made them is not kept. */
export function formOf(order: OrderDetail, newLine: () => TypedLine): OrderForm {
  const only = order.lines.length === 1 ? order.lines[0] : undefined;
  const isBare =
    only !== undefined &&
    only.productId === null &&
    only.quantityE3 === 1_000 &&
    only.unit === null &&
    only.discountBp === 0;
  const live = order.instalments.filter((part) => part.settlement !== 'void');
  const parts = live.map((part) => ({
    key: part.receivableId,
    dueOn: part.dueOn,
    amount: typedMoney(part.amountFen),
  }));
  return {
    ...blankOrder(order.issuedOn, newLine()),
    salespersonId: order.salespersonId,
    customer: { id: order.customerId, name: order.customerName },
    orderNo: order.orderNo,
    isBare,
    bareAmount: isBare ? typedMoney(order.amountFen) : '',
    lines: order.lines.map(typedLineOf),
    credit: typedCredit(order.credit),
    plan: { kind: live.length > 1 ? 'parts' : 'once', firstDueOn: null, count: '3', firstShare: '30', parts },
    contractNo: order.contractNo ?? '',
    contractEndOn: order.contractEndOn,
    note: order.note ?? '',
  };
}

export function typedCredit({ kind, days }: CreditTerms): NonNullable<OrderForm['credit']> {
  return { kind: kind === 'days' && days === 0 ? 'cash' : kind, days: String(days) };
}

/** Null: the number of days is none. */
export function creditOf({ kind, days }: NonNullable<OrderForm['credit']>): CreditTerms | null {
  if (kind === 'cash') return { kind: 'days', days: 0 };
  const read = readScaled(days, 0);
  if (read.kind === 'problem' || (read.kind === 'number' && (read.value < 0 || read.value > 3_650))) return null;
  return { kind, days: read.kind === 'number' ? read.value : 0 };
}

const percentDecimals = 2;
const mostParts = 120;

/** Null: what was typed is no plan yet. Whether it fits the amount is planInstalments' to say. */
export function planOf({ plan }: OrderForm, dueOn: CalendarDate): PaymentPlan | null {
  switch (plan.kind) {
    case 'once':
      return { kind: 'once' };
    case 'rule': {
      const count = readScaled(plan.count, 0);
      const share = readScaled(plan.firstShare, percentDecimals);
      if (count.kind !== 'number' || count.value < 1 || count.value > mostParts || share.kind === 'problem')
        return null;
      if (share.kind === 'number' && (share.value < 0 || share.value > 10_000)) return null;
      const firstShareBp = share.kind === 'number' ? share.value : null;
      return { kind: 'rule', firstDueOn: plan.firstDueOn ?? dueOn, count: count.value, firstShareBp };
    }
    case 'parts': {
      const parts = plan.parts.flatMap(({ dueOn: on, amount }) => {
        const read = readTypedAmount(amount);
        return on !== null && read.kind === 'amount' ? [{ dueOn: on, amountFen: read.fen }] : [];
      });
      return parts.length === plan.parts.length && parts.length > 0 ? { kind: 'parts', parts } : null;
    }
  }
}

/** Lines that say something; a blank one at the end is where one would go on typing. */
export function filledLines(form: OrderForm): readonly TypedLine[] {
  return form.lines.filter((line) => !isBlankLine(line));
}

/** More than whom it is for, which is chosen again at once. */
export function saysSomething(form: OrderForm): boolean {
  return filledLines(form).length > 0 || [form.bareAmount, form.note, form.contractNo].some((text) => text !== '');
}

export function amountOfForm(form: OrderForm): Fen {
  if (form.isBare) {
    const read = readTypedAmount(form.bareAmount);
    return read.kind === 'amount' ? read.fen : fen(0);
  }
  return fen(filledLines(form).reduce((sum, line) => sum + (readLine(line).amountFen ?? 0), 0));
}

type LineInput = InputOf<(typeof ordersContract)['create']>['lines'][number];

/** Null: a line cannot be reckoned with yet. `bareTitle` is what a bare amount is called. */
export function lineInputs(form: OrderForm, bareTitle: string): readonly LineInput[] | null {
  if (form.isBare) {
    const read = readTypedAmount(form.bareAmount);
    if (read.kind !== 'amount') return null;
    const id = form.lines.find((line) => line.id !== null)?.id;
    // 1/100 yuan as 1/10,000.
    return [{ ...(id ? { id } : {}), title: bareTitle, unitPriceE4: read.fen * 100, quantityE3: 1_000 }];
  }
  const inputs: LineInput[] = [];
  for (const line of filledLines(form)) {
    const { figures, problems } = readLine(line);
    if (!figures || Object.keys(problems).length > 0) return null;
    inputs.push({
      ...(line.id === null ? {} : { id: line.id }),
      productId: line.productId,
      title: line.title,
      unit: line.unit,
      note: line.note,
      ...figures,
    });
  }
  return inputs.length === 0 ? null : inputs;
}

type Used = { readonly sourceId: string; readonly amountFen: Fen };

/** What was typed beside each prepayment; what cannot be read or is nothing uses nothing. */
export function typedPrepayment(typed: Readonly<Record<string, string>>): readonly Used[] {
  return Object.entries(typed).flatMap(([sourceId, amount]) => {
    const read = readTypedAmount(amount);
    return read.kind === 'amount' ? [{ sourceId, amountFen: read.fen }] : [];
  });
}

export function percentText(basisPoints: number): string {
  return `${scaledText(basisPoints, percentDecimals)}%`;
}
