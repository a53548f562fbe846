import { Button, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UndoConflict } from '../../../src-shared/history/history.ts';
import { takeBackAsDecided } from '../../ipc/take-back.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { askAboutUndo, type UndoQuestion } from '../../state/undo-requests.ts';
import { momentText } from '../../text/day-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { fieldLabel } from './history-fields.ts';
import { type HistoryPlace, historyValueText } from './history-values.ts';
import styles from './undo-conflicts.module.css';

type Choice = 'keep' | 'undo_anyway';

function rowKey(conflict: Pick<UndoConflict, 'entity' | 'entityId'>): string {
  return `${conflict.entity}:${conflict.entityId}`;
}

/** What came after the batch that is to be undone, row by row: keep what is there now, or take it back all the same. */
export function UndoConflicts({ question }: { readonly question: UndoQuestion }) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const { conflicts, conflictCount, rowsUndone } = question.report;
  const rows = [...new Map(conflicts.map((conflict) => [rowKey(conflict), conflict])).values()];
  const chooseAll = (choice: Choice) => setChoices(Object.fromEntries(rows.map((row) => [rowKey(row), choice])));
  const undo = () => {
    askAboutUndo(null);
    void takeBackAsDecided(
      question.batchId,
      rows.map((row) => ({ entity: row.entity, entityId: row.entityId, choice: choices[rowKey(row)] ?? 'keep' })),
    );
  };
  return (
    <Modal
      open
      width={rows.length > 0 ? 680 : 420}
      title={t(rows.length > 0 ? 'undoConflict.title' : 'undoConflict.titleWide')}
      okText={t('undoConflict.undo')}
      cancelText={t('action.cancel')}
      onOk={undo}
      onCancel={() => askAboutUndo(null)}
    >
      {rows.length === 0 ? (
        <p className={styles.words}>
          {t('undoConflict.wordsWide', { count: rowsUndone, shown: countText(rowsUndone) })}
        </p>
      ) : (
        <>
          <p className={styles.words}>
            {t('undoConflict.words', { rows: countText(rowsUndone), left: countText(conflictCount) })}
            {conflictCount > conflicts.length && ` ${t('undoConflict.onlyFirst', { shown: conflicts.length })}`}
          </p>
          {rows.length > 1 && (
            <p className={styles.all}>
              <Button size="small" onClick={() => chooseAll('keep')}>
                {t('undoConflict.keepAll')}
              </Button>
              <Button size="small" onClick={() => chooseAll('undo_anyway')}>
                {t('undoConflict.undoAll')}
              </Button>
            </p>
          )}
          <ul className={styles.list}>
            {rows.map((row) => (
              <ConflictRow
                key={rowKey(row)}
                conflicts={conflicts.filter((conflict) => rowKey(conflict) === rowKey(row))}
                choice={choices[rowKey(row)] ?? 'keep'}
                onChoose={(choice) => setChoices((before) => ({ ...before, [rowKey(row)]: choice }))}
              />
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}

interface ConflictRowProps {
  readonly conflicts: readonly UndoConflict[];
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

function ConflictRow({ conflicts, choice, onChoose }: ConflictRowProps) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const [first] = conflicts;
  if (!first) return null;
  const isFixed = conflicts.some((conflict) => conflict.reason === 'breaks_rule' || conflict.reason === 'row_gone');
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <strong>{first.title ?? t(`entity.${first.entity}`)}</strong>
        {conflicts.map((conflict) => (
          <span key={conflict.field ?? ''} className={styles.small}>
            {t(`undoConflict.reason.${conflict.reason}`, {
              field: conflict.field === null ? '' : fieldLabel(t, conflict.entity, conflict.field),
              now: conflict.now ? historyValueText(words, conflict.now, placeOf(conflict)) : '',
              wouldBe: conflict.wouldBe ? historyValueText(words, conflict.wouldBe, placeOf(conflict)) : '',
              who: users.find((user) => user.id === conflict.changedBy)?.name ?? t('history.someone'),
              when: conflict.changedAt ? momentText(words, conflict.changedAt) : '',
            })}
          </span>
        ))}
      </div>
      {!isFixed && (
        <Segmented<Choice>
          size="small"
          aria-label={t('undoConflict.choice')}
          value={choice}
          onChange={onChoose}
          options={[
            { value: 'keep', label: t('undoConflict.keep') },
            { value: 'undo_anyway', label: t('undoConflict.undoAnyway') },
          ]}
        />
      )}
    </li>
  );
}

function placeOf({ entity, field }: UndoConflict): HistoryPlace | null {
  return field === null ? null : { entity, field };
}
