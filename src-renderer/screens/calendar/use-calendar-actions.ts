import type { EventInput } from '@fullcalendar/react';
import { useMemo, useRef, useState } from 'react';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { moveProposed, toggleProposed } from '../../features/auto-plan/proposal-store.ts';
import { type Chip, chipOf } from '../../features/calendar/calendar-chips.ts';
import type { UnscheduledCustomer } from '../../features/calendar/unscheduled-row.tsx';
import type { CalendarActions } from '../../features/calendar/visit-calendar.tsx';
import { emptyPlan } from '../../features/visits/plan-draft.ts';
import { lengthenPlan, movePlan, planVisit } from '../../features/visits/plan-writes.ts';
import { openCustomer } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import type { Dialog } from './calendar-dialog.tsx';

/** What dragging, clicking and keys in the calendar do. */
export function useCalendarActions(events: readonly EventInput[]) {
  const words = useWindowWords();
  const [dialog, showDialog] = useState<Dialog | null>(null);
  const latest = useRef({ events, words });
  latest.current = { events, words };
  const stable = useMemo(() => {
    const open = (chip: Chip) => {
      if (chip.kind === 'visit') showDialog({ kind: 'plan', planId: chip.entry.plan.id, mode: 'look' });
      else if (chip.kind === 'occasion') showCustomer(chip.item.occasion.customerId);
      else if (chip.kind === 'due') showDialog({ kind: 'due', on: chip.item.on });
      else if (chip.kind === 'proposal') showCustomer(chip.visit.customerId);
    };
    const chipById = (entryId: string): Chip | null => {
      const event = latest.current.events.find((each) => each.id === entryId);
      return event ? chipOf({ extendedProps: event }) : null;
    };
    const move: CalendarActions['onMove'] = async (chip, to) => {
      if (chip.kind === 'visit') return movePlan(latest.current.words, chip.entry.plan, to);
      if (chip.kind !== 'proposal') return false;
      // Nothing is written before it is accepted; a proposal has a day and no hour, so a dropped one leaves the grid.
      moveProposed(chip.visit.customerId, to.on);
      return to.time === null;
    };
    const calendar: CalendarActions = {
      onOpen: open,
      onPlan: ({ on, time }, lengthMinutes) =>
        showDialog({
          kind: 'new',
          start: { ...emptyPlan(on), plannedTime: time, lengthMinutes },
          isCustomerFixed: false,
        }),
      onMove: move,
      onResize: async (chip, minutes) =>
        chip.kind === 'visit' && lengthenPlan(latest.current.words, chip.entry.plan.id, minutes),
      onDrop: async (dropped, to) => {
        if ('customerId' in dropped) {
          const { customerId } = dropped;
          return planVisit(latest.current.words, { customerId, plannedOn: to.on, plannedTime: to.time });
        }
        const chip = chipById(dropped.entryId);
        return chip ? move(chip, to) : false;
      },
      onTick: toggleProposed,
    };
    return {
      calendar,
      openEntry: (entryId: string) => {
        const chip = chipById(entryId);
        if (chip) open(chip);
      },
      toggleEntry: (entryId: string) => {
        const chip = chipById(entryId);
        if (chip?.kind === 'proposal') toggleProposed(chip.visit.customerId);
        else if (chip) open(chip);
      },
      moveEntry: (entryId: string) => {
        const chip = chipById(entryId);
        if (chip?.kind === 'visit') showDialog({ kind: 'plan', planId: chip.entry.plan.id, mode: 'move' });
      },
      planOn: (on: CalendarDate) => showDialog({ kind: 'new', start: emptyPlan(on), isCustomerFixed: false }),
      planFor: ({ customerId: id, name, ownerId }: UnscheduledCustomer, on: CalendarDate) =>
        showDialog({ kind: 'new', start: emptyPlan(on, { id, name, ownerId }), isCustomerFixed: true }),
    };
  }, []);
  return { ...stable, dialog, showDialog };
}

/** The customer with everything known of them. */
export function showCustomer(customerId: string): void {
  goTo('customers');
  openCustomer(customerId);
}
