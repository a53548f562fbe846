import { Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { occurrencesOf } from '../../../src-shared/visits/occurrences.ts';
import { repeatUnits } from '../../../src-shared/visits/visit-series.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { dayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { firstRepeat, type RepeatDraft } from './plan-draft.ts';
import styles from './plan-form.module.css';

interface Props {
  readonly startsOn: CalendarDate;
  readonly value: RepeatDraft | null;
  readonly onChange: (repeat: RepeatDraft | null) => void;
}

/** 重复: every n days, weeks or months until a day, and below it how many visits that makes. */
export function RepeatFields({ startsOn, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.repeat}>
      <Checkbox
        checked={value !== null}
        onChange={(event) => onChange(event.target.checked ? firstRepeat(startsOn) : null)}
      >
        {t('visit.repeat.label')}
      </Checkbox>
      {value && <Fields startsOn={startsOn} value={value} onChange={onChange} />}
    </div>
  );
}

function Fields({ startsOn, value, onChange }: Props & { readonly value: RepeatDraft }) {
  const { t } = useTranslation();
  const change = (fields: Partial<RepeatDraft>) => onChange({ ...value, ...fields });
  return (
    <>
      <div className={styles.repeatLine}>
        <span>{t('visit.repeat.every')}</span>
        <InputNumber
          size="small"
          className={styles.number ?? ''}
          min={1}
          max={365}
          precision={0}
          value={value.every}
          aria-label={t('visit.repeat.every')}
          onChange={(every) => every !== null && change({ every })}
        />
        <Select
          size="small"
          className={styles.unit ?? ''}
          aria-label={t('visit.repeat.unit')}
          value={value.unit}
          options={repeatUnits.map((unit) => ({ value: unit, label: t(`visit.repeat.units.${unit}`) }))}
          onChange={(unit) => change({ unit })}
        />
        <span>{t('visit.repeat.until')}</span>
        <span className={styles.day}>
          <DayPicker
            size="small"
            label={t('visit.repeat.until')}
            value={value.untilOn}
            from={startsOn}
            isClearable={false}
            onChange={(untilOn) => untilOn && change({ untilOn })}
          />
        </span>
      </div>
      <Checkbox
        checked={value.onDayOff === 'next_workday'}
        onChange={(event) => change({ onDayOff: event.target.checked ? 'next_workday' : 'keep' })}
      >
        {t('visit.repeat.skipDaysOff')}
      </Checkbox>
      <Preview startsOn={startsOn} repeat={value} />
    </>
  );
}

function Preview({ startsOn, repeat }: { readonly startsOn: CalendarDate; readonly repeat: RepeatDraft }) {
  const words = useWindowWords();
  const { t } = words;
  const workCalendar = useWorkCalendar();
  const days = occurrencesOf(startsOn, repeat, workCalendar);
  const last = days?.at(-1);
  if (!days || !last) {
    return (
      <p className={styles.wrong} role="alert">
        {t('visit.repeat.impossible')}
      </p>
    );
  }
  return (
    <p className={styles.preview} role="status">
      {t('visit.repeat.preview', { count: days.length, last: dayText(words, last) })}
      {!workCalendar.isKnown(last) && ` ${t('visit.repeat.beyondKnown', { year: workCalendar.knownUntilYear })}`}
    </p>
  );
}
