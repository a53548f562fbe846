import type { ReleasedAllocation } from '../../../src-shared/orders/orders-contract.ts';
import { ReleasesList } from '../../components/releases-list.tsx';
import { dayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';

/** The payments that a smaller amount or a void gives back to prepayment. */
export function FreedPayments({ releases }: { readonly releases: readonly ReleasedAllocation[] }) {
  const words = useWindowWords();
  const { t } = words;
  return (
    <ReleasesList
      releases={releases}
      title={t('receivable.releases')}
      nameOf={({ sourceOn }) => t('receivable.releaseOf', { day: dayText(words, sourceOn) })}
    />
  );
}
