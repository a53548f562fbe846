import type { ReadDb } from '../../../db/open.ts';
import { highestOrderNumber, orderOfNumber, type StoredLine } from '../../../db/queries/money/order-lines.ts';
import { ifWithFirm } from '../../../db/queries/user-rows.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { OrderFields } from '../../../src-shared/orders/order.ts';
import { nextOrderNumber, orderNumberPrefix } from '../../../src-shared/orders/order-number.ts';
import { planInstalments } from '../../../src-shared/orders/plan-instalments.ts';
import type { Instalment } from '../../../src-shared/receivables/credit-terms.ts';
import type { Actor } from '../../ipc/actor.ts';
import { isWithinReach } from '../../ipc/reachable-customer.ts';
import { type ResolvedLines, resolveLines } from './resolve-lines.ts';

export interface DrawnUpOrder extends ResolvedLines {
  readonly instalments: readonly Instalment[];
}

/** Lines and plan of an order as they will be stored. Errors: validation: of lines, of a sum below nothing, `plan`. */
export function drawUpOrder(
  db: ReadDb,
  actor: Actor,
  fields: OrderFields,
  present: readonly StoredLine[],
  prefix = '',
): Result<DrawnUpOrder, AppError> {
  const resolved = resolveLines(db, actor, fields.lines, present, prefix);
  if (!resolved.ok) return resolved;
  const { amountFen } = resolved.value;
  if (amountFen < 0) return err({ kind: 'validation', fields: [{ field: `${prefix}lines`, problem: 'out_of_range' }] });
  const instalments = planInstalments({ ...fields, amountFen });
  if (!instalments) return err({ kind: 'validation', fields: [{ field: `${prefix}plan`, problem: 'invalid' }] });
  return ok({ ...resolved.value, instalments });
}

export function freeOrderNumber(db: ReadDb, issuedOn: CalendarDate): string {
  return nextOrderNumber(issuedOn, highestOrderNumber(db, orderNumberPrefix(issuedOn)));
}

/** Errors: conflict order_no_taken, of another live order. */
export function takenNumber(db: ReadDb, orderNo: string, exceptId: Id | null): AppError | null {
  const otherId = orderOfNumber(db, orderNo, exceptId);
  return otherId === null ? null : { kind: 'conflict', reason: 'order_no_taken', otherId };
}

/** Whose order it is unless somebody else is named: the customer's owner, who brought it in; else who enters it. */
export function proposedSalesperson(db: ReadDb, actor: Actor, ownerId: Id | null): Id {
  return ownerId !== null && salespersonProblem(db, actor, ownerId) === null ? ownerId : actor.userId;
}

/**
 * Why the order cannot be that person's; null: it can. Whose right reaches their own customers only makes orders in their
 * own name or nobody's.
 */
export function salespersonProblem(db: ReadDb, actor: Actor, salespersonId: Id | null, prefix = ''): AppError | null {
  if (salespersonId === null) return null;
  if (ifWithFirm(db, salespersonId) === null) {
    return { kind: 'validation', fields: [{ field: `${prefix}salespersonId`, problem: 'unknown_choice' }] };
  }
  return isWithinReach(actor, salespersonId) ? null : { kind: 'forbidden', right: 'orders.edit' };
}
