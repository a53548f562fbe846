import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Occasion } from '../../../src-shared/calendar/calendar-item.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { countText } from '../../text/number-text.ts';
import { occasionKey } from '../../text/occasion-text.ts';
import { markDueDone } from './done-marks.ts';
import { DueLine } from './due-line.tsx';
import { greetingDay } from './greeting-day.ts';
import type { LineDeck } from './line-deck.ts';
import { LogLine } from './log-line.tsx';
import { OccasionLine } from './occasion-line.tsx';
import rowStyles from './rows.module.css';
import styles from './section.module.css';
import { Section } from './section.tsx';
import { openCount } from './today-rows.ts';
import type { DueRow } from './use-today.ts';
import { sectionIds } from './visit-sections.tsx';

interface OccasionsProps {
  readonly items: readonly { readonly occasion: Occasion }[];
  readonly deck: LineDeck;
}

/** 本周生日 / 纪念日: the next seven days. */
export function OccasionsSection({ items, deck }: OccasionsProps) {
  const { t } = useTranslation();
  const planned = usePlannedDay(items.map((item) => item.occasion));
  return (
    <Section
      id={sectionIds.occasions}
      title={t('today.section.occasions')}
      count={t('today.itemCount', { count: items.length, shown: countText(items.length) })}
    >
      <ul className={rowStyles.list}>
        {items.map(({ occasion }) => (
          <OccasionLine
            key={occasionKey(occasion)}
            occasion={occasion}
            look={deck.look}
            isStop={deck.stopKey === occasionKey(occasion)}
            isOpen={deck.paneId === occasion.customerId}
            plannedOn={planned(occasion)}
            onOpen={deck.onOpen}
            onGreet={deck.onGreet}
          />
        ))}
      </ul>
    </Section>
  );
}

/** The day of the visit planned for each of these occasions; null: none. */
function usePlannedDay(occasions: readonly Occasion[]): (occasion: Occasion) => CalendarDate | null {
  const today = useToday();
  const calendar = useWorkCalendar();
  const to = occasions.reduce((last, occasion) => (occasion.on > last ? occasion.on : last), today);
  const near = useRead('visits', 'between', { from: today, to }, { enabled: occasions.length > 0, keepShowing: true });
  return (occasion) => greetingDay(occasion, near.data?.entries ?? [], calendar);
}

interface DueProps {
  readonly rows: readonly DueRow[];
  readonly total: number;
  /** So many more are due, and stand in 流失预警. */
  readonly inWarnings: number;
  readonly deck: LineDeck;
  /** Shows all of them in the list of customers. */
  readonly onShowAll: () => void;
}

/** 该联系了: due by cadence, nothing planned, worst first. */
export function DueSection({ rows, total, inWarnings, deck, onShowAll }: DueProps) {
  const { t } = useTranslation();
  const today = useToday();
  const hidden = total - openCount(rows);
  return (
    <Section
      id={sectionIds.due}
      title={t('today.section.due')}
      count={[
        t('today.visitCount', { count: total, shown: countText(total) }),
        ...(inWarnings > 0 ? [t('today.dueInWarnings', { count: inWarnings, shown: countText(inWarnings) })] : []),
      ].join(t('today.comma'))}
    >
      <ul className={rowStyles.list}>
        {rows.map((row, place) => (
          <DueLine
            key={row.key}
            row={row}
            look={deck.look}
            isStop={deck.stopKey === row.key}
            isOpen={deck.paneId === row.entry.customerId}
            line={
              deck.lineKey === row.key && !row.isDone ? (
                <LogLine
                  target={{ key: row.key, customerId: row.entry.customerId, name: row.entry.name, planId: null }}
                  onLogged={(logged) => {
                    markDueDone({ key: row.key, entry: row.entry, place, on: today, atMs: Date.now(), ...logged });
                    deck.onNext(row.key);
                  }}
                  onClose={() => deck.onCloseLine(row.key)}
                />
              ) : null
            }
            onTick={deck.onTickDue}
            onUndo={deck.onUndo}
            onOpen={deck.onOpen}
            onPlan={deck.onPlan}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={onShowAll}>
          {t('today.moreDue', { count: hidden, shown: countText(hidden) })}
          <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </Section>
  );
}
