import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { useToday } from '../../ipc/use-book.ts';
import { markVisitDone } from './done-marks.ts';
import type { LineDeck } from './line-deck.ts';
import { LogLine } from './log-line.tsx';
import styles from './rows.module.css';
import type { VisitRow } from './use-today.ts';
import { VisitLine } from './visit-line.tsx';

interface Props {
  readonly rows: readonly VisitRow[];
  /** Of the whole section: where a done line stood in it. */
  readonly section: readonly VisitRow[];
  readonly deck: LineDeck;
}

export function VisitRows({ rows, section, deck }: Props) {
  const today = useToday();
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <VisitLine
          key={row.key}
          row={row}
          look={deck.look}
          isStop={deck.stopKey === row.key}
          isOpen={deck.paneId === row.entry.customerId}
          line={deck.lineKey === row.key && !row.isDone ? line(row, section.indexOf(row), today, deck) : null}
          onTick={deck.onTickVisit}
          onUndo={deck.onUndo}
          onOpen={deck.onOpen}
        />
      ))}
    </ul>
  );
}

function line(row: VisitRow, place: number, on: CalendarDate, deck: LineDeck) {
  const { entry } = row;
  return (
    <LogLine
      target={{ key: row.key, customerId: entry.customerId, name: entry.name, planId: entry.plan.id }}
      onLogged={(logged) => {
        markVisitDone({ key: row.key, entry, place, on, atMs: Date.now(), ...logged });
        deck.onNext(row.key);
      }}
      onClose={() => deck.onCloseLine(row.key)}
    />
  );
}
