import { Input } from 'antd';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { useWindowWords } from '../text/use-window-words.ts';
import { DayPicker } from './day-picker.tsx';
import { FormField } from './form-field.tsx';

interface DayFieldProps {
  readonly value: CalendarDate;
  readonly problem: string | null;
  readonly onChange: (day: CalendarDate) => void;
}

/** From which day a change counts. */
export function DayField({ value, problem, onChange }: DayFieldProps) {
  const { t } = useWindowWords();
  return (
    <FormField label={t('money.on')} isRequired problem={problem}>
      <DayPicker
        size="small"
        label={t('money.on')}
        value={value}
        isClearable={false}
        onChange={(day) => day && onChange(day)}
      />
    </FormField>
  );
}

interface ReasonFieldProps {
  readonly value: string;
  readonly problem: string | null;
  readonly isRequired?: boolean;
  readonly hasFocus?: boolean;
  readonly maxLength: number;
  readonly onChange: (reason: string) => void;
}

export function ReasonField({
  value,
  problem,
  isRequired = false,
  hasFocus = false,
  maxLength,
  onChange,
}: ReasonFieldProps) {
  const { t } = useWindowWords();
  return (
    <FormField label={t('money.reason')} isRequired={isRequired} problem={problem}>
      <Input
        size="small"
        autoFocus={hasFocus}
        aria-label={t('money.reason')}
        value={value}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormField>
  );
}
