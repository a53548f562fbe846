import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { TimeField } from '../../components/time-field.tsx';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import styles from './follow-up-box.module.css';
import type { FollowUpDraft } from './follow-up-draft.ts';

const daysOffered = [1, 3, 7, 14, 30] as const;

interface Props {
  readonly nextOn: CalendarDate | null;
  readonly typed: FollowUpDraft;
  readonly today: CalendarDate;
  readonly onChange: (fields: Partial<FollowUpDraft>) => void;
}

/** When next, at what time and what for: that is the plan saving makes. */
export function NextVisitFields({ nextOn, typed, today, onChange }: Props) {
  const { t } = useTranslation();
  const calendar = useWorkCalendar();
  return (
    <div className={styles.next}>
      <span className={styles.label}>{t('followUp.next')}</span>
      <span className={styles.day}>
        <DayPicker
          size="small"
          label={t('followUp.nextDay')}
          value={nextOn}
          from={today}
          placeholder={t('followUp.noNext')}
          today={today}
          presets={daysOffered.map((days) => ({
            label: t('followUp.inDays', { count: days }),
            day: calendar.onOrAfter(addDays(today, days)),
          }))}
          onChange={(on) => onChange({ next: { on } })}
        />
      </span>
      {nextOn !== null && (
        <>
          <span className={styles.time}>
            <TimeField
              label={t('followUp.nextTime')}
              value={typed.nextTime}
              placeholder={t('followUp.time')}
              onChange={(nextTime) => onChange({ nextTime })}
            />
          </span>
          <Input
            size="small"
            className={styles.wide ?? ''}
            aria-label={t('followUp.nextPurpose')}
            placeholder={t('followUp.purposeHint')}
            value={typed.nextPurpose}
            maxLength={500}
            onChange={(event) => onChange({ nextPurpose: event.target.value })}
          />
        </>
      )}
    </div>
  );
}
