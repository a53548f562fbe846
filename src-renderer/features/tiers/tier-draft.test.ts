import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import {
  draftOf,
  isSameDraft,
  lineOf,
  listToSave,
  moved,
  newLine,
  problemsOf,
  type TierDraft,
  withLine,
} from './tier-draft.ts';

function aTier(name: string, over: Partial<Tier> = {}): Tier {
  return {
    id: `id-${name}`,
    name,
    color: 'amber',
    isKey: false,
    cadenceDays: 7,
    relationshipLevel: 'basic',
    servicePromise: null,
    position: 0,
    isArchived: false,
    customerCount: 0,
    ...over,
  };
}

const abc: TierDraft = ['A', 'B', 'C'].map((name) => lineOf(aTier(name)));
const names = (draft: TierDraft) => draft.map((line) => line.name).join('');

describe('draftOf', () => {
  it('lists the tiers in use from the highest and leaves the archived out', () => {
    const tiers = [
      aTier('C', { position: 2 }),
      aTier('X', { isArchived: true }),
      aTier('A'),
      aTier('B', { position: 1 }),
    ];
    expect(names(draftOf(tiers))).toBe('ABC');
  });
});

describe('moved', () => {
  it.each([
    [0, 2, 'BCA'],
    [2, 0, 'CAB'],
    [1, 0, 'BAC'],
    [0, 0, 'ABC'],
    [0, -1, 'ABC'],
    [2, 3, 'ABC'],
    [7, 0, 'ABC'],
  ])('from %i to %i: %s', (from, to, expected) => {
    expect(names(moved(abc, from, to))).toBe(expected);
  });

  it('loses no tier and doubles none, wherever it is dropped', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 5 }), fc.integer({ min: -2, max: 5 }), (from, to) => {
        expect([...names(moved(abc, from, to))].sort().join('')).toBe('ABC');
      }),
    );
  });
});

describe('newLine', () => {
  it('takes a colour that no tier has', () => {
    expect(newLine(abc, 'k').color).toBe('teal');
  });
});

describe('problemsOf', () => {
  it.each([
    ['', 7, 'required'],
    ['  ', 7, 'required'],
    ['a', 7, 'name_taken'],
    ['D', 0, 'out_of_range'],
    ['D', null, 'out_of_range'],
    ['D', 1.5, 'out_of_range'],
    ['D', 3651, 'out_of_range'],
  ] as const)('a tier %j every %s days: %s', (name, cadenceDays, problem) => {
    const draft = [...abc, { ...newLine(abc, 'new'), name, cadenceDays }];
    expect([...problemsOf(draft)]).toEqual([['new', problem]]);
    expect(listToSave(draft)).toBeNull();
  });

  it('has nothing against tiers that differ', () => {
    expect(problemsOf(abc).size).toBe(0);
  });
});

describe('listToSave', () => {
  it('keeps ids and order, and leaves out what is only of this window', () => {
    const list = listToSave([...moved(abc, 2, 0), { ...newLine(abc, 'new'), name: 'D' }]);
    expect(list?.map(({ id, name }) => [id, name])).toEqual([
      ['id-C', 'C'],
      ['id-A', 'A'],
      ['id-B', 'B'],
      [null, 'D'],
    ]);
    expect(list?.every((line) => !('key' in line))).toBe(true);
  });

  it('saves no empty list: at least one tier must remain', () => {
    expect(listToSave([])).toBeNull();
  });
});

describe('isSameDraft', () => {
  it('sees a change and sees it taken back', () => {
    const changed = withLine(abc, 'id-B', { isKey: true });
    expect(isSameDraft(abc, changed)).toBe(false);
    expect(isSameDraft(abc, withLine(changed, 'id-B', { isKey: false }))).toBe(true);
  });
});
