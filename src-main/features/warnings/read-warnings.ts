import { areSalesFew } from '../../../db/queries/book-size.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { lostCustomers } from '../../../db/queries/sales/lost-customers.ts';
import {
  countWarned,
  type WarnedScope,
  warnedByCode,
  warnedHeads,
  warnedIds,
  warningMarksOf,
} from '../../../db/queries/warned-customers.ts';
import { customers } from '../../../db/schema/customers.ts';
import { warningsFromFacts } from '../../../db/search/refresh-warnings.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { type MoneyReader, mayReadMoneyOf } from '../../../src-shared/customers/money-reach.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { isMoneyWarning } from '../../../src-shared/warnings/warning-mark.ts';
import { warningWeight } from '../../../src-shared/warnings/warning-weight.ts';
import type { Warning } from '../../../src-shared/warnings/warnings.ts';
import type { warningsContract } from '../../../src-shared/warnings/warnings-contract.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import { moneyReader } from '../../ipc/money-reader.ts';
import { unwatched } from '../../jobs/job-runner.ts';

type Contract = typeof warningsContract;

/** More than anybody calls in a month. */
const lostShown = 200;

export function listWarnings(
  context: HandlerContext,
  { scope, codes, offset, limit }: ParsedInputOf<Contract['list']>,
): OutputOfProcedure<Contract['list']> {
  const db = context.session.db();
  const today = context.today();
  const seen = scopeOf(context, scope);
  const ids = warnedIds(db, seen, { ...(codes ? { codes } : {}), offset, limit });
  const heads = warnedHeads(db, ids);
  const silenced = new Set(warningMarksOf(db, ids, today).map(({ customerId, code }) => `${customerId} ${code}`));
  const byCustomer = new Map(
    warningsFromFacts(db.sqlite, ids, today).map(({ input, warnings }) => [input.customerId, warnings]),
  );
  return {
    customers: ids.flatMap((id) => {
      const head = heads.get(id);
      if (!head) return [];
      const warnings = forReader(byCustomer.get(id) ?? [], seen.reader, head.ownerId).filter(
        ({ code }) => !silenced.has(`${id} ${code}`),
      );
      return warnings.length === 0 ? [] : [{ ...head, warnings: worstFirst(warnings) }];
    }),
    total: countWarned(db, seen, codes),
    byCode: warnedByCode(db, seen),
  };
}

/** Errors: not_found. */
export function readWarningsOf(
  context: HandlerContext,
  customerId: Id,
): Result<OutputOfProcedure<Contract['ofCustomer']>, AppError> {
  const db = context.session.db();
  const customer = findRow(db, customers, customerId);
  if (!customer) return err({ kind: 'not_found', entity: 'customers', id: customerId });
  const today = context.today();
  const reader = moneyReader(context.user);
  const [found] = warningsFromFacts(db.sqlite, [customerId], today);
  const maySeeMoney = mayReadMoneyOf(reader, customer.ownerId);
  return ok({
    warnings: worstFirst(forReader(found?.warnings ?? [], reader, customer.ownerId)),
    marks: warningMarksOf(db, [customerId], today)
      .filter(({ code }) => maySeeMoney || !isMoneyWarning(code))
      .map(({ customerId: _, ...mark }) => mark),
  });
}

export async function listLost(
  context: HandlerContext,
  { scope }: ParsedInputOf<Contract['winBack']>,
): Promise<Result<OutputOfProcedure<Contract['winBack']>, AppError>> {
  const { session, services, job } = context;
  const db = session.db();
  const order = { ...scopeOf(context, scope), today: context.today(), limit: lostShown };
  return areSalesFew(db) ? ok(lostCustomers(db, order)) : services.jobs.run('winBack', order, job ?? unwatched);
}

function scopeOf({ user }: HandlerContext, scope: 'mine' | 'all'): WarnedScope {
  return { ownerId: scope === 'mine' ? user.id : null, reader: moneyReader(user) };
}

/** Without what tells of money that is not the reader's to see. */
function forReader(warnings: readonly Warning[], reader: MoneyReader, ownerId: Id | null): readonly Warning[] {
  if (mayReadMoneyOf(reader, ownerId)) return warnings;
  return warnings
    .filter(({ code }) => !isMoneyWarning(code))
    .map((warning) => (warning.code === 'no_order_for_long' ? { ...warning, orderIds: [] } : warning));
}

function worstFirst(warnings: readonly Warning[]): readonly Warning[] {
  return [...warnings].sort((a, b) => warningWeight(b) - warningWeight(a));
}
