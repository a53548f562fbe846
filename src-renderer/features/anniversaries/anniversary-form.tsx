import { Button, Checkbox, Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { type AnniversaryFields, longestMonth } from '../../../src-shared/anniversaries/anniversaries-contract.ts';
import { anniversaryCalendars, anniversaryKinds } from '../../../src-shared/anniversaries/anniversary.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Result } from '../../../src-shared/core/result.ts';
import { lunarDayName, lunarMonthName } from '../../../src-shared/lunar/lunar-names.ts';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { moveOnEnter } from '../../components/move-on-enter.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useDraft } from '../../state/drafts.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { lunarNamingOf } from '../../text/lunar-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './anniversaries.module.css';
import { type AnniversaryDraft, anniversaryDraftSchema, dateOf, fieldsOf } from './anniversary-draft.ts';
import { nextText } from './anniversary-words.ts';

interface Props {
  readonly draftKey: string;
  readonly start: AnniversaryDraft;
  readonly contacts: readonly { readonly id: Id; readonly name: string }[];
  readonly onSave: (fields: AnniversaryFields) => Promise<Result<unknown, AppError>>;
  readonly onClose: () => void;
}

/** A day that comes back: whose, what, by the sun or by the moon; its next coming is said as one types. */
export function AnniversaryForm({ draftKey, start, contacts, onSave, onClose }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const draft = useDraft(draftKey, anniversaryDraftSchema);
  const [error, setError] = useState<AppError | null>(null);
  const [isIncomplete, setIncomplete] = useState(false);
  const typed = draft.value ?? start;
  const set = (change: Partial<AnniversaryDraft>) => {
    setIncomplete(false);
    draft.set({ ...typed, ...change });
  };
  const close = () => {
    draft.clear();
    onClose();
  };
  const save = async () => {
    const fields = fieldsOf(typed);
    if (!fields) return setIncomplete(true);
    const done = await settled(onSave(fields));
    if (done.ok) return close();
    setError(done.error);
    if (done.error.kind !== 'validation') sayError(done.error);
  };
  const date = dateOf(typed);
  const dayProblem = isIncomplete
    ? t('anniversary.dayMissing')
    : (problemOf(t, error, 'day') ?? problemOf(t, error, 'month') ?? problemOf(t, error, 'year'));
  return (
    <form
      className={styles.form}
      aria-label={t('anniversary.form')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const combo = comboOf(event);
        if (combo === 'mod+s' || combo === 'mod+enter') void save();
        else if (combo === 'escape') close();
        else return moveOnEnter(event);
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <FormField label={t('anniversary.whose')} problem={problemOf(t, error, 'contactId')}>
        <Select
          size="small"
          aria-label={t('anniversary.whose')}
          value={typed.contactId ?? ''}
          options={[
            { value: '', label: t('anniversary.customerItself') },
            ...contacts.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={(chosen) => set({ contactId: contacts.find(({ id }) => id === chosen)?.id ?? null })}
        />
      </FormField>
      <FormField label={t('field.kind')}>
        <Segmented
          size="small"
          aria-label={t('field.kind')}
          value={typed.kind}
          options={anniversaryKinds.map((kind) => ({ value: kind, label: t(`anniversary.kind.${kind}`) }))}
          onChange={(kind) => set({ kind })}
        />
      </FormField>
      <FormField
        label={t('anniversary.title')}
        isRequired={typed.kind === 'other'}
        problem={problemOf(t, error, 'title')}
      >
        <Input
          size="small"
          maxLength={50}
          aria-label={t('anniversary.title')}
          placeholder={typed.kind === 'other' ? '' : t('anniversary.titleOptional')}
          value={typed.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </FormField>
      <FormField label={t('field.calendar')}>
        <Segmented
          size="small"
          aria-label={t('field.calendar')}
          value={typed.calendar}
          options={anniversaryCalendars.map((kind) => ({ value: kind, label: t(`anniversary.calendar.${kind}`) }))}
          onChange={(calendar) => set({ calendar })}
        />
      </FormField>
      <FormField label={t('anniversary.day')} isRequired problem={dayProblem}>
        <DayFields typed={typed} onChange={set} />
      </FormField>
      <p className={styles.next} role="status">
        {date ? nextText(words, date, typed.kind) : t('anniversary.nextUnknown')}
      </p>
      <div className={styles.foot}>
        <Button size="small" onClick={close}>
          {t('action.cancel')}
        </Button>
        <Button size="small" type="primary" htmlType="submit">
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}

interface DayProps {
  readonly typed: AnniversaryDraft;
  readonly onChange: (change: Partial<AnniversaryDraft>) => void;
}

/** Year (may be unknown), month and day; lunar ones by their names, with the leap month. */
function DayFields({ typed, onChange }: DayProps) {
  const { t } = useWindowWords();
  const { calendar, year, month, day, isLeapMonth } = typed;
  const naming = lunarNamingOf(t);
  const isLunar = calendar === 'lunar';
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const days = upTo(longestMonth(calendar, year, month ?? 1));
  return (
    <span className={styles.dayFields}>
      <InputNumber
        size="small"
        className={styles.year ?? ''}
        aria-label={t('field.year')}
        placeholder={t('anniversary.yearOptional')}
        min={1850}
        max={2150}
        precision={0}
        controls={false}
        value={year}
        onChange={(typedYear) => onChange({ year: typedYear })}
      />
      <Select
        size="small"
        className={styles.part ?? ''}
        showSearch
        optionFilterProp="label"
        aria-label={t('field.month')}
        placeholder={t('field.month')}
        value={month}
        options={upTo(12).map((each) => ({
          value: each,
          label: isLunar ? lunarMonthName(each, isLeapMonth, naming) : t('anniversary.month', { month: each }),
        }))}
        onChange={(chosen) => onChange({ month: chosen })}
      />
      <Select
        size="small"
        className={styles.part ?? ''}
        showSearch
        optionFilterProp="label"
        aria-label={t('field.day')}
        placeholder={t('field.day')}
        value={day}
        options={days.map((each) => ({
          value: each,
          label: isLunar ? lunarDayName(each, naming) : t('anniversary.dayOfMonth', { day: each }),
        }))}
        onChange={(chosen) => onChange({ day: chosen })}
      />
      {isLunar && (
        <Checkbox checked={isLeapMonth} onChange={(event) => onChange({ isLeapMonth: event.target.checked })}>
          {t('field.isLeapMonth')}
        </Checkbox>
      )}
    </span>
  );
}
