import { Button } from 'antd';
import { ChevronDown, MapPin, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useToday } from '../../ipc/use-book.ts';
import { dueText } from '../../text/day-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { ComingLine } from './coming-line.tsx';
import type { LineDeck } from './line-deck.ts';
import rowStyles from './rows.module.css';
import styles from './section.module.css';
import { Section } from './section.tsx';
import { byDistrict, type ComingDay, openCount } from './today-rows.ts';
import type { VisitRow } from './use-today.ts';
import { VisitRows } from './visit-rows.tsx';

export const sectionIds = {
  overdue: 'today-overdue',
  visits: 'today-visits',
  occasions: 'today-occasions',
  due: 'today-due',
  owed: 'today-owed',
  promises: 'today-promises',
} as const;

interface OverdueProps {
  readonly rows: readonly VisitRow[];
  readonly total: number;
  readonly deck: LineDeck;
}

/** Shown until all are asked for: many late ones must not push today out of sight. */
const shownAtFirst = 6;

/** 逾期拜访: open visits of days gone by, the oldest first. */
export function OverdueSection({ rows, total, deck }: OverdueProps) {
  const { t } = useTranslation();
  const [isLong, setLong] = useState(false);
  const shown = isLong || rows.length <= shownAtFirst + 1 ? rows : rows.slice(0, shownAtFirst);
  const hidden = total - openCount(shown);
  const isFolded = shown.length < rows.length;
  return (
    <Section
      id={sectionIds.overdue}
      title={t('today.section.overdue')}
      count={t('today.visitCount', { count: total, shown: countText(total) })}
      action={<MoveToToday rows={rows} total={total} deck={deck} />}
    >
      <VisitRows rows={shown} section={rows} deck={deck} />
      {isFolded && (
        <button type="button" className={styles.more} aria-expanded={false} onClick={() => setLong(true)}>
          {t('today.showOverdue', { count: hidden, shown: countText(hidden) })}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
      {!isFolded && hidden > 0 && (
        <p className={styles.nothing}>{t('today.moreOverdue', { count: hidden, shown: countText(hidden) })}</p>
      )}
    </Section>
  );
}

/** 全部改到今天, of all that are listed and may be moved; one step, one undo. */
function MoveToToday({ rows, total, deck }: OverdueProps) {
  const { t } = useTranslation();
  const today = useToday();
  const ids = rows
    .filter((row) => !row.isDone && deck.look.mayFollow(row.entry.ownerId))
    .map((row) => row.entry.plan.id);
  if (ids.length === 0) return null;
  const move = () =>
    void reported(client.visits.moveMany({ ids, to: today }), ({ changed, leftAlone }) =>
      leftAlone > 0
        ? t('today.movedExcept', { count: changed, left: leftAlone })
        : t('today.moved', { count: changed }),
    );
  return (
    <Button size="small" type="text" onClick={move}>
      {ids.length < total ? t('today.moveShown', { count: ids.length }) : t('today.moveAll')}
    </Button>
  );
}

interface TodayProps {
  readonly rows: readonly VisitRow[];
  readonly deck: LineDeck;
  readonly onPrint: () => void;
  /** What to do when nothing is planned. */
  readonly nothing: string;
}

/** 今天拜访, by district; done ones stay, struck through. */
export function TodayVisitsSection({ rows, deck, onPrint, nothing }: TodayProps) {
  const { t } = useTranslation();
  const done = rows.length - openCount(rows);
  const count = t('today.visitCount', { count: rows.length, shown: countText(rows.length) });
  const said = done > 0 ? [count, t('today.doneCount', { count: done })].join(t('today.comma')) : count;
  return (
    <Section
      id={sectionIds.visits}
      title={t('today.section.visits')}
      count={rows.length === 0 ? null : said}
      action={
        openCount(rows) > 0 && (
          <Button
            size="small"
            type="text"
            icon={<Printer size={14} strokeWidth={1.75} aria-hidden />}
            onClick={onPrint}
          >
            {t('print.route')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={styles.nothing}>{nothing}</p>}
      {byDistrict(rows).map((group) => (
        <div key={group.district ?? ''}>
          <h3 className={styles.group}>
            <MapPin size={14} strokeWidth={1.75} aria-hidden />
            {group.district ?? t('today.noDistrict')}
            <span>{t('today.visitCount', { count: group.rows.length, shown: countText(group.rows.length) })}</span>
          </h3>
          <VisitRows rows={group.rows} section={rows} deck={deck} />
        </div>
      ))}
    </Section>
  );
}

interface ComingProps extends ComingDay {
  readonly deck: LineDeck;
}

/** 明天, or the next workday, to be prepared for. */
export function ComingSection({ day, entries, deck }: ComingProps) {
  const words = useWindowWords();
  const { t } = words;
  return (
    <Section
      id={`today-${day}`}
      title={dueText(words, day).text}
      count={t('today.visitCount', { count: entries.length, shown: countText(entries.length) })}
    >
      <ul className={rowStyles.list}>
        {entries.map((entry) => (
          <ComingLine
            key={entry.plan.id}
            entry={entry}
            look={deck.look}
            isStop={deck.stopKey === `plan:${entry.plan.id}`}
            isOpen={deck.paneId === entry.customerId}
            onOpen={deck.onOpen}
          />
        ))}
      </ul>
    </Section>
  );
}
