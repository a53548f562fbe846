import { findRow } from '../../../db/queries/find-row.ts';
import { assessmentRow, referralsOf, rivalNotesOf, toAssessment } from '../../../db/queries/loyalty-rows.ts';
import { loyaltyInputs } from '../../../db/queries/sales/loyalty-inputs.ts';
import { customers } from '../../../db/schema/customers.ts';
import { tiers } from '../../../db/schema/tiers.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { OutputOfProcedure } from '../../../src-shared/ipc/procedure.ts';
import { type LoyaltyInput, loyalty } from '../../../src-shared/loyalty/loyalty.ts';
import type { loyaltyContract } from '../../../src-shared/loyalty/loyalty-contract.ts';
import { walletPoints } from '../../../src-shared/tiers/methods/score.ts';
import { reachOf } from '../../../src-shared/users/rights.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import { isWithinReach } from '../../ipc/reachable-customer.ts';

const nothingKnown: LoyaltyInput = {
  ordersInYear: 0,
  salesFen: fen(0),
  yearlyNeedFen: null,
  firstOrderOn: null,
  attentions: null,
  referrals: null,
  ratings: {
    priceSensitivity: null,
    choosingTime: null,
    attitudeToRivals: null,
    faultTolerance: null,
    recommends: null,
  },
};

/** 忠诚度 of a customer with its parts, as of today. Errors: not_found. */
export function readLoyalty(
  context: HandlerContext,
  customerId: Id,
): Result<OutputOfProcedure<typeof loyaltyContract.get>, AppError> {
  const { session, user, bookDay } = context;
  const db = session.db();
  const customer = findRow(db, customers, customerId);
  if (!customer) return err({ kind: 'not_found', entity: 'customers', id: customerId });
  const { today, timeZone } = bookDay();
  const input = loyaltyInputs(db, today, timeZone, customerId).get(customerId) ?? nothingKnown;
  const judged = loyalty(input, today);
  const moneyReach = reachOf(user.role, 'money.read');
  const maySeeMoney = moneyReach !== null && isWithinReach({ reach: moneyReach, userId: user.id }, customer.ownerId);
  const tier = customer.tierId === null ? null : findRow(db, tiers, customer.tierId);
  const brought = customer.referredById === null ? null : findRow(db, customers, customer.referredById);
  return ok({
    assessment: toAssessment(assessmentRow(db, customerId)),
    loyalty: maySeeMoney ? judged : { ...judged, parts: { ...judged.parts, wallet: null } },
    input: maySeeMoney ? input : { ...input, salesFen: null },
    walletPercent: maySeeMoney ? walletPoints(input) : null,
    referredBy: brought ? { id: brought.id, name: brought.name } : null,
    referrals: referralsOf(db, customerId),
    rivals: rivalNotesOf(db, customerId),
    relationshipLevel: customer.relationshipLevel ?? tier?.relationshipLevel ?? null,
    ownRelationshipLevel: customer.relationshipLevel,
  });
}
