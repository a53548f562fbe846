import { DatePicker, Tooltip } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalendarDate, calendarDate, partsOf } from '../../src-shared/core/calendar-date.ts';
import { readTypedDay } from '../../src-shared/core/typed-day.ts';
import { useToday } from '../ipc/use-book.ts';
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

/** The picker writes its own text over what it understands, so it may understand only what cannot be typed on. */
const typedAs = 'YYYY-MM-DD';
const withWeekday = 'MM-DD EEE';
/** What the picker itself has understood while it was typed, and hands over on Enter and on leaving. */
const readAlready = /^(?:\d{4}-\d\d-\d\d|\d\d-\d\d \S+)$/;
/** How the picker writes what it understood over what was typed, where the field holds a day of this year. */
const rewritten = /^(\d\d-\d\d) \S+$/;

/** What the field says of a day by itself. */
function shownAs(day: CalendarDate, today: CalendarDate | undefined): string {
  return isOfYear(day, today) ? day.slice(5) : day;
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

/** A day, picked or typed as people do (readTypedDay). Enter says of what is no day that it is none and leaves it there. */
export function DayPicker(props: Props) {
  const { label, value, onChange, from, upTo, presets, placeholder, today } = props;
  const { t } = useTranslation();
  const isClearable = props.isClearable ?? true;
  const bookToday = useToday();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPanelOpen, setPanelOpen] = useState(false);
  const isOpen = props.isOpen ?? isPanelOpen;
  const openOrClose = (wish: boolean) => {
    setPanelOpen(wish);
    props.onOpenChange?.(wish);
  };
  // The same object while it is the same day: by another one the picker forgets what is being typed.
  const shown = useMemo(() => (value === null ? null : toDate(value)), [value]);
  // Closing, the picker hands over once more what it held before the day was typed.
  const justTyped = useRef(false);
  useEffect(() => {
    justTyped.current = false;
  });
  const understood = useRef<CalendarDate | null>(null);
  const read = (text: string): CalendarDate | null => {
    const limits = { today: bookToday, from, upTo };
    const monthAndDay = rewritten.exec(text)?.[1];
    if (monthAndDay === undefined) return readTypedDay(text, limits);
    return understood.current?.endsWith(monthAndDay) ? readTypedDay(understood.current, limits) : null;
  };
  /** Why what is typed was not taken. */
  const reason = (text: string): string => {
    const day = readTypedDay(text, { today: bookToday });
    if (day !== null && upTo !== undefined && day > upTo) return t('day.notAfter', { day: upTo });
    if (day !== null && from !== undefined && day < from) return t('day.notBefore', { day: from });
    return t('error.field.invalid_date');
  };
  /**
   * Takes what is typed, nothing included; false when it is no day, or none that may be chosen. `isHandedOver`: the picker
   * tells by itself what it has read.
   */
  const take = (text: string, isHandedOver: boolean): boolean => {
    // In the year of today it begins with the day and a weekday stands behind it.
    if (value === null ? text === '' : text.startsWith(shownAs(value, today))) return true;
    const isEmptied = text.trim() === '';
    const day = isEmptied ? null : read(text);
    if (day === null && !(isEmptied && isClearable)) return isEmptied;
    if (isHandedOver && readAlready.test(text)) return true;
    if (day !== value) {
      justTyped.current = true;
      onChange(day);
    }
    openOrClose(false);
    return true;
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    setProblem(null);
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
    if (take(event.target.value, true)) return;
    // Nor does the form go on: what was meant here is not known.
    event.preventDefault();
    event.stopPropagation();
    setProblem(reason(event.target.value));
  };
  const settle = (field: HTMLInputElement): boolean => {
    const isTaken = take(field.value, false);
    setProblem(isTaken ? null : reason(field.value));
    return isTaken;
  };
  const picker = (
    <Picker
      aria-label={label}
      size={props.size ?? 'middle'}
      variant={props.isQuiet ? 'borderless' : 'outlined'}
      value={shown}
      disabled={props.isDisabled ?? false}
      autoFocus={props.hasFocus ?? false}
      allowClear={isClearable}
      onChange={(date) => {
        if (!justTyped.current) onChange(date === null ? null : toDay(date));
      }}
      onCalendarChange={(date) => {
        understood.current = date instanceof Date ? toDay(date) : null;
      }}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(from ? { minDate: toDate(from) } : {})}
      {...(upTo ? { maxDate: toDate(upTo) } : {})}
      open={isOpen}
      onOpenChange={openOrClose}
      {...(problem === null ? {} : { status: 'error' })}
      onKeyDown={onKey}
      onBlur={({ target }) => {
        setProblem(null);
        if (target instanceof HTMLInputElement) take(target.value, true);
      }}
      {...(presets ? { presets: presets.map((preset) => ({ label: preset.label, value: toDate(preset.day) })) } : {})}
      // Patterns only: a function here would make the field one that cannot be typed into.
      format={isOfYear(value, today) ? [withWeekday, typedAs] : [typedAs]}
    />
  );
  return (
    <SettlesOnSave settle={settle}>
      <Tooltip open={problem !== null} title={problem}>
        {picker}
      </Tooltip>
    </SettlesOnSave>
  );
}
