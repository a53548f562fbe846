import { addMonths, type CalendarDate, dayNumber } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import type { Ledger, Receivable } from '../receivables/ledger.ts';

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

/*
 * Days are day numbers in here: the record is asked for day after day, to say since when the advice is another, and a
 * customer may have a thousand debts.
 */
type DayNumber = number;

/** From one day until another; Infinity: it does not end. */
interface Span {
  readonly from: DayNumber;
  readonly until: number;
}

interface Owed extends Span {
  readonly receivable: Receivable;
  /** Due days in force, each up to the day before `until`. */
  readonly dueDays: readonly { readonly dueOn: DayNumber; readonly until: number }[];
  readonly settles: readonly Settling[];
}

interface Settling extends Span {
  readonly amountFen: number;
  readonly arrivedOn: DayNumber;
  readonly isWriteOff: boolean;
  /** When the source counts. */
  readonly source: Span;
}

/** A part of a receivable's amount and when it arrived; `on` null: still open. */
interface Part {
  readonly amountFen: number;
  readonly on: DayNumber | null;
  /** In force when it arrived; of what is open, today. */
  readonly dueOn: DayNumber;
}

interface Counted {
  readonly receivable: Receivable;
  /** In force today. */
  readonly dueOn: DayNumber;
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
  return paymentRecordByDay(ledger, rules)(today);
}

/** As paymentRecord, for a ledger that is asked about many days. */
export function paymentRecordByDay(ledger: Ledger, rules: PaymentRecordRules): (today: CalendarDate) => PaymentRecord {
  const owed = owedOf(ledger);
  return (day) => {
    const today = dayNumber(day);
    const windowStart = dayNumber(addMonths(day, -rules.windowMonths));
    const counted = countedReceivables(owed, today, windowStart);
    const figures = figuresOf(counted, today, rules);
    const { lateFenDays: _late, weightFen: _weight, ...shown } = figures;
    const writtenOff = writeOffsIn(owed, today, windowStart);
    return { ...shown, ...gradeOf(counted, writtenOff, figures, today, rules) };
  };
}

function owedOf({ receivables, sources, allocations }: Ledger): readonly Owed[] {
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  const settlements = Map.groupBy(allocations, ({ receivableId }) => receivableId);
  return receivables.map((receivable) => ({
    receivable,
    ...spanOf(receivable.issuedOn, receivable.voidedOn),
    dueDays: [
      ...receivable.formerDueDays.map(({ dueOn, untilOn }) => ({ dueOn: dayNumber(dueOn), until: dayNumber(untilOn) })),
      { dueOn: dayNumber(receivable.dueOn), until: Infinity },
    ],
    settles: (settlements.get(receivable.id) ?? []).map(({ sourceId, amountFen, effectiveOn, endedOn }) => {
      const source = sourceOf.get(sourceId);
      if (!source) throw new Error(`allocation of a source ${sourceId} that is not in the ledger`);
      return {
        amountFen,
        ...spanOf(effectiveOn, endedOn),
        arrivedOn: dayNumber(source.on),
        isWriteOff: source.kind === 'write_off',
        source: spanOf(source.on, source.voidedOn),
      };
    }),
  }));
}

function spanOf(from: CalendarDate, until: CalendarDate | null): Span {
  return { from: dayNumber(from), until: until === null ? Infinity : dayNumber(until) };
}

function isOn({ from, until }: Span, day: DayNumber): boolean {
  return from <= day && day < until;
}

function dueOnAt({ dueDays }: Owed, day: DayNumber): DayNumber {
  const inForce = dueDays.find(({ until }) => day < until);
  if (!inForce) throw new Error('the last due day is in force for ever');
  return inForce.dueOn;
}

function countedReceivables(owed: readonly Owed[], today: DayNumber, windowStart: DayNumber): readonly Counted[] {
  return owed
    .filter((each) => isOn(each, today))
    .map((each) => ({ receivable: each.receivable, dueOn: dueOnAt(each, today), parts: partsOf(each, today) }))
    .filter(({ dueOn, parts }) => (dueOn > windowStart && dueOn <= today) || parts.some(({ on }) => on === null));
}

