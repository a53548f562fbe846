import { addDays, daysBetween } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { fen } from '../core/money.ts';
import { err, ok, type Result } from '../core/result.ts';
import { lineAmount } from '../orders/order-line.ts';
import { dueDayOf } from '../receivables/credit-terms.ts';
import type { FoldedRecord } from './fold-rows.ts';
import type { RecordNotice } from './import-problem.ts';
import type { ImportValues } from './import-target.ts';
import type { ImportedOrderLine, MoneyImportOptions, OrderFacts } from './money-drafts.ts';
import { orderFiguresOf, type RowFigures } from './order-lines-of-row.ts';
import type { RowReason } from './row-reason.ts';
import { dayOf, numberOf, textOf } from './value-of.ts';

export interface OrderReading {
  readonly facts: OrderFacts;
  /** By the row that brought it. */
  readonly notices: ReadonlyMap<number, readonly RecordNotice[]>;
}

/** Which product of the book a line sells; null: none that is known. */
export type FindProduct = (wish: {
  readonly code: string | null;
  readonly name: string | null;
  readonly spec: string | null;
}) => Id | null;

const longestTitle = 100;
const one = 1_000;
const toleranceFen = 10;
/** As the contract has it; a later due day is kept, only its description as terms is not. */
const longestCreditDays = 3650;

/** An order out of its rows, or why it is none. The total that the sheet gives must be what the lines come to. */
export function orderOfRecord(
  record: FoldedRecord,
  options: MoneyImportOptions,
  findProduct: FindProduct,
): Result<OrderReading, RowReason> {
  const issuedOn = dayOf(record.values, 'issuedOn');
  if (issuedOn === null) throw new Error(`the order of row ${record.firstRow} has no day`);
  const total = numberOf(record.values, 'orderTotal');
  const notices = new Map<number, RecordNotice[]>();
  const say = (row: number, notice: RecordNotice) => notices.set(row, [...(notices.get(row) ?? []), notice]);
  const lines: ImportedOrderLine[] = [];
  let rounding = 0;
  for (const { row, values } of record.children) {
    const found = orderFiguresOf(values);
    if (!found.ok) throw new Error(`row ${row} was taken for good: ${found.error.problem}`);
    // The total stands for the one line of an order without lines, and for none of several.
    const figures = found.value ?? (total !== null && record.children.length === 1 ? amountAlone(total) : null);
    if (!figures) return err('total_differs');
    if (figures.notice) say(row, figures.notice);
    rounding += figures.roundingFen;
    lines.push(lineOf(values, figures, options, findProduct));
  }
  const sum = lines.reduce((all, line) => all + lineAmount(line), 0) + rounding;
  if (total !== null && total !== sum) {
    if (Math.abs(total - sum) > toleranceFen) return err('total_differs');
    rounding += total - sum;
    say(record.firstRow, 'rounding_line');
  }
  if (rounding !== 0) lines.push({ ...bare, title: options.roundingTitle, unitPriceE4: rounding * 100 });
  const amountFen = fen(total ?? sum);
  if (amountFen < 0) return err('is_a_return');
  if (amountFen === 0) return err('nothing_owed');
  const orderNo = textOf(record.values, 'orderNo');
  if (orderNo === null) say(record.firstRow, 'number_given');
  const facts: OrderFacts = {
    orderNo,
    issuedOn,
    ...termsOf(record.values, issuedOn, options),
    salespersonId: textOf(record.values, 'salesperson'),
    contractNo: textOf(record.values, 'contractNo'),
    note: textOf(record.values, 'note'),
    lines,
    amountFen,
  };
  return ok({ facts, notices });
}

const bare = { productId: null, unit: null, quantityE3: one, discountBp: 0, note: null } as const;

function amountAlone(amount: number): RowFigures {
  return {
    unitPriceE4: amount * 100,
    quantityE3: one,
    discountBp: 0,
    roundingFen: 0,
    lostQuantityE3: null,
    notice: null,
  };
}

function lineOf(
  values: ImportValues,
  { unitPriceE4, quantityE3, discountBp, lostQuantityE3 }: RowFigures,
  { bareTitle }: MoneyImportOptions,
  findProduct: FindProduct,
): ImportedOrderLine {
  const [name, code, spec] = [textOf(values, 'product'), textOf(values, 'productCode'), textOf(values, 'spec')];
  const unit = textOf(values, 'unit');
  const title = name ?? code ?? bareTitle;
  const whole = spec === null ? title : `${title} ${spec}`;
  const isShort = whole.length <= longestTitle;
  const quantity = lostQuantityE3 === null ? null : `${lostQuantityE3 / one}${unit === null ? '' : ` ${unit}`}`;
  const notes = [quantity, isShort ? null : spec, textOf(values, 'lineNote')].filter((part) => part !== null);
  return {
    title: isShort ? whole : title,
    productId: findProduct({ code, name, spec }),
    unit: quantity === null ? unit : null,
    unitPriceE4,
    quantityE3,
    discountBp,
    note: notes.length === 0 ? null : notes.join(' · '),
  };
}

/** The due day of the sheet, else its credit days, else the terms given for the file. */
function termsOf(
  values: ImportValues,
  issuedOn: OrderFacts['issuedOn'],
  options: MoneyImportOptions,
): Pick<OrderFacts, 'dueOn' | 'credit'> {
  const dueOn = dayOf(values, 'dueOn');
  const days = dueOn === null ? numberOf(values, 'creditDays') : daysBetween(issuedOn, dueOn);
  if (days !== null)
    return { dueOn: addDays(issuedOn, days), credit: { kind: 'days', days: Math.min(days, longestCreditDays) } };
  return { dueOn: dueDayOf(issuedOn, options.credit), credit: options.credit };
}
