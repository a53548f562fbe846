import { Undo2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../src-shared/core/calendar-date.ts';
import { TierBadge } from '../../components/tier-badge.tsx';
import { useToday } from '../../ipc/use-book.ts';
import { phoneText } from '../../text/number-text.ts';
import type { RowLook } from './row-look.ts';
import styles from './rows.module.css';
import { Tick } from './tick.tsx';
import type { VisitRow } from './use-today.ts';

export interface LineActions<R> {
  readonly onTick: (row: R) => void;
  readonly onUndo: (row: R) => void;
  readonly onOpen: (customerId: string) => void;
}

interface Props extends LineActions<VisitRow> {
  readonly row: VisitRow;
  readonly look: RowLook;
  readonly isStop: boolean;
  /** Its customer is in the pane. */
  readonly isOpen: boolean;
  /** The one-line form under it, when it is open. */
  readonly line: ReactNode;
}

/** One visit: when, whom, what for, who goes, whom to ask for. */
export const VisitLine = memo(function VisitLine(props: Props) {
  const { row, look, isStop, isOpen, line, onTick, onUndo, onOpen } = props;
  const { t } = useTranslation();
  const today = useToday();
  const { entry, isDone } = row;
  const { plan } = entry;
  const daysLate = daysBetween(plan.plannedOn, today);
  const isLocked = !look.mayFollow(entry.ownerId);
  const what = row.note ?? plan.purpose;
  return (
    <li
      className={styles.item}
      data-row={row.key}
      data-customer={entry.customerId}
      data-done={isDone}
      data-open={isOpen}
      data-line={line !== null}
    >
      <div className={`${styles.row} ${styles.visit}`}>
        <Tick
          name={entry.name}
          isDone={isDone}
          isOpen={line !== null}
          isStop={isStop}
          isDisabled={isLocked}
          onTick={() => (isDone ? onUndo(row) : onTick(row))}
        />
        {daysLate > 0 ? (
          <span className={`${styles.when} ${styles.struck}`} data-tone={isDone ? undefined : 'overdue'}>
            {t('day.overdue', { count: daysLate })}
          </span>
        ) : (
          <span className={`${styles.when} ${styles.struck}`}>{plan.plannedTime ?? <AnyTime />}</span>
        )}
        <TierBadge tier={look.tierOf(entry.tierId)} />
        <NameButton name={entry.name} isStop={isStop} onOpen={() => onOpen(entry.customerId)} />
        <span className={`${styles.cell} ${styles.quiet} ${styles.struck}`} title={what ?? undefined}>
          {what}
        </span>
        <span className={`${styles.cell} ${styles.quiet}`}>{look.personOf(plan.personId)}</span>
        {isDone ? (
          <UndoButton row={row} isStop={isStop} isLocked={isLocked} onUndo={onUndo} />
        ) : (
          <span
            className={`${styles.cell} ${styles.quiet} ${styles.end}`}
            title={[entry.contactName, entry.phone && phoneText(entry.phone)].filter(Boolean).join(' ')}
          >
            {entry.contactName}
          </span>
        )}
      </div>
      {line}
    </li>
  );
});

function AnyTime() {
  const { t } = useTranslation();
  return <span className={styles.who}>{t('today.anyTime')}</span>;
}

export function NameButton(props: { readonly name: string; readonly isStop: boolean; readonly onOpen: () => void }) {
  return (
    <button
      type="button"
      className={`${styles.name} ${styles.struck}`}
      tabIndex={props.isStop ? 0 : -1}
      title={props.name}
      onClick={props.onOpen}
    >
      {props.name}
    </button>
  );
}

interface UndoProps<R> {
  readonly row: R & { readonly batchId: string | null };
  readonly isStop: boolean;
  readonly isLocked: boolean;
  readonly onUndo: (row: R) => void;
}

/** Takes the line back; what was done before the app was started is looked up in the history. */
export function UndoButton<R>({ row, isStop, isLocked, onUndo }: UndoProps<R>) {
  const { t } = useTranslation();
  if (isLocked) return <span />;
  return (
    <span className={styles.end}>
      <button type="button" className={styles.action} tabIndex={isStop ? 0 : -1} onClick={() => onUndo(row)}>
        {row.batchId !== null && <Undo2 size={14} strokeWidth={1.75} aria-hidden />}
        {t(row.batchId === null ? 'pane.tab.history' : 'action.undo')}
      </button>
    </span>
  );
}
