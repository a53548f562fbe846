import { Button, Input, InputNumber, Segmented } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstHolidayYear, lastHolidayYear } from '../../../src-shared/workdays/holiday-year.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { moveOnEnter } from '../../components/move-on-enter.ts';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { blankRow, type HolidayDraft, type HolidayRow, problemsOf, type RowProblem, yearOf } from './holiday-draft.ts';
import styles from './workdays-section.module.css';
import { yearCountsText } from './year-text.ts';

interface Props {
  readonly draft: HolidayDraft;
  /** That year was given before. */
  readonly isReplacing: boolean;
  readonly onChange: (draft: HolidayDraft) => void;
  readonly onClose: () => void;
}

/** A year as the notice says it, a line for each run of days. Nothing is in force before it is saved. */
export function HolidayYearForm({ draft, isReplacing, onChange, onClose }: Props) {
  const { t } = useTranslation();
  const [isTried, setTried] = useState(false);
  const { rows, year } = draft;
  const problems = problemsOf(draft);
  const made = yearOf(draft);
  const setRow = (key: string, change: Partial<HolidayRow>) =>
    onChange({ ...draft, rows: rows.map((row) => (row.key === key ? { ...row, ...change } : row)) });
  const save = async () => {
    setTried(true);
    if (problems.size > 0 || made.days.length === 0) return;
    const done = await reported(client.workdays.saveYear(made), t('workdays.saved', { year }));
    if (done) onClose();
  };
  return (
    <form
      className={styles.form}
      aria-label={t('workdays.form', { year })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      // A year is a score of days: Enter must not save one that has just begun.
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (comboOf(event) !== 'mod+s') return moveOnEnter(event);
        event.preventDefault();
        event.stopPropagation();
        void save();
      }}
    >
      <div className={styles.formHead}>
        <InputNumber
          className={styles.yearField ?? ''}
          aria-label={t('workdays.yearLabel')}
          min={firstHolidayYear}
          max={lastHolidayYear}
          precision={0}
          value={year}
          onChange={(typed) => typed !== null && onChange({ ...draft, year: typed })}
        />
        <span className={styles.side}>
          {[
            draft.fileName === null ? t('workdays.byHand') : t('workdays.preview', { file: draft.fileName }),
            isReplacing ? t('workdays.replaces', { year }) : null,
            yearCountsText(t, made),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </div>
      {rows.map((row) => (
        <Row
          key={row.key}
          row={row}
          problem={isTried || row.from !== null ? (problems.get(row.key) ?? null) : null}
          onChange={(change) => setRow(row.key, change)}
          onRemove={() => onChange({ ...draft, rows: rows.filter(({ key }) => key !== row.key) })}
        />
      ))}
      <div className={styles.formFoot}>
        <Button
          icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => onChange({ ...draft, rows: [...rows, blankRow('')] })}
        >
          {t('workdays.addRow')}
        </Button>
        <span className={styles.gap} />
        {isTried && made.days.length === 0 && (
          <span className={styles.rowProblem} role="alert">
            {t('workdays.noDays')}
          </span>
        )}
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit">
          {t('workdays.save', { year })}
        </Button>
      </div>
    </form>
  );
}

interface RowProps {
  readonly row: HolidayRow;
  readonly problem: RowProblem | null;
  readonly onChange: (change: Partial<HolidayRow>) => void;
  readonly onRemove: () => void;
}

function Row({ row, problem, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.row}>
      <Input
        className={styles.nameField ?? ''}
        aria-label={t('workdays.name')}
        placeholder={t('workdays.name')}
        maxLength={50}
        value={row.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Segmented<boolean>
        aria-label={t('workdays.kind')}
        value={row.isOffDay}
        options={[
          { value: true, label: t('workdays.off') },
          { value: false, label: t('workdays.worked') },
        ]}
        onChange={(isOffDay) => onChange({ isOffDay })}
      />
      <DayPicker
        label={t('workdays.from')}
        placeholder={t('workdays.from')}
        value={row.from}
        onChange={(from) => onChange({ from })}
      />
      <span aria-hidden>–</span>
      <DayPicker
        label={t('workdays.to')}
        placeholder={t('workdays.to')}
        value={row.to}
        {...(row.from ? { from: row.from } : {})}
        onChange={(to) => onChange({ to })}
      />
      <button type="button" className={styles.icon} aria-label={t('workdays.removeRow')} onClick={onRemove}>
        <X size={14} strokeWidth={1.75} aria-hidden />
      </button>
      {problem && (
        <span className={styles.rowProblem} role="alert">
          {t(`workdays.problem.${problem}`)}
        </span>
      )}
    </div>
  );
}
