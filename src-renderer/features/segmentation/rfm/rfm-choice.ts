import type { TFunction } from 'i18next';
import type { RfmSegment } from '../../../../src-shared/tiers/methods/rfm.ts';

/** What was clicked: its customers are listed. */
export type RfmChoice =
  | { readonly kind: 'cell'; readonly r: number; readonly f: number }
  | { readonly kind: 'segment'; readonly segment: RfmSegment };

export function rowsWish(choice: RfmChoice) {
  return choice.kind === 'cell'
    ? { r: choice.r, f: choice.f, segment: null }
    : { r: null, f: null, segment: choice.segment };
}

/** `R5 F4`, `冠军`. */
export function choiceTitle(t: TFunction, choice: RfmChoice): string {
  return choice.kind === 'cell' ? `R${choice.r} F${choice.f}` : t(`rfm.segment.${choice.segment}`);
}
