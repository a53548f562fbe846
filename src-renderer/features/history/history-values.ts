import type { TFunction } from 'i18next';
import { anniversaryCalendars, anniversaryKinds } from '../../../src-shared/anniversaries/anniversary.ts';
import { isId } from '../../../src-shared/core/id.ts';
import { parseInstant } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { scaledText } from '../../../src-shared/core/scaled-number.ts';
import { channels } from '../../../src-shared/follow-ups/follow-up.ts';
import type { HistoryValue, JournalEntity } from '../../../src-shared/history/history.ts';
import { paymentMethods, voidKinds } from '../../../src-shared/payments/payment.ts';
import { promiseOutcomes } from '../../../src-shared/payments/payment-promise.ts';
import { paymentGrades } from '../../../src-shared/payments/payment-record.ts';
import { sourceKinds } from '../../../src-shared/receivables/ledger.ts';
import { termsAdvices } from '../../../src-shared/terms/terms-advice.ts';
import { relationshipLevels } from '../../../src-shared/tiers/tier.ts';
import { roles } from '../../../src-shared/users/rights.ts';
import { visitPlanStatuses } from '../../../src-shared/visits/visit-plan.ts';
import { warningCodes, warningMarkStates } from '../../../src-shared/warnings/warning-mark.ts';
import { momentText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { priceText } from '../../text/price-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';

/** Where a value stands: the same code means another thing in another table. */
export interface HistoryPlace {
  readonly entity: JournalEntity;
  readonly field: string;
}

const flags: ReadonlySet<string> = new Set([
  'isDecisionMaker',
  'isKey',
  'isArchived',
  'isGone',
  'isLeapMonth',
  'isDeposit',
  'isStopped',
  'isSeasonal',
]);

/** JSON of the figures a person had before them; the whole of it is shown where it was decided. */
const snapshots: ReadonlySet<string> = new Set(['shown', 'approvalShown']);

/** A value as history shows it: the name behind an id, the word behind a code, the wall clock of a moment, money as ¥. */
export function historyValueText(words: WindowWords, held: HistoryValue, place: HistoryPlace | null = null): string {
  const { t } = words;
  if (held.label !== null) return held.label;
  if (held.value === null || held.value === '') return t('history.empty');
  if (place !== null && flags.has(place.field)) return t(held.value === 1 ? 'history.yes' : 'history.no');
  if (place !== null && snapshots.has(place.field)) return t('history.value.snapshot');
  if (typeof held.value === 'number') return place === null ? String(held.value) : figureText(place.field, held.value);
  // A reference whose row has no name of its own, such as the follow-up that completed a visit.
  if (isId(held.value)) return t('history.otherRow');
  const instant = parseInstant(held.value);
  if (instant) return momentText(words, instant);
  return (place && codeText(t, place, held.value)) ?? held.value;
}

/** The end of a field's name says its unit, as in the tables. */
function figureText(field: string, value: number): string {
  if (field.endsWith('Fen')) return moneyText(fen(value));
  if (field.endsWith('E4')) return priceText(value);
  if (field.endsWith('E3')) return scaledText(value, 3);
  if (field.endsWith('Bp')) return `${scaledText(value, 2)}%`;
  if (field.endsWith('Percent')) return `${value}%`;
  return String(value);
}

type Words = (t: TFunction, text: string) => string | null;

/** Null: a code of a later version. */
function coded<C extends string>(codes: readonly C[], say: (t: TFunction, code: C) => string): Words {
  return (t, text) => {
    const code = codes.find((known) => known === text);
    return code === undefined ? null : say(t, code);
  };
}

const creditKinds = ['days', 'month_end'] as const;
const costKinds = ['service', 'concession'] as const;
const decisionKinds = ['accepted', 'override'] as const;

const wordsOfField: Readonly<Record<string, Words>> = {
  channel: coded(channels, (t, code) => t(`channel.${code}`)),
  status: coded(visitPlanStatuses, (t, code) => t(`visit.status.${code}`)),
  relationshipLevel: coded(relationshipLevels, (t, code) => t(`relationshipLevel.${code}`)),
  calendar: coded(anniversaryCalendars, (t, code) => t(`anniversary.calendar.${code}`)),
  role: coded(roles, (t, code) => t(`role.${code}`)),
  creditKind: coded(creditKinds, (t, code) => t(`history.value.creditKind.${code}`)),
  method: coded(paymentMethods, (t, code) => t(`money.method.${code}`)),
  voidKind: coded(voidKinds, (t, code) => t(`history.value.voidKind.${code}`)),
  advice: coded(termsAdvices, (t, code) => t(`terms.advice.${code}`)),
  grade: coded(paymentGrades, (t, code) => t(`money.grade.${code}`)),
  code: coded(warningCodes, (t, code) => t(`history.value.warningCode.${code}`)),
  state: coded(warningMarkStates, (t, code) => t(`history.value.markState.${code}`)),
};

/** Fields that mean something else in each table; a product's code is what was typed. */
const wordsOfPlace: Readonly<Record<string, Words>> = {
  'anniversaries.kind': coded(anniversaryKinds, (t, code) => t(`anniversary.kind.${code}`)),
  'settlement_sources.kind': coded(sourceKinds, (t, code) => t(`money.source.${code}`)),
  'service_costs.kind': coded(costKinds, (t, code) => t(`history.value.costKind.${code}`)),
  'terms_decisions.kind': coded(decisionKinds, (t, code) => t(`history.value.decisionKind.${code}`)),
  'payment_promises.outcome': coded(promiseOutcomes, (t, code) => t(`money.outcome.${code}`)),
  'products.code': (_, text) => text,
};

function codeText(t: TFunction, { entity, field }: HistoryPlace, text: string): string | null {
  return (wordsOfPlace[`${entity}.${field}`] ?? wordsOfField[field])?.(t, text) ?? null;
}
