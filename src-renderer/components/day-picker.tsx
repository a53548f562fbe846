import { DatePicker } from 'antd';
import { useMemo } from 'react';
import { type CalendarDate, calendarDate, partsOf } from '../../src-shared/core/calendar-date.ts';
import { dateFnsCalendar } from './day-picker-calendar.ts';
import { SettlesOnSave } from './settles-on-save.tsx';

const Picker = DatePicker.generatePicker<Date>(dateFnsCalendar);

function toDate(day: CalendarDate): Date {
  const { year, month, day: ofMonth } = partsOf(day);
  return new Date(year, month - 1, ofMonth);
}

function toDay(date: Date): CalendarDate | null {
  return calendarDate(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

const typedAs = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD'];
const withWeekday = 'MM-DD EEE';

function readTyped(text: string): CalendarDate | null {
  const date = dateFnsCalendar.locale.parse('zh_CN', text, [...typedAs]);
  return date === null ? null : toDay(date);
}

function isOfYear(day: CalendarDate | null, today: CalendarDate | undefined): boolean {
  return day !== null && today !== undefined && partsOf(day).year === partsOf(today).year;
}

interface Props {
  readonly label: string;
  readonly value: CalendarDate | null;
  readonly onChange: (day: CalendarDate | null) => void;
  /** Days before it cannot be chosen. */
  readonly from?: CalendarDate;
  /** Days after it cannot be chosen. */
  readonly upTo?: CalendarDate;
  readonly presets?: readonly { readonly label: string; readonly day: CalendarDate }[];
  readonly placeholder?: string;
  readonly size?: 'small' | 'middle';
  /** Without an edge until the pointer or the focus is there. */
  readonly isQuiet?: boolean;
  readonly isClearable?: boolean;
  readonly isDisabled?: boolean;
  /** The caret is in it as soon as it is shown. */
  readonly hasFocus?: boolean;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** Given: a day of its year is shown as `11-29 周日`. Typed it is as everywhere. */
  readonly today?: CalendarDate;
}

/** A day, typed as `2026-09-24` or picked. */
export function DayPicker(props: Props) {
  const { label, value, onChange, from, upTo, presets, placeholder, today } = props;
  // The same object while it is the same day: with another one the picker drops what is being typed.
  const shown = useMemo(() => (value === null ? null : toDate(value)), [value]);
  const settle = (field: HTMLInputElement) => {
    const typed = readTyped(field.value);
    if (typed !== null && typed !== value && !(from && typed < from) && !(upTo && typed > upTo)) onChange(typed);
  };
  return (
    <SettlesOnSave settle={settle}>
      <Picker
        aria-label={label}
        size={props.size ?? 'middle'}
        variant={props.isQuiet ? 'borderless' : 'outlined'}
        value={shown}
        disabled={props.isDisabled ?? false}
        autoFocus={props.hasFocus ?? false}
        allowClear={props.isClearable ?? true}
        onChange={(date) => onChange(date === null ? null : toDay(date))}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(from ? { minDate: toDate(from) } : {})}
        {...(upTo ? { maxDate: toDate(upTo) } : {})}
        {...(props.isOpen === undefined ? {} : { open: props.isOpen })}
        {...(props.onOpenChange ? { onOpenChange: props.onOpenChange } : {})}
        {...(presets ? { presets: presets.map((preset) => ({ label: preset.label, value: toDate(preset.day) })) } : {})}
        // Patterns only: a function here would make the field one that cannot be typed into.
        format={[...(isOfYear(value, today) ? [withWeekday] : []), ...typedAs]}
      />
    </SettlesOnSave>
  );
}