function partsOf(owed: Owed, today: DayNumber): readonly Part[] {
  const parts: Part[] = [];
  let rest: number = owed.receivable.amountFen;
  for (const settling of owed.settles) {
    if (!isOn(settling, today)) continue;
    const { amountFen, arrivedOn } = settling;
    parts.push({ amountFen, on: arrivedOn, dueOn: dueOnAt(owed, arrivedOn) });
    rest -= amountFen;
  }
  if (rest > 0) parts.push({ amountFen: rest, on: null, dueOn: dueOnAt(owed, today) });
  return parts;
}

type Figures = Omit<PaymentRecord, 'grade' | 'reasons'> & { readonly lateFenDays: number; readonly weightFen: number };

function figuresOf(counted: readonly Counted[], today: DayNumber, rules: PaymentRecordRules): Figures {
  let due = 0;
  let onTime = 0;
  let lateFenDays = 0;
  let weightFen = 0;
  let cameDue = 0;
  for (const { receivable, dueOn: dueNow, parts } of counted) {
    const { isDisputed } = receivable;
    if (dueNow <= today) cameDue += 1;
    for (const { amountFen, on, dueOn } of parts) {
      const lastOnTime = dueOn + rules.graceDays;
      const isOnTime = on !== null && on <= lastOnTime;
      // What is disputed and what is a trifle can speak for the customer, never against.
      if (!isOnTime && (isDisputed || (on === null && amountFen < rules.smallRestFen))) continue;
      if (lastOnTime < today || on !== null) due += amountFen;
      if (isOnTime) onTime += amountFen;
      weightFen += amountFen;
      if (!isDisputed) lateFenDays += amountFen * Math.max(0, (on ?? today) - dueOn);
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
  counted: readonly Counted[],
  writtenOff: readonly Id[],
  figures: Figures,
  today: DayNumber,
  rules: PaymentRecordRules,
): Pick<PaymentRecord, 'grade' | 'reasons'> {
  const poor = poorReasons(counted, writtenOff, figures, today, rules);
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
  counted: readonly Counted[],
  writtenOff: readonly Id[],
  { lateFenDays, weightFen, onTimeFen, dueFen }: Figures,
  today: DayNumber,
  rules: PaymentRecordRules,
): readonly PaymentReason[] {
  const reasons: PaymentReason[] = [];
  const late = counted.filter(({ parts }) => parts.some(({ on, dueOn }) => (on ?? today) > dueOn));
  const overdue = overdueBeyond(counted, rules.poorOverdueDays, today, rules);
  if (overdue.length > 0) {
    const days = Math.max(...overdue.map(({ dueOn }) => today - dueOn));
    reasons.push({ code: 'overdue_long', receivableIds: idsOf(overdue), days });
  }
  if (lateFenDays > rules.poorMeanDaysLate * weightFen) {
    reasons.push({ code: 'late_on_average', receivableIds: idsOf(late) });
  }
  if (onTimeFen * 100 < dueFen * rules.poorOnTimePercent && lateFenDays > rules.poorShareMeanDaysLate * weightFen) {
    reasons.push({ code: 'seldom_on_time', receivableIds: idsOf(late) });
  }
  if (writtenOff.length > 0) reasons.push({ code: 'write_off', receivableIds: writtenOff });
  return reasons;
}

/** Undisputed, and what is open is no trifle. */
function overdueBeyond(
  counted: readonly Counted[],
  days: number,
  today: DayNumber,
  { smallRestFen }: PaymentRecordRules,
): readonly Counted[] {
  return counted.filter(
    ({ receivable, dueOn, parts }) =>
      !receivable.isDisputed &&
      today - dueOn > days &&
      parts.some(({ on, amountFen }) => on === null && amountFen >= smallRestFen),
  );
}

/** Also of receivables that do not count otherwise. */
function writeOffsIn(owed: readonly Owed[], today: DayNumber, windowStart: DayNumber): readonly Id[] {
  return owed.flatMap(({ receivable, settles }) =>
    settles
      .filter(
        (each) => each.isWriteOff && each.source.from > windowStart && isOn(each.source, today) && isOn(each, today),
      )
      .map(() => receivable.id),
  );
}

function idsOf(counted: readonly Counted[]): readonly Id[] {
  return counted.map(({ receivable }) => receivable.id);
}
