import { addDays, addMonths, type CalendarDate, daysBetween } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import { activeAllocations } from '../receivables/balances.ts';
import { countsOn, dueOnAsOf, type Ledger, type Receivable, type SettlementSource } from '../receivables/ledger.ts';

export const paymentGrades = ['good', 'fair', 'poor', 'unknown'] as const;
export type PaymentGrade = (typeof paymentGrades)[number];

/** The thresholds of domain §2; defaults, shown to the user with their meaning. */
export interface PaymentRecordRules {
  readonly windowMonths: number;
  /** Money that comes so many days after the due day is still on time. */
  readonly graceDays: number;
  /** Open rests below this never make a grade worse. */
  readonly smallRestFen: Fen;
  readonly poorOverdueDays: number;
  readonly poorMeanDaysLate: number;
  /** In percent, together with poorShareMeanDaysLate. */
  readonly poorOnTimePercent: number;
  readonly poorShareMeanDaysLate: number;
  readonly goodOnTimePercent: number;
  readonly goodOverdueDays: number;
  readonly fewestDue: number;
}

export const defaultPaymentRecordRules: PaymentRecordRules = {
  windowMonths: 24,
  graceDays: 3,
  smallRestFen: fen(10_000),
  poorOverdueDays: 90,
  poorMeanDaysLate: 45,
  poorOnTimePercent: 60,
  poorShareMeanDaysLate: 15,
  goodOnTimePercent: 90,
  goodOverdueDays: 30,
  fewestDue: 2,
};

/** Why a grade is what it is; with the receivables that say so. */
export type PaymentReason =
  | { readonly code: 'overdue_long'; readonly receivableIds: readonly Id[]; readonly days: number }
  | { readonly code: 'late_on_average'; readonly receivableIds: readonly Id[] }
  | { readonly code: 'seldom_on_time'; readonly receivableIds: readonly Id[] }
  | { readonly code: 'write_off'; readonly receivableIds: readonly Id[] }
  | { readonly code: 'few_due'; readonly receivableIds: readonly Id[] }
  | { readonly code: 'on_time'; readonly receivableIds: readonly Id[] }
  | { readonly code: 'between'; readonly receivableIds: readonly Id[] };

/** 付款记录 of one customer as of a day. */
export interface PaymentRecord {
  readonly grade: PaymentGrade;
  /** The first that decided; the others that would have said the same follow. */
  readonly reasons: readonly PaymentReason[];
  readonly dueFen: Fen;
  readonly onTimeFen: Fen;
  /** Weighted by amount; null when nothing counts. */
  readonly meanDaysLate: number | null;
  /** On time ÷ due in percent; null when nothing is due. */
  readonly onTimePercent: number | null;
  /** How many receivables have come due. */
  readonly cameDue: number;
}

/** A part of a receivable's amount and when it arrived; `on` null: still open. */
interface Part {
  readonly amountFen: number;
  readonly on: CalendarDate | null;
  /** In force when it arrived; of what is open, today. */
  readonly dueOn: CalendarDate;
}

interface Counted {
  readonly receivable: Receivable;
  /** In force today. */
  readonly dueOn: CalendarDate;
  readonly parts: readonly Part[];
}

/**
 * How a customer pays (domain §2). Counts settled receivables due in the window and open ones whatever their due day.
 * Money arrives on the day it was received, also when it was allocated later. `today` is the day as of which it is said.
 */
export function paymentRecord(
  ledger: Ledger,
  today: CalendarDate,
  rules: PaymentRecordRules = defaultPaymentRecordRules,
): PaymentRecord {
  const counted = countedReceivables(ledger, today, rules);
  const figures = figuresOf(counted, today, rules);
  const { lateFenDays: _late, weightFen: _weight, ...shown } = figures;
  return { ...shown, ...gradeOf(ledger, counted, figures, today, rules) };
}

function countedReceivables(ledger: Ledger, today: CalendarDate, rules: PaymentRecordRules): readonly Counted[] {
  const sources = new Map(ledger.sources.map((source) => [source.id, source]));
  const settlements = Map.groupBy(activeAllocations(ledger, today), ({ receivableId }) => receivableId);
  const windowStart = addMonths(today, -rules.windowMonths);
  return ledger.receivables
    .filter(({ issuedOn, voidedOn }) => countsOn(today, issuedOn, voidedOn))
    .map((receivable) => ({
      receivable,
      dueOn: dueOnAsOf(receivable, today),
      parts: partsOf(receivable, settlements.get(receivable.id) ?? [], sources, today),
    }))
    .filter(({ dueOn, parts }) => parts.some(({ on }) => on === null) || (dueOn > windowStart && dueOn <= today));
}

function partsOf(
  receivable: Receivable,
  allocations: readonly { readonly sourceId: Id; readonly amountFen: Fen }[],
  sources: ReadonlyMap<Id, SettlementSource>,
  today: CalendarDate,
): readonly Part[] {
  const arrived = allocations.map(({ sourceId, amountFen: part }): Part => {
    const source = sources.get(sourceId);
    if (!source) throw new Error(`allocation of a source ${sourceId} that is not in the ledger`);
    return { amountFen: part, on: source.on, dueOn: dueOnAsOf(receivable, source.on) };
  });
  const rest = receivable.amountFen - arrived.reduce((sum, part) => sum + part.amountFen, 0);
  return rest > 0 ? [...arrived, { amountFen: rest, on: null, dueOn: dueOnAsOf(receivable, today) }] : arrived;
}

