import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import type { StoredLine } from '../../../db/queries/money/order-lines.ts';
import { products } from '../../../db/schema/orders.ts';
import type { AppError, FieldError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { OrderLineDraft } from '../../../src-shared/orders/order.ts';
import { lineAmount, type OrderLineFigures } from '../../../src-shared/orders/order-line.ts';
import { maySeeCost } from '../../../src-shared/products/may-see-cost.ts';
import type { Actor } from '../../ipc/actor.ts';

/** A line as it is stored, but for its order. */
export interface ResolvedLine {
  /** Null: a new line. */
  readonly id: Id | null;
  readonly position: number;
  readonly productId: Id | null;
  readonly title: string;
  readonly unit: string | null;
  readonly unitPriceE4: number;
  readonly quantityE3: number;
  readonly discountBp: number;
  readonly amountFen: Fen;
  readonly costE4: number | null;
  readonly note: string | null;
}

export interface ResolvedLines {
  readonly lines: readonly ResolvedLine[];
  readonly amountFen: Fen;
  /** Of the line with the highest. */
  readonly discountBp: number;
}

/** What one amount field takes. */
const largestFen = 999_999_999_999_999;

/**
 * Rounds each line once and fills in what a unit costs. `present`: the lines that an edited order has.
 * Errors: validation, of a product that is not to be had, of a line that is not of the order, of goods that came back
 * already, of a sum that no field takes. `prefix` stands before the names of fields.
 */
export function resolveLines(
  db: ReadDb,
  actor: Pick<Actor, 'role'>,
  drafts: readonly OrderLineDraft[],
  present: readonly StoredLine[],
  prefix = '',
): Result<ResolvedLines, AppError> {
  const byId = new Map(present.map((line) => [line.id, line]));
  const kept = new Set<Id>();
  const problems: FieldError[] = [];
  const lines = drafts.map((draft, position): ResolvedLine => {
    const old = draft.id === undefined ? null : (byId.get(draft.id) ?? null);
    const at = (field: string, problem: FieldError['problem']) =>
      void problems.push({ field: `${prefix}lines.${position}.${field}`, problem });
    if (draft.id !== undefined && (!old || kept.has(draft.id))) at('id', 'unknown_choice');
    if (draft.id !== undefined) kept.add(draft.id);
    const product = draft.productId === null ? null : findRow(db, products, draft.productId);
    const isNewProduct = draft.productId !== (old?.productId ?? null);
    if (draft.productId !== null && isNewProduct && product?.deletedAt !== null) at('productId', 'unknown_choice');
    if (old && draft.quantityE3 < old.returnedE3) at('quantityE3', 'out_of_range');
    const { productId, title, unit, unitPriceE4, quantityE3, discountBp, note } = draft;
    const usual = old && !isNewProduct ? old.costE4 : (product?.costE4 ?? null);
    const costE4 = draft.costE4 === undefined || !maySeeCost(actor.role) ? usual : draft.costE4;
    const figures = { unitPriceE4, quantityE3, discountBp };
    const isTooMuch = exceedsAll(figures);
    const amountFen = isTooMuch ? fen(0) : lineAmount(figures);
    if (isTooMuch || (old !== null && isBelowCredit(old, amountFen))) at('unitPriceE4', 'out_of_range');
    return { id: old?.id ?? null, position, productId, title, unit, ...figures, amountFen, costE4, note };
  });
  const sum = lines.reduce((total, { amountFen }) => total + amountFen, 0);
  const lostReturn = present.some(({ id, returnedE3 }) => returnedE3 > 0 && !kept.has(id));
  if (Math.abs(sum) > largestFen || lostReturn) problems.push({ field: `${prefix}lines`, problem: 'out_of_range' });
  if (problems.length > 0) return err({ kind: 'validation', fields: problems });
  const discountBp = Math.max(...lines.map((line) => line.discountBp));
  return ok({ lines, amountFen: fen(sum), discountBp });
}

/** Eight times what a field takes: lines of both signs may still come to less. A float is near enough to tell. */
function exceedsAll({ unitPriceE4, quantityE3, discountBp }: OrderLineFigures): boolean {
  return (Math.abs(unitPriceE4) * quantityE3 * (10_000 - discountBp)) / 1e9 > largestFen * 8;
}

/** The credit for what came back of a line was never more than the line, and stays so. */
function isBelowCredit({ returnedE3, creditedFen }: StoredLine, amountFen: Fen): boolean {
  return returnedE3 > 0 && Math.abs(amountFen) < Math.abs(creditedFen);
}
