import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PaneDock } from '../../components/pane-dock.tsx';
import { ProposalBanner } from '../../features/auto-plan/proposal-banner.tsx';
import { ProposalList } from '../../features/auto-plan/proposal-list.tsx';
import { StartProposalButton } from '../../features/auto-plan/start-proposal-button.tsx';
import { useProposal } from '../../features/auto-plan/use-proposal.ts';
import { chipsOf, droppableEntry, type Proposed, proposalEntryId } from '../../features/calendar/calendar-chips.ts';
import { CalendarLegend } from '../../features/calendar/calendar-legend.tsx';
import { personsOf } from '../../features/calendar/calendar-look.ts';
import { showDay, standOn, useCalendarStore } from '../../features/calendar/calendar-store.ts';
import { CalendarToolbar } from '../../features/calendar/calendar-toolbar.tsx';
import { useDayMarks } from '../../features/calendar/day-marks.ts';
import { DraggableEntries } from '../../features/calendar/draggable-entries.tsx';
import { shownDays } from '../../features/calendar/shown-days.ts';
import { UnscheduledList } from '../../features/calendar/unscheduled-list.tsx';
import { useCalendarItems } from '../../features/calendar/use-calendar-items.ts';
import { useCalendarKeys } from '../../features/calendar/use-calendar-keys.ts';
import { VisitCalendar } from '../../features/calendar/visit-calendar.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { CalendarDialog } from './calendar-dialog.tsx';
import styles from './calendar-screen.module.css';
import { showDueCustomers } from './show-due-customers.ts';
import { showCustomer, useCalendarActions } from './use-calendar-actions.ts';
import { useCalendarCommands } from './use-calendar-commands.ts';

const noProposal: readonly Proposed[] = [];

/** 拜访日历: what is planned, who is due, and dragging one onto the other. */
export function CalendarScreen() {
  const { t } = useTranslation();
  const today = useToday();
  const { view, day: chosenDay, look, persons: chosenPersons } = useCalendarStore();
  const day = chosenDay ?? today;
  const { users, current } = useUsers();
  const persons = chosenPersons ?? (current?.role === 'salesperson' ? 'mine' : 'all');
  const { items, error } = useCalendarItems(view, day, personsOf(persons, current?.id ?? null));
  const tiers = useRead('tiers', 'list', {}).data?.tiers;
  const marks = useDayMarks(look);
  const mayEdit = useMayEditPlans();
  const proposal = useProposal();
  const proposed = proposal?.entries ?? noProposal;
  const events = useMemo(
    () => chipsOf(items, proposed, { today, look, tiers: tiers ?? [], users, mayEdit }),
    [items, proposed, today, look, tiers, users, mayEdit],
  );
  const actions = useCalendarActions(events);
  const pickDay = day < today ? today : day;
  const shown = shownDays(view, day);
  const { print, exportIcs } = useCalendarCommands({
    shown,
    persons: personsOf(persons, current?.id ?? null),
    onPlan: () => actions.planOn(day),
  });
  const keys = useCalendarKeys({
    view,
    day,
    marks,
    onStand: standOn,
    onPlan: actions.planOn,
    onOpen: actions.openEntry,
    onMove: actions.moveEntry,
    onToggle: actions.toggleEntry,
    onOpenDay: showDay,
  });
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <CalendarToolbar view={view} day={day} look={look} persons={persons} onPrint={print} onExport={exportIcs}>
          <StartProposalButton />
        </CalendarToolbar>
        <ProposalBanner />
        {error && (
          <p className={styles.problem} role="alert">
            {errorText(t, toAppError(error))}
          </p>
        )}
        <section className={styles.calendar} aria-label={t('calendar.label')} {...keys}>
          <VisitCalendar view={view} day={day} events={events} marks={marks} {...actions.calendar} />
        </section>
      </div>
      <PaneDock label={t('calendar.unscheduled.label')} layoutKey="calendar.paneWidth" first={264} min={248}>
        {proposal ? (
          <DraggableEntries>
            <ProposalList
              onOpen={showCustomer}
              dragMark={({ customerId, name }) => droppableEntry(proposalEntryId(customerId), name)}
            />
          </DraggableEntries>
        ) : (
          <UnscheduledList
            persons={persons}
            onPlan={(customer) => actions.planFor(customer, pickDay)}
            onShowAll={() => showDueCustomers(personsOf(persons, current?.id ?? null))}
          />
        )}
        <CalendarLegend colouring={look.colouring} knownUntilYear={marks.knownUntilYear} lastShown={shown.to} />
      </PaneDock>
      <CalendarDialog
        dialog={actions.dialog}
        persons={personsOf(persons, current?.id ?? null)}
        onChange={actions.showDialog}
      />
    </div>
  );
}

/** Whether plans of an owner's customers may be changed; the same function until the right changes. */
function useMayEditPlans(): (ownerId: string | null) => boolean {
  const { current } = useUsers();
  const reach = useReach('follow_ups.edit');
  const ownId = current?.id ?? null;
  return useMemo(
    () => (ownerId: string | null) => reach === 'all' || (reach === 'own' && (ownerId === null || ownerId === ownId)),
    [reach, ownId],
  );
}
