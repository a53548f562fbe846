import { X } from 'lucide-react';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './follow-up-box.module.css';
import type { FollowUpDraft } from './follow-up-draft.ts';

interface Props {
  readonly costs: FollowUpDraft['costs'];
  readonly onChange: (costs: FollowUpDraft['costs']) => void;
}

/** Costs and concessions that go with the talk when it is saved. */
export function StagedCosts({ costs, onChange }: Props) {
  const { t } = useWindowWords();
  if (costs.length === 0) return null;
  return (
    <ul className={styles.files}>
      {costs.map((cost, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same in all they say
        <li key={place} className={styles.cost}>
          {t(`costs.kind.${cost.kind}`)} {moneyText(cost.amountFen)} {cost.what}
          <button
            type="button"
            className={styles.drop}
            aria-label={t('costs.drop', { what: cost.what })}
            onClick={() => onChange(costs.filter((other) => other !== cost))}
          >
            <X size={12} strokeWidth={1.75} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
