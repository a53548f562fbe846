import type { Ladder } from '../../../src-shared/measures/measures-contract.ts';
import type { LadderListRequest } from './ladder-list-request.ts';
import { shareText } from './ladder-numbers.ts';

export const figureKeys = ['active', 'new', 'lost', 'won_back', 'retention', 'upgraded', 'downgraded'] as const;
export type FigureKey = (typeof figureKeys)[number];

export interface Figure {
  readonly key: FigureKey;
  readonly list: LadderListRequest['list'];
  /** Null: not known yet. */
  readonly count: number | null;
  /** Of those active the day before the period, or of those present on both days; null: there were none. */
  readonly share: string | null;
  /** What it is of; null: not known yet. */
  readonly whole: number | null;
  readonly tone: 'plain' | 'good' | 'bad';
}

/** The figures of domain §5 with their rates; without anybody to compare with there is no rate. */
export function figuresOf(ladder: Ladder | null): readonly Figure[] {
  const of = (count: number | undefined, whole: number | undefined) => ({
    count: count ?? null,
    whole: whole ?? null,
    share: count === undefined || whole === undefined ? null : shareText(count, whole),
  });
  const { activeBefore, present, total } = ladder ?? {};
  const kept = ladder ? ladder.activeBefore - ladder.lost : undefined;
  return [
    { key: 'active', list: 'active', ...of(ladder?.activeAfter, total?.customers), tone: 'plain' },
    { key: 'new', list: 'new', ...of(ladder?.new, activeBefore), tone: 'good' },
    { key: 'lost', list: 'lost', ...of(ladder?.lost, activeBefore), tone: 'bad' },
    { key: 'won_back', list: 'won_back', ...of(ladder?.wonBack, activeBefore), tone: 'good' },
    { key: 'retention', list: 'active_before', ...of(kept, activeBefore), tone: 'plain' },
    { key: 'upgraded', list: 'upgraded', ...of(ladder?.upgraded, present), tone: 'good' },
    { key: 'downgraded', list: 'downgraded', ...of(ladder?.downgraded, present), tone: 'bad' },
  ];
}
