import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { LimitBreach, OrderFigures } from '../../../src-shared/orders/order-limits.ts';
import type { ordersContract } from '../../../src-shared/orders/orders-contract.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import { confirmedBy } from '../../workflows/confirm-by-pin.ts';

type Approval = ParsedInputOf<typeof ordersContract.create>['approval'];

/** Somebody who may let an order pass its limits, has said so, and why. */
export interface Approver {
  readonly id: Id;
  readonly reason: string;
}

/** Null: nobody was asked. Errors: those of confirmedBy. */
export async function approverOf(
  { session, user }: HandlerContext,
  approval: Approval,
): Promise<Result<Approver | null, AppError>> {
  if (!approval) return ok(null);
  const { userId, pin, reason } = approval;
  const right = 'orders.approve';
  const confirmed = await confirmedBy(session.db(), { userId, pin, right, currentUserId: user.id });
  return confirmed.ok ? ok({ id: confirmed.value.id, reason }) : confirmed;
}

/** What is kept of an agreement (domain §13, I2). */
export interface Agreement {
  readonly agreedById: Id;
  readonly approvedById: Id | null;
  readonly approvalReason: string | null;
  readonly approvalShown: string | null;
}

/** What approval_shown holds: the limits that were passed and the figures measured by them, as they were that day. */
export interface ShownApproval {
  readonly breaches: readonly LimitBreach[];
  readonly figures: OrderFigures;
}

/** Errors: conflict over_limit when limits are passed and nobody has said yes; `detail`: which, by code. */
export function agreement(
  byId: Id,
  breaches: readonly LimitBreach[],
  figures: OrderFigures,
  approver: Approver | null,
): Result<Agreement, AppError> {
  if (breaches.length === 0) {
    return ok({ agreedById: byId, approvedById: null, approvalReason: null, approvalShown: null });
  }
  if (!approver) {
    const detail = breaches.map(({ code }) => code).join(' ');
    return err({ kind: 'conflict', reason: 'over_limit', detail });
  }
  const shown: ShownApproval = { breaches, figures };
  return ok({
    agreedById: approver.id,
    approvedById: approver.id,
    approvalReason: approver.reason,
    approvalShown: JSON.stringify(shown),
  });
}
