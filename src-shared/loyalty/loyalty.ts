import type { CalendarDate } from '../core/calendar-date.ts';
import type { Fen } from '../core/money.ts';
import { repeatPoints, walletPoints, yearsPoints } from '../tiers/methods/score.ts';

/** What people rate from 1 to 5. `reversed`: 5 speaks against loyalty. */
export const loyaltyRatings = [
  'priceSensitivity',
  'choosingTime',
  'attitudeToRivals',
  'faultTolerance',
  'recommends',
] as const;
export type LoyaltyRating = (typeof loyaltyRatings)[number];

const reversed: ReadonlySet<LoyaltyRating> = new Set(['priceSensitivity', 'choosingTime']);

export interface LoyaltyInput {
  readonly ordersInYear: number;
  readonly salesFen: Fen;
  readonly yearlyNeedFen: Fen | null;
  readonly firstOrderOn: CalendarDate | null;
  /** Visits and enquiries without purchase in the 90 days up to the day; null: nobody writes them down. */
  readonly attentions: number | null;
  /** Customers he brought; null: not known. */
  readonly referrals: number | null;
  /** 1–5; null: not rated. */
  readonly ratings: Readonly<Record<LoyaltyRating, number | null>>;
}

export const loyaltyParts = ['repeat', 'wallet', 'attention', 'referrals', 'years', ...loyaltyRatings] as const;
export type LoyaltyPart = (typeof loyaltyParts)[number];

export interface Loyalty {
  /** 0–100 each; null: not known. */
  readonly parts: Readonly<Record<LoyaltyPart, number | null>>;
  /** Their mean; null: nothing is known. */
  readonly total: number | null;
}

/** 忠诚度 0–100: the mean of what is known (domain §4), each rating a part of its own. */
export function loyalty(input: LoyaltyInput, asOf: CalendarDate): Loyalty {
  const rated = Object.fromEntries(
    loyaltyRatings.map((rating) => [rating, ratingPoints(rating, input.ratings[rating])]),
  ) as Record<LoyaltyRating, number | null>; // Safe: one entry per rating.
  const parts: Loyalty['parts'] = {
    repeat: input.firstOrderOn === null ? null : repeatPoints(input.ordersInYear),
    wallet: walletPoints(input),
    attention: stepPoints(input.attentions, [0, 40, 70, 100]),
    referrals: stepPoints(input.referrals, [0, 60, 100]),
    years: yearsPoints(input.firstOrderOn, asOf),
    ...rated,
  };
  const known = loyaltyParts.map((part) => parts[part]).filter((points) => points !== null);
  return { parts, total: known.length === 0 ? null : known.reduce((sum, points) => sum + points, 0) / known.length };
}

/** 1–5 × 20; reversed ones 5–1. */
function ratingPoints(rating: LoyaltyRating, value: number | null): number | null {
  if (value === null) return null;
  return (reversed.has(rating) ? 6 - value : value) * 20;
}

/** 0, 1, 2 … times; more than the last step counts like it. */
function stepPoints(times: number | null, steps: readonly number[]): number | null {
  if (times === null) return null;
  return steps[Math.min(times, steps.length - 1)] ?? null;
}
