import { memo, type ReactNode } from 'react';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { DueCustomer } from '../../../src-shared/visits/visit-entry.ts';
import { TierBadge } from '../../components/tier-badge.tsx';
import { quietText } from '../../text/quiet-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { PlanMenu } from './plan-menu.tsx';
import type { RowLook } from './row-look.ts';
import styles from './rows.module.css';
import { Tick } from './tick.tsx';
import type { DueRow } from './use-today.ts';
import { type LineActions, NameButton, UndoButton } from './visit-line.tsx';

interface Props extends LineActions<DueRow> {
  readonly row: DueRow;
  readonly look: RowLook;
  readonly isStop: boolean;
  readonly isOpen: boolean;
  readonly line: ReactNode;
  readonly onPlan: (customer: DueCustomer, on: CalendarDate) => void;
}

/** A customer due by cadence: noted right here, or planned. */
export const DueLine = memo(function DueLine(props: Props) {
  const { row, look, isStop, isOpen, line, onTick, onUndo, onOpen, onPlan } = props;
  const words = useWindowWords();
  const { entry, isDone } = row;
  const isLocked = !look.mayFollow(entry.ownerId);
  return (
    <li
      className={styles.item}
      data-row={row.key}
      data-customer={entry.customerId}
      data-done={isDone}
      data-open={isOpen}
      data-line={line !== null}
    >
      <div className={`${styles.row} ${styles.due}`}>
        <Tick
          name={entry.name}
          isDone={isDone}
          isOpen={line !== null}
          isStop={isStop}
          isDisabled={isLocked}
          onTick={() => (isDone ? onUndo(row) : onTick(row))}
        />
        <TierBadge tier={look.tierOf(entry.tierId)} />
        <div className={styles.cell}>
          <NameButton name={entry.name} isStop={isStop} onOpen={() => onOpen(entry.customerId)} />
          <p className={`${styles.cell} ${styles.second} ${styles.struck}`}>
            {row.note ??
              [quietText(words, entry), look.personOf(entry.ownerId)].filter((part) => part !== '').join(' · ')}
          </p>
        </div>
        {isDone ? (
          <UndoButton row={row} isStop={isStop} isLocked={isLocked} onUndo={onUndo} />
        ) : (
          !isLocked && <PlanMenu name={entry.name} isStop={isStop} onPlan={(on) => onPlan(entry, on)} />
        )}
      </div>
      {line}
    </li>
  );
});
