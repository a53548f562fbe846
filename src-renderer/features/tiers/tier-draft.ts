import { z } from 'zod';
import {
  relationshipLevels,
  type Tier,
  type TierColor,
  tierColors,
  type tierListSchema,
} from '../../../src-shared/tiers/tier.ts';

/** The list while it is edited; a name may stand empty and days may be missing until it is saved. */
export const tierDraftSchema = z.array(
  z.object({
    id: z.string().nullable(),
    /** Tells lines apart that have no id yet. */
    key: z.string(),
    name: z.string(),
    color: z.enum(tierColors),
    isKey: z.boolean(),
    cadenceDays: z.number().nullable(),
    relationshipLevel: z.enum(relationshipLevels),
    servicePromise: z.string().nullable(),
  }),
);
export type TierDraft = z.output<typeof tierDraftSchema>;
export type TierLine = TierDraft[number];

export type LineProblem = 'required' | 'name_taken' | 'out_of_range';

export function draftOf(tiers: readonly Tier[]): TierDraft {
  return tiers
    .filter((tier) => !tier.isArchived)
    .sort((a, b) => a.position - b.position)
    .map(lineOf);
}

export function lineOf(tier: Tier): TierLine {
  const { id, name, color, isKey, cadenceDays, relationshipLevel, servicePromise } = tier;
  return { id, key: id, name, color, isKey, cadenceDays, relationshipLevel, servicePromise };
}

/** Moves a line to where another stands; the others make room. */
export function moved(draft: TierDraft, from: number, to: number): TierDraft {
  const line = draft[from];
  if (!line || to < 0 || to >= draft.length || from === to) return draft;
  return draft.toSpliced(from, 1).toSpliced(to, 0, line);
}

export function withLine(draft: TierDraft, key: string, change: Partial<TierLine>): TierDraft {
  return draft.map((line) => (line.key === key ? { ...line, ...change } : line));
}

export function newLine(draft: TierDraft, key: string): TierLine {
  return {
    id: null,
    key,
    name: '',
    color: freeColor(draft),
    isKey: false,
    cadenceDays: 30,
    relationshipLevel: 'accountable',
    servicePromise: null,
  };
}

/** A colour that no line has; when all are taken, the last. */
function freeColor(draft: TierDraft): TierColor {
  return tierColors.find((color) => draft.every((line) => line.color !== color)) ?? 'slate';
}

export function isSameDraft(one: TierDraft, other: TierDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What keeps a line from being saved, by its key. The main process holds the same rules and has the last word. */
export function problemsOf(draft: TierDraft): ReadonlyMap<string, LineProblem> {
  const problems = new Map<string, LineProblem>();
  const names = new Set<string>();
  for (const line of draft) {
    const name = line.name.trim().toLowerCase();
    if (name === '') problems.set(line.key, 'required');
    else if (names.has(name)) problems.set(line.key, 'name_taken');
    else if (!isCadence(line.cadenceDays)) problems.set(line.key, 'out_of_range');
    names.add(name);
  }
  return problems;
}

function isCadence(days: number | null): days is number {
  return days !== null && Number.isInteger(days) && days >= 1 && days <= 3650;
}

/** As it is saved. Null while a line has a problem. */
export function listToSave(draft: TierDraft): z.input<typeof tierListSchema> | null {
  if (draft.length === 0 || problemsOf(draft).size > 0) return null;
  return draft.flatMap(({ key: _key, cadenceDays, ...line }) =>
    cadenceDays === null ? [] : [{ ...line, cadenceDays }],
  );
}
