import { Checkbox } from 'antd';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { dayText, dueText, shortDayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './proposal-list.module.css';
import { moveProposed, type ProposedEntry, toggleProposed } from './proposal-store.ts';

interface Props {
  readonly entry: ProposedEntry;
  readonly tier: Tier | null;
  readonly person: string | null;
  readonly onOpen: (customerId: string) => void;
  readonly dragMark: Readonly<Record<`data-${string}`, string>>;
}

/** One visit proposed: ticked or not, who, why now, and on which day; the day opens to be changed. */
export function ProposalRow({ entry: { visit, isTicked }, tier, person, onOpen, dragMark }: Props) {
  const words = useWindowWords();
  const { t, today } = words;
  const [isMoving, setMoving] = useState(false);
  const { customerId, name, district, dueOn, on, isLate } = visit;
  const isOverdue = dueOn < today;
  return (
    <li className={styles.row} data-ticked={isTicked || undefined} {...dragMark}>
      <Checkbox
        checked={isTicked}
        aria-label={t('autoPlan.tick', { name })}
        onChange={(event) => toggleProposed(customerId, event.target.checked)}
      />
      <TierBadge tier={tier} />
      <div className={styles.who}>
        <button type="button" className={styles.name} title={name} onClick={() => onOpen(customerId)}>
          {name}
        </button>
        <span className={styles.second}>{[district, person].filter(Boolean).join(' · ')}</span>
      </div>
      <div className={styles.when}>
        <span className={styles.due} data-late={isOverdue || undefined}>
          {isOverdue ? dueText(words, dueOn).text : t('autoPlan.due', { day: shortDayText(words, dueOn) })}
        </span>
        {isMoving ? (
          <DayPicker
            size="small"
            label={t('autoPlan.moveTo', { name })}
            value={on}
            from={today}
            isClearable={false}
            hasFocus
            isOpen
            onOpenChange={(isOpen) => !isOpen && setMoving(false)}
            onChange={(day) => {
              if (day !== null) moveProposed(customerId, day);
              setMoving(false);
            }}
          />
        ) : (
          <button
            type="button"
            className={styles.day}
            title={t(isLate ? 'autoPlan.lateHint' : 'autoPlan.moveHint')}
            onClick={() => setMoving(true)}
          >
            <ArrowRight size={12} strokeWidth={1.75} aria-hidden />
            {dayText(words, on)}
            {/* Whoever is overdue is late on any day; that is said above already. */}
            {isLate && !isOverdue && <span className={styles.late}>{t('autoPlan.late')}</span>}
          </button>
        )}
      </div>
    </li>
  );
}
