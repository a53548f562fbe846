import { AutoComplete, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContactDetail } from '../../src-shared/contacts/contact.ts';
import { addDays, type CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { DayPicker } from './day-picker.tsx';
import { IntentScale } from './intent-scale.tsx';
import styles from './talk-details.module.css';
import { TimeField } from './time-field.tsx';

/** What may be said of a talk beside its text. */
export interface TalkDetailsValue {
  /** Null: now. */
  readonly happened: { readonly on: CalendarDate; readonly time: string } | null;
  readonly contactId: string | null;
  readonly intentLevel: number | null;
  readonly outcome: string;
}

export type TalkContact = Pick<ContactDetail, 'id' | 'name' | 'title'>;

interface Props {
  readonly value: TalkDetailsValue;
  readonly onChange: (changed: Partial<TalkDetailsValue>) => void;
  /** The primary one first. */
  readonly contacts: readonly TalkContact[];
  readonly outcomes: readonly string[];
  readonly today: CalendarDate;
  /** The wall clock of the book, `HH:MM`. */
  readonly now: () => string;
}

/** Who, how keen, with what outcome, and when it happened; all of it optional. */
export function TalkDetails({ value, onChange, contacts, outcomes, today, now }: Props) {
  const { t } = useTranslation();
  const { happened, contactId, intentLevel, outcome } = value;
  const happenedOn = (on: CalendarDate | null) =>
    onChange({ happened: on === null ? null : { on, time: happened?.time ?? now() } });
  return (
    <div className={styles.grid}>
      <span className={styles.field}>
        <span className={styles.label}>{t('field.contactId')}</span>
        <Select
          size="small"
          className={styles.wide ?? ''}
          aria-label={t('field.contactId')}
          showSearch={{ optionFilterProp: 'label' }}
          value={contactId}
          placeholder={t('followUp.noContact')}
          notFoundContent={t('contact.none')}
          options={[
            ...(contactId === null ? [] : [{ value: '', label: t('followUp.withoutContact') }]),
            ...contacts.map(({ id, name, title }) => ({ value: id, label: title ? `${name} · ${title}` : name })),
          ]}
          onChange={(id: string) => onChange({ contactId: id === '' ? null : id })}
        />
      </span>
      <span className={styles.field}>
        <span className={styles.label}>{t('field.intentLevel')}</span>
        <IntentScale value={intentLevel} onChange={(level) => onChange({ intentLevel: level })} />
      </span>
      <span className={styles.field}>
        <span className={styles.label}>{t('field.outcome')}</span>
        <AutoComplete
          size="small"
          className={styles.wide ?? ''}
          aria-label={t('field.outcome')}
          value={outcome}
          maxLength={500}
          placeholder={t('followUp.outcomeHint')}
          defaultActiveFirstOption={false}
          options={outcomes.filter((known) => known.includes(outcome)).map((known) => ({ value: known }))}
          onChange={(text: string | undefined) => onChange({ outcome: text ?? '' })}
        />
      </span>
      <span className={styles.field}>
        <span className={styles.label}>{t('followUp.happened')}</span>
        <span className={styles.day}>
          <DayPicker
            size="small"
            label={t('followUp.happenedDay')}
            value={happened?.on ?? null}
            upTo={today}
            today={today}
            placeholder={t('followUp.now')}
            presets={[
              { label: t('followUp.today'), day: today },
              { label: t('followUp.yesterday'), day: addDays(today, -1) },
            ]}
            onChange={happenedOn}
          />
        </span>
        <span className={styles.time}>
          <TimeField
            label={t('followUp.happenedTime')}
            value={happened?.time ?? null}
            placeholder={t('followUp.time')}
            onChange={(time) => onChange({ happened: time === null ? null : { on: happened?.on ?? today, time } })}
          />
        </span>
      </span>
    </div>
  );
}
