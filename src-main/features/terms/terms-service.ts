import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { receivableViewsOf } from '../../../db/queries/money/customer-money.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { termsInForce, termsSettings, tierDaysOf } from '../../../db/queries/money/terms.ts';
import { bookSettings } from '../../../db/schema/book.ts';
import { termsDecisions } from '../../../db/schema/terms.ts';
import { tiers } from '../../../db/schema/tiers.ts';
import {
  orderOverdueSetting,
  paymentRecordSetting,
  salespersonLimitsSetting,
  tradingTermsSetting,
} from '../../../db/setting-names.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { type PaymentRecord, paymentRecordByDay } from '../../../src-shared/payments/payment-record.ts';
import { balanceOn } from '../../../src-shared/receivables/balances.ts';
import type { Ledger } from '../../../src-shared/receivables/ledger.ts';
import { adviceChangedSince } from '../../../src-shared/terms/changed-since.ts';
import { type TermsAdvice, termsAdvice } from '../../../src-shared/terms/terms-advice.ts';
import type {
  CustomerTerms,
  TermsDecision,
  TermsSettings,
  termsContract,
} from '../../../src-shared/terms/terms-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import { type CustomerState, customerToChange, customerToRead } from '../../ipc/reachable-customer.ts';

type Terms = typeof termsContract;

interface Advised {
  readonly ledger: Ledger;
  readonly settings: TermsSettings;
  readonly recordOn: (day: CalendarDate) => PaymentRecord;
  readonly record: PaymentRecord;
  readonly advice: TermsAdvice;
  readonly isKeyTier: boolean;
}

/** Errors: not_found, forbidden. */
export function customerTerms(db: ReadDb, actor: Actor, customerId: Id): Result<CustomerTerms, AppError> {
  const customer = customerToRead(db, actor, customerId, 'money.read');
  if (!customer.ok) return customer;
  const { today } = actor;
  const advised = adviseOn(db, customer.value, today);
  const { ledger, record, advice, isKeyTier, settings } = advised;
  const named = new Set(record.reasons.flatMap(({ receivableIds }) => receivableIds));
  const shown = { ...ledger, receivables: ledger.receivables.filter(({ id }) => named.has(id)) };
  const inForce = termsInForce(db, customerId);
  return ok({
    record,
    receivables: receivableViewsOf(db, customerId, shown, today),
    advice,
    advised: settings.terms[advice],
    isKeyTier,
    inForce,
    changed: inForce && changedSince(db, customer.value, advised, inForce, today),
    openFen: balanceOn(ledger, today).openFen,
  });
}

/** Errors: those of the customer; conflict changed_meanwhile: the advice is no longer the one that was seen. */
export function acceptTerms(
  db: WriteDb,
  actor: Actor,
  { customerId, advice: seen }: ParsedInputOf<Terms['accept']>,
): Result<{ id: Id }, AppError> {
  const customer = customerToChange(db, actor, customerId, 'terms.edit');
  if (!customer.ok) return customer;
  const advised = adviseOn(db, customer.value, actor.today);
  const { advice, settings } = advised;
  if (advice !== seen)
    return err({ kind: 'conflict', reason: 'changed_meanwhile', otherId: customerId, detail: advice });
  const { creditDays: days, ...terms } = settings.terms[advice];
  const credit = { kind: 'days', days } as const;
  return ok(
    decide(db, actor, customer.value, advised, {
      kind: 'accepted',
      ...terms,
      credit,
      isStopped: advice === 'stop',
      reason: null,
    }),
  );
}

/** Errors: those of the customer. */
export function overrideTerms(
  db: WriteDb,
  actor: Actor,
  { customerId, terms, reason }: ParsedInputOf<Terms['override']>,
): Result<{ id: Id }, AppError> {
  const customer = customerToChange(db, actor, customerId, 'terms.edit');
  if (!customer.ok) return customer;
  const advised = adviseOn(db, customer.value, actor.today);
  return ok(decide(db, actor, customer.value, advised, { kind: 'override', ...terms, reason }));
}

type Decided = Pick<
  TermsDecision,
  'kind' | 'discountBp' | 'credit' | 'creditLimitFen' | 'depositBp' | 'isStopped' | 'reason'
>;

/** With what was on screen that day: the figures and rows of the record (domain §3). */
function decide(
  db: WriteDb,
  { today, userId }: Actor,
  { id: customerId, tierId }: CustomerState,
  { record, advice }: Advised,
  { credit, ...decided }: Decided,
): { id: Id } {
  const id = newId(instantToMs(db.info.now));
  db.insert(termsDecisions, {
    id,
    customerId,
    decidedOn: today,
    decidedById: userId,
    advice,
    grade: record.grade,
    tierId,
    creditKind: credit.kind,
    creditDays: credit.days,
    ...decided,
    shown: JSON.stringify(record),
  });
  return { id };
}

function adviseOn(db: ReadDb, { id, tierId }: CustomerState, today: CalendarDate): Advised {
  const settings = termsSettings(db);
  const ledger = readLedger(db, id);
  const recordOn = paymentRecordByDay(ledger, settings.record);
  const record = recordOn(today);
  const isKeyTier = tierId !== null && findRow(db, tiers, tierId)?.isKey === true;
  return { ledger, settings, recordOn, record, isKeyTier, advice: termsAdvice(isKeyTier, record.grade) };
}

function changedSince(
  db: ReadDb,
  { id }: CustomerState,
  { recordOn, isKeyTier, advice }: Advised,
  inForce: TermsDecision,
  today: CalendarDate,
): CustomerTerms['changed'] {
  if (advice === inForce.advice) return null;
  const tierDays = tierDaysOf(db, id);
  const isKeyOn = (day: CalendarDate) =>
    day === today ? isKeyTier : (tierDays.findLast(({ from }) => from <= day)?.isKey ?? false);
  const adviceOn = (day: CalendarDate) => termsAdvice(isKeyOn(day), recordOn(day).grade);
  const since = adviceChangedSince(adviceOn, inForce, today);
  return since === null ? null : { since, from: inForce.advice };
}

/** Writes the settings given and leaves the others. */
export function saveTermsSettings(db: WriteDb, settings: ParsedInputOf<Terms['saveSettings']>): void {
  save(db, paymentRecordSetting, settings.record);
  save(db, tradingTermsSetting, settings.terms);
  save(db, salespersonLimitsSetting, settings.salespersonLimits);
  save(db, orderOverdueSetting, settings.orderOverdue);
}

function save(db: WriteDb, name: string, value: object | undefined): void {
  if (value === undefined) return;
  if (findRow(db, bookSettings, name)) db.update(bookSettings, name, { value, deletedAt: null });
  else db.insert(bookSettings, { id: name, value });
}