type Figures = Omit<PaymentRecord, 'grade' | 'reasons'> & { readonly lateFenDays: number; readonly weightFen: number };

function figuresOf(counted: readonly Counted[], today: CalendarDate, rules: PaymentRecordRules): Figures {
  let due = 0;
  let onTime = 0;
  let lateFenDays = 0;
  let weightFen = 0;
  let cameDue = 0;
  for (const { receivable, dueOn: dueNow, parts } of counted) {
    const { isDisputed } = receivable;
    if (dueNow <= today) cameDue += 1;
    for (const { amountFen, on, dueOn } of parts) {
      const lastOnTime = addDays(dueOn, rules.graceDays);
      const isOnTime = on !== null && on <= lastOnTime;
      // What is disputed and what is a trifle can speak for the customer, never against.
      if (!isOnTime && (isDisputed || (on === null && amountFen < rules.smallRestFen))) continue;
      if (lastOnTime < today || on !== null) due += amountFen;
      if (isOnTime) onTime += amountFen;
      weightFen += amountFen;
      if (!isDisputed) lateFenDays += amountFen * Math.max(0, daysBetween(dueOn, on ?? today));
    }
  }
  return {
    dueFen: fen(due),
    onTimeFen: fen(onTime),
    lateFenDays,
    weightFen,
    meanDaysLate: weightFen === 0 ? null : lateFenDays / weightFen,
    onTimePercent: due === 0 ? null : (onTime * 100) / due,
    cameDue,
  };
}

/** First that fits: poor, unknown, good, else fair. In whole numbers: 60 % is not 59.99 %. */
function gradeOf(
  ledger: Ledger,
  counted: readonly Counted[],
  figures: Figures,
  today: CalendarDate,
  rules: PaymentRecordRules,
): Pick<PaymentRecord, 'grade' | 'reasons'> {
  const poor = poorReasons(ledger, counted, figures, today, rules);
  if (poor.length > 0) return { grade: 'poor', reasons: poor };
  const all = idsOf(counted);
  if (figures.cameDue < rules.fewestDue || figures.dueFen === 0)
    return { grade: 'unknown', reasons: [{ code: 'few_due', receivableIds: all }] };
  const isMostlyOnTime = figures.onTimeFen * 100 >= figures.dueFen * rules.goodOnTimePercent;
  const overdue = overdueBeyond(counted, rules.goodOverdueDays, today, rules);
  if (isMostlyOnTime && overdue.length === 0)
    return { grade: 'good', reasons: [{ code: 'on_time', receivableIds: all }] };
  return { grade: 'fair', reasons: [{ code: 'between', receivableIds: overdue.length > 0 ? idsOf(overdue) : all }] };
}

function poorReasons(
  ledger: Ledger,
  counted: readonly Counted[],
  { lateFenDays, weightFen, onTimeFen, dueFen }: Figures,
  today: CalendarDate,
  rules: PaymentRecordRules,
): readonly PaymentReason[] {
  const reasons: PaymentReason[] = [];
  const late = counted.filter(({ parts }) => parts.some(({ on, dueOn }) => daysBetween(dueOn, on ?? today) > 0));
  const overdue = overdueBeyond(counted, rules.poorOverdueDays, today, rules);
  if (overdue.length > 0) {
    const days = Math.max(...overdue.map(({ dueOn }) => daysBetween(dueOn, today)));
    reasons.push({ code: 'overdue_long', receivableIds: idsOf(overdue), days });
  }
  if (lateFenDays > rules.poorMeanDaysLate * weightFen) {
    reasons.push({ code: 'late_on_average', receivableIds: idsOf(late) });
  }
  if (onTimeFen * 100 < dueFen * rules.poorOnTimePercent && lateFenDays > rules.poorShareMeanDaysLate * weightFen) {
    reasons.push({ code: 'seldom_on_time', receivableIds: idsOf(late) });
  }
  const writtenOff = writeOffsIn(ledger, today, rules);
  if (writtenOff.length > 0) reasons.push({ code: 'write_off', receivableIds: writtenOff });
  return reasons;
}

/** Undisputed, and what is open is no trifle. */
function overdueBeyond(
  counted: readonly Counted[],
  days: number,
  today: CalendarDate,
  { smallRestFen }: PaymentRecordRules,
): readonly Counted[] {
  return counted.filter(
    ({ receivable, dueOn, parts }) =>
      !receivable.isDisputed &&
      daysBetween(dueOn, today) > days &&
      parts.some(({ on, amountFen }) => on === null && amountFen >= smallRestFen),
  );
}

function writeOffsIn(ledger: Ledger, today: CalendarDate, { windowMonths }: PaymentRecordRules): readonly Id[] {
  const start = addMonths(today, -windowMonths);
  const inWindow = new Set(
    ledger.sources
      .filter(({ kind, on, voidedOn }) => kind === 'write_off' && on > start && countsOn(today, on, voidedOn))
      .map(({ id }) => id),
  );
  return activeAllocations(ledger, today)
    .filter(({ sourceId }) => inWindow.has(sourceId))
    .map(({ receivableId }) => receivableId);
}

function idsOf(counted: readonly Counted[]): readonly Id[] {
  return counted.map(({ receivable }) => receivable.id);
}
