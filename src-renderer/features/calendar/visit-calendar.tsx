import FullCalendar, {
  type CalendarOptions,
  type CalendarRef,
  type DateSelectInfo,
  type EventApi,
  type EventInput,
} from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import listPlugin from '@fullcalendar/react/list';
import enGb from '@fullcalendar/react/locales/en-gb';
import zhCn from '@fullcalendar/react/locales/zh-cn';
import '@fullcalendar/react/skeleton.css';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { X } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { instantFromMs, localParts } from '../../../src-shared/core/instant.ts';
import { useTimeZone } from '../../ipc/use-book.ts';
import { usePreferences } from '../../ipc/use-preferences.ts';
import { type Chip, chipOf, type Dropped, lengthOf } from './calendar-chips.ts';
import { calendarClasses } from './calendar-classes.ts';
import { type CalendarPlace, placeOf } from './calendar-place.ts';
import { showDay } from './calendar-store.ts';
import type { DayMarks } from './day-marks.ts';
import { DayTop } from './day-top.tsx';
import { entriesByDay, fitted, linesFor } from './fitted-days.ts';
import { OpenDay } from './open-day.tsx';
import { type CalendarView, dayOfWidget } from './shown-days.ts';
import { useHeldWhileDragging } from './use-held-while-dragging.ts';
import { useReceived } from './use-received.ts';
import { useRoom } from './use-room.ts';
import { useScrolledTo } from './use-scrolled-to.ts';
import styles from './visit-calendar.module.css';
import { VisitChip } from './visit-chip.tsx';

export interface CalendarActions {
  readonly onOpen: (chip: Chip) => void;
  readonly onPlan: (place: CalendarPlace, lengthMinutes: number | null) => void;
  /** False: it could not be moved, which has been said; it goes back to where it was. The same below. */
  readonly onMove: (chip: Chip, to: CalendarPlace) => Promise<boolean>;
  readonly onResize: (chip: Chip, lengthMinutes: number) => Promise<boolean>;
  readonly onDrop: (dropped: Dropped, to: CalendarPlace) => Promise<boolean>;
  readonly onTick: (customerId: Id, isTicked: boolean) => void;
}

interface Props extends CalendarActions {
  readonly view: CalendarView;
  readonly day: CalendarDate;
  readonly events: readonly EventInput[];
  readonly marks: DayMarks;
}

const widgetViews: Readonly<Record<CalendarView, string>> = {
  month: 'dayGridMonth',
  week: 'timeGridWeek',
  day: 'timeGridDay',
  agenda: 'listMonth',
};

const plugins = [dayGridPlugin, timeGridPlugin, listPlugin, interactionPlugin];
const slotMinutes = 30;
const clockFormat = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** The calendar itself. Its zone is UTC throughout: what it calls 09:00 UTC is 09:00 on the book's wall clock. */
export function VisitCalendar({ view, day, events, marks, ...actions }: Props) {
  const { i18n } = useTranslation();
  const widget = useRef<CalendarRef>(null);
  const [firstView, firstDay] = useRef([view, day] as const).current;
  useLayoutEffect(() => {
    widget.current?.getApi().changeView(widgetViews[view], day);
  }, [view, day]);
  const options = useOptions(marks, actions);
  const frame = useRef<HTMLDivElement>(null);
  const { density } = usePreferences();
  const lines = linesFor(view, day, useRoom(frame), density);
  const byDay = useMemo(() => entriesByDay(events, view === 'month'), [events, view]);
  const fitting = useMemo(() => fitted(events, byDay, lines), [events, byDay, lines]);
  const [shown, dragNews] = useHeldWhileDragging(fitting);
  useScrolledTo(frame, view, day, events.length > 0);
  return (
    <div className={styles.frame} ref={frame}>
      <FullCalendar
        ref={widget}
        plugins={plugins}
        timeZone="UTC"
        locale={i18n.language === 'zh-CN' ? zhCn : enGb}
        initialView={widgetViews[firstView]}
        initialDate={firstDay}
        events={shown}
        dayMaxEventRows={lines ?? false}
        {...useReceived(events, actions)}
        {...dragNews}
        {...options}
      />
      <OpenDay byDay={byDay} marks={marks} frame={frame} onOpen={actions.onOpen} onTick={actions.onTick} />
    </div>
  );
}

