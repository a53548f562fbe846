import type { OutputOfProcedure } from '../../../src-shared/ipc/procedure.ts';
import type { LoyaltyPart } from '../../../src-shared/loyalty/loyalty.ts';
import type { loyaltyContract } from '../../../src-shared/loyalty/loyalty-contract.ts';
import type { WindowWords } from '../../text/use-window-words.ts';

export type ReadLoyalty = OutputOfProcedure<typeof loyaltyContract.get>;

/** Parts that follow from the book; the others are rated by people. */
export const bookParts = [
  'repeat',
  'wallet',
  'attention',
  'referrals',
  'years',
] as const satisfies readonly LoyaltyPart[];
export type BookPart = (typeof bookParts)[number];

/** The fact behind a part, or why nothing is known of it. */
export function partFact({ t }: Pick<WindowWords, 't'>, part: BookPart, read: ReadLoyalty): string {
  const { input, loyalty, walletPercent } = read;
  if (loyalty.parts[part] === null) return t(`loyalty.unknown.${part}`);
  switch (part) {
    case 'repeat':
      return t('loyalty.fact.repeat', { count: input.ordersInYear });
    case 'wallet':
      return walletPercent === null
        ? t('loyalty.fact.walletHidden')
        : t('loyalty.fact.wallet', { percent: Math.round(walletPercent) });
    case 'attention':
      return t('loyalty.fact.attention', { count: input.attentions ?? 0 });
    case 'referrals':
      return t('loyalty.fact.referrals', { count: input.referrals ?? 0 });
    case 'years':
      return t('loyalty.fact.years', { day: input.firstOrderOn ?? '' });
  }
}
