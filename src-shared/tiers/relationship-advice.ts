import type { RelationshipLevel } from './tier.ts';

/** Where few ends and many begins, in customers of a tier; where low ends and high begins, in percent of sales. Defaults. */
export interface RelationshipRules {
  readonly fewUpTo: number;
  readonly manyFrom: number;
  readonly lowMarginBelow: number;
  readonly highMarginFrom: number;
}

export const defaultRelationshipRules: RelationshipRules = {
  fewUpTo: 20,
  manyFrom: 200,
  lowMarginBelow: 10,
  highMarginFrom: 30,
};

const byCount = {
  many: { high: 'accountable', medium: 'reactive', low: 'basic' },
  medium: { high: 'proactive', medium: 'accountable', low: 'reactive' },
  few: { high: 'partnership', medium: 'proactive', low: 'accountable' },
} as const satisfies Record<string, Record<string, RelationshipLevel>>;

/** 关系水平 suggested by customers in the tier × margin (domain §4). Null: the margin is not known. */
export function relationshipAdvice(
  customers: number,
  marginPercent: number | null,
  rules: RelationshipRules = defaultRelationshipRules,
): RelationshipLevel | null {
  if (marginPercent === null) return null;
  const count = customers <= rules.fewUpTo ? 'few' : customers >= rules.manyFrom ? 'many' : 'medium';
  const margin =
    marginPercent < rules.lowMarginBelow ? 'low' : marginPercent >= rules.highMarginFrom ? 'high' : 'medium';
  return byCount[count][margin];
}
