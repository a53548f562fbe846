import { Cake, Gem, Handshake, type LucideIcon, Star, Store } from 'lucide-react';
import { memo } from 'react';
import type { AnniversaryKind } from '../../../src-shared/anniversaries/anniversary.ts';
import type { Occasion } from '../../../src-shared/calendar/calendar-item.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { TierBadge } from '../../components/tier-badge.tsx';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { dueText } from '../../text/day-text.ts';
import { isSoon, occasionDayText, occasionKey, occasionText, occasionWho } from '../../text/occasion-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { RowLook } from './row-look.ts';
import styles from './rows.module.css';

const icons: Readonly<Record<AnniversaryKind, LucideIcon>> = {
  birthday: Cake,
  founding: Store,
  wedding: Gem,
  other: Star,
};

interface Props {
  readonly occasion: Occasion;
  readonly look: RowLook;
  readonly isStop: boolean;
  readonly isOpen: boolean;
  /** The day of the visit that greets, when one is planned. */
  readonly plannedOn: CalendarDate | null;
  readonly onOpen: (customerId: string) => void;
  readonly onGreet: (occasion: Occasion) => void;
}

/** A birthday or an anniversary of the next days; amber from three days before it on. */
export const OccasionLine = memo(function OccasionLine(props: Props) {
  const { occasion, look, isStop, isOpen, plannedOn, onOpen, onGreet } = props;
  const words = useWindowWords();
  const { t } = words;
  const calendar = useWorkCalendar();
  const Icon = occasion.source.kind === 'since' ? Handshake : icons[occasion.source.anniversary.kind];
  return (
    <li className={styles.item} data-row={occasionKey(occasion)} data-customer={occasion.customerId} data-open={isOpen}>
      <div className={`${styles.row} ${styles.occasion}`}>
        <span className={styles.icon} data-soon={isSoon(words, occasion)}>
          <Icon size={16} strokeWidth={1.75} aria-hidden />
        </span>
        <TierBadge tier={look.tierOf(occasion.tierId)} />
        <div className={styles.cell}>
          <button
            type="button"
            data-main
            className={styles.name}
            tabIndex={isStop ? 0 : -1}
            onClick={() => onOpen(occasion.customerId)}
          >
            {occasionWho(occasion)}
            {occasion.contactName !== null && <span className={styles.who}> {occasion.customerName}</span>}
          </button>
          <p className={`${styles.cell} ${styles.second}`}>
            <span data-soon={isSoon(words, occasion)} className={styles.soon}>
              {occasionDayText(words, occasion, calendar)}
            </span>
            {` · ${occasionText(t, occasion)}`}
          </p>
        </div>
        {plannedOn !== null ? (
          <span className={styles.who}>
            {plannedOn === occasion.on
              ? t('today.planned')
              : t('today.plannedOn', { day: dueText(words, plannedOn).text })}
          </span>
        ) : (
          look.mayFollow(occasion.ownerId) && (
            <button
              type="button"
              className={styles.action}
              tabIndex={isStop ? 0 : -1}
              aria-label={t('today.greetFor', { name: occasionWho(occasion) })}
              onClick={() => onGreet(occasion)}
            >
              {t('today.greet')}
            </button>
          )
        )}
      </div>
    </li>
  );
});
