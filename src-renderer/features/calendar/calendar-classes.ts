import type { CalendarOptions } from '@fullcalendar/react';
import type { DayMarks } from './day-marks.ts';
import { dayOfWidget } from './shown-days.ts';
import styles from './visit-calendar.module.css';

/** The widget's look, fed from our tokens: it brings the layout, every colour and line is ours. */
export function calendarClasses(marks: DayMarks): CalendarOptions {
  const cell = (date: Date) => (marks.of(dayOfWidget(date)).isOff ? `${styles.cell} ${styles.cellOff}` : styles.cell);
  return {
    className: styles.calendar,
    tableHeaderClass: styles.header,
    dayHeaderRowClass: styles.headRow ?? '',
    dayHeaderClass: styles.headCell,
    dayHeaderInnerClass: styles.headInner,
    dayHeaderDividerClass: styles.headDivider,
    dayHeaderAlign: 'start',
    dayRowClass: styles.bodyRow ?? '',
    dayCellClass: (info) => cell(info.date),
    dayCellTopClass: styles.cellTop,
    dayCellTopInnerClass: styles.cellTopInner,
    dayCellInnerClass: styles.cellInner,
    dayLaneClass: (info) => (marks.of(dayOfWidget(info.date)).isOff ? `${styles.cell} ${styles.laneOff}` : styles.cell),
    eventClass: (info) => (info.isDragging ? `${styles.event} ${styles.dragging}` : styles.event),
    rowEventClass: styles.rowEvent,
    columnEventClass: styles.columnEvent,
    columnEventInnerClass: styles.columnInner,
    columnEventAfterClass: (info) => (info.isEndResizable ? styles.resizer : ''),
    moreLinkClass: styles.more,
    highlightClass: styles.highlight ?? '',
    popoverClass: styles.popover ?? '',
    popoverCloseClass: styles.popoverClose ?? '',
    slotHeaderClass: styles.slotHeader,
    slotHeaderInnerClass: styles.slotHeaderInner,
    slotHeaderRowClass: styles.slotRow ?? '',
    slotLaneClass: (info) => (info.isMinor ? `${styles.slotLane} ${styles.slotMinor}` : styles.slotLane),
    allDayDividerClass: styles.allDayDivider ?? '',
    allDayHeaderInnerClass: styles.allDayHeader,
    nowIndicatorLineClass: styles.now,
    listDayClass: styles.listDay,
    listDayHeaderClass: (info) =>
      marks.of(dayOfWidget(info.date)).isOff ? `${styles.listHead} ${styles.cellOff}` : styles.listHead,
    listDayHeaderInnerClass: styles.listHeadInner,
    listItemEventClass: styles.listEvent,
    noEventsClass: styles.empty,
  };
}