function useOptions(marks: DayMarks, actions: CalendarActions): CalendarOptions {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const latest = useRef(actions);
  latest.current = actions;
  return useMemo((): CalendarOptions => {
    const run = () => latest.current;
    return {
      ...calendarClasses(marks),
      headerToolbar: false,
      height: '100%',
      expandRows: true,
      borderless: true,
      firstDay: 1,
      fixedWeekCount: false,
      now: () => wallClockNow(timeZone),
      nowIndicator: true,
      eventDisplay: 'block',
      eventInteractive: false,
      eventOrder: 'rank',
      eventOrderStrict: true,
      moreLinkContent: (info) => t('calendar.more', { count: info.num }),
      moreLinkHint: (count) => t('calendar.more', { count }),
      editable: true,
      eventResizableFromStart: false,
      droppable: true,
      selectable: true,
      selectMirror: true,
      unselectAuto: true,
      dragRevertDuration: 0,
      slotDuration: { minutes: slotMinutes },
      snapDuration: { minutes: 15 },
      scrollTime: { hours: 8 },
      scrollTimeReset: false,
      slotMinHeight: 24,
      slotEventOverlap: false,
      listDayAltFormat: false,
      slotHeaderFormat: clockFormat,
      allDayText: t('calendar.anyTime'),
      eventMinHeight: 20,
      popoverCloseContent: <X size={14} strokeWidth={1.75} aria-hidden />,
      views: { dayGridMonth: { eventDurationEditable: false } },
      dayCellTopContent: (info) => {
        const on = dayOfWidget(info.date);
        return <DayTop day={on} mark={marks.of(on)} isToday={info.isToday} isOther={info.isOther} />;
      },
      dayHeaderContent: (info) => {
        const weekday = t(`weekday.${weekdayKeys[info.dow] ?? 7}`);
        if (info.view.type === 'dayGridMonth' && !info.inPopover) return weekday;
        const on = dayOfWidget(info.date);
        return <DayHead day={on} weekday={weekday} marks={marks} isToday={info.isToday} />;
      },
      listDayHeaderContent: (info) => {
        if (info.level > 0) return null;
        const on = dayOfWidget(info.date);
        const weekday = t(`weekday.${weekdayKeys[info.dow] ?? 7}`);
        return <DayHead day={on} weekday={weekday} marks={marks} isToday={info.isToday} />;
      },
      noEventsContent: t('calendar.nothing'),
      eventContent: (info) => {
        const chip = chipOf(info.event);
        if (!chip) return info.timeText;
        const place = info.view.type === 'listMonth' ? 'agenda' : isInTimeGrid(info.event, info.view.type);
        return <VisitChip chip={chip} place={place} onTick={(id, isTicked) => run().onTick(id, isTicked)} />;
      },
      eventDidMount: ({ el, event }) => {
        // One stop of the Tab key for the whole calendar; arrows and Enter go on from there (use-calendar-keys.ts).
        el.tabIndex = -1;
        el.setAttribute('role', 'button');
        el.dataset.chip = event.id;
        el.dataset.on = event.startStr.slice(0, 10);
        const chip = chipOf(event);
        if (chip?.kind === 'more') el.dataset.more = chip.on;
      },
      eventClick: ({ event }) => {
        const chip = chipOf(event);
        if (chip?.kind === 'more') showDay(chip.on);
        else if (chip) run().onOpen(chip);
      },
      select: (info) => run().onPlan(...plannedSpan(info)),
      eventDrop: ({ event, revert }) => {
        const chip = chipOf(event);
        if (!chip || !event.start) return revert();
        void run()
          .onMove(chip, placeOf(event.start, event.allDay))
          .then((isDone) => isDone || revert());
      },
      eventResize: ({ event, revert }) => {
        const chip = chipOf(event);
        if (!chip || !event.start) return revert();
        void run()
          .onResize(chip, lengthOf(event.start, event.end))
          .then((isDone) => isDone || revert());
      },
    };
  }, [marks, t, timeZone]);
}

const weekdayKeys = [7, 1, 2, 3, 4, 5, 6] as const;

function isInTimeGrid(event: EventApi, viewType: string): 'grid' | 'month' {
  return viewType.startsWith('timeGrid') && !event.allDay ? 'grid' : 'month';
}

/** A click chooses one slot: when it begins is meant, not that it lasts half an hour. */
function plannedSpan({ start, end, allDay }: DateSelectInfo): [CalendarPlace, number | null] {
  const minutes = allDay ? 0 : lengthOf(start, end);
  return [placeOf(start, allDay), minutes > slotMinutes ? minutes : null];
}

function wallClockNow(timeZone: string): string {
  const { day, time } = localParts(instantFromMs(Date.now()), timeZone);
  return `${day}T${time}:00Z`;
}

interface DayHeadProps {
  readonly day: CalendarDate;
  readonly weekday: string;
  readonly marks: DayMarks;
  readonly isToday: boolean;
}

function DayHead({ day, weekday, marks, isToday }: DayHeadProps) {
  return <DayTop day={day} weekday={weekday} mark={marks.of(day)} isToday={isToday} isOther={false} />;
}
