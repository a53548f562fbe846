import type { TFunction } from 'i18next';
import type { Ladder } from '../../../src-shared/measures/measures-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import type { LadderListRequest } from './ladder-list-request.ts';
import { shareText } from './ladder-numbers.ts';
import { earningStep, tierName } from './ladder-words.ts';

export interface LadderNote {
  readonly text: string;
  readonly opens?: LadderListRequest;
  /** How many the list has. */
  readonly customers?: number;
}

/** What the numbers say, in sentences: how few make how much, who earns most, what profit does not know. */
export function ladderNotes(t: TFunction, ladder: Ladder, tiers: readonly Tier[]): readonly LadderNote[] {
  const { top, half, total } = ladder;
  const notes: LadderNote[] = [];
  const about = (part: NonNullable<Ladder['top']>) => ({
    percent: `${part.percent}%`,
    count: part.customers,
    shown: countText(part.customers),
    share: shareText(part.sharePercent ?? 0, 100),
  });
  if (half)
    notes.push({ text: t('ladder.note.half', about(half)), opens: { list: 'half' }, customers: half.customers });
  if (top) notes.push({ text: t('ladder.note.top', about(top)), opens: { list: 'top' }, customers: top.customers });
  const earning = earningStep(ladder);
  if (earning) {
    const { tierId, customers } = earning.step;
    notes.push({
      text: t('ladder.note.earning', { name: tierName(t, tiers, tierId), share: earning.share }),
      opens: { list: 'customers', tierId, sort: 'profit' },
      customers,
    });
  }
  const without = total.profit?.salesWithoutCostFen ?? 0;
  if (total.profit && without > 0) {
    const share = shareText(without, total.salesFen);
    notes.push({
      text: t('ladder.note.withoutCost', { amount: moneyText(total.profit.salesWithoutCostFen), share: share ?? '—' }),
    });
  }
  return notes;
}
