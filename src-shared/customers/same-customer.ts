import type { SameReason } from './same-customer-hint.ts';

/** What two customers are compared by. Plain data, so that the store can fetch it without the rest. */
export interface CustomerTraits {
  /** See normaliseName. */
  readonly normalisedName: string;
  /** Digits of all mobiles, those of contacts included (see normalisePhone). */
  readonly mobiles: readonly string[];
  readonly landlines: readonly string[];
  /** With a right check character (see parseUscc), else null. */
  readonly uscc: string | null;
  readonly city: string | null;
}

export interface SameCustomer {
  /** Only `certain` may update a row unseen (domain §8). */
  readonly match: 'certain' | 'strong' | 'possible' | 'none';
  /** Everything that speaks for it, strongest first. */
  readonly reasons: readonly SameReason[];
}

/** Whether two records mean one customer, and why (domain §8). The order of the two does not matter. */
export function compareCustomers(a: CustomerTraits, b: CustomerTraits): SameCustomer {
  const reasons: SameReason[] = [];
  if (a.uscc !== null && a.uscc === b.uscc) reasons.push('same_uscc');
  if (shareOne(a.mobiles, b.mobiles)) reasons.push('same_mobile');
  const sameName = a.normalisedName !== '' && a.normalisedName === b.normalisedName;
  if (sameName) reasons.push('same_name');
  if (!sameName && inOneCity(a.city, b.city) && areSimilarNames(a.normalisedName, b.normalisedName)) {
    reasons.push('similar_name');
  }
  if (shareOne(a.landlines, b.landlines)) reasons.push('same_landline');
  return { match: strengthOf(reasons), reasons };
}

function strengthOf(reasons: readonly SameReason[]): SameCustomer['match'] {
  if (reasons.includes('same_uscc')) return 'certain';
  if (reasons.includes('same_mobile') || reasons.includes('same_name')) return 'strong';
  return reasons.length > 0 ? 'possible' : 'none';
}

function shareOne(a: readonly string[], b: readonly string[]): boolean {
  return a.some((value) => value !== '' && b.includes(value));
}

/** Two customers without a city are not in one city. */
function inOneCity(a: string | null, b: string | null): boolean {
  const bare = (city: string | null) => city?.trim().replace(/市$/, '') ?? '';
  return bare(a) !== '' && bare(a) === bare(b);
}

/** 1 − Levenshtein ÷ longer length ≥ 0.85, in code points. */
export function areSimilarNames(a: string, b: string): boolean {
  const left = [...a];
  const right = [...b];
  const longer = Math.max(left.length, right.length);
  if (longer === 0) return false;
  // In whole numbers: 0.15 × 20 is not 3 in binary fractions.
  const limit = Math.floor((15 * longer) / 100);
  return editDistance(left, right, limit) !== null;
}

/** Levenshtein distance, or null as soon as it is sure to be above `limit`. */
export function editDistance(a: readonly string[], b: readonly string[], limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const cell = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      current.push(cell);
      if (cell < best) best = cell;
    }
    if (best > limit) return null;
    previous = current;
  }
  const distance = previous[b.length] ?? 0;
  return distance <= limit ? distance : null;
}
