import { day } from './forms.ts';
import type { SampleInputs } from './sample-inputs.ts';
import type { SampleScene } from './sample-scene.ts';

/** Of visits and their calendar. */
export function sampleVisits({
  customerId,
  planId,
  ownerId,
  app,
}: SampleScene): Pick<SampleInputs, 'visits' | 'calendar' | 'reminders' | 'workdays'> {
  return {
    visits: {
      plan: { customerId, plannedOn: day('2026-03-20') },
      update: { id: planId, fields: { plannedOn: day('2026-03-21') } },
      moveMany: { ids: [planId], to: day('2026-03-23') },
      cancel: { id: planId, reason: '客户出差' },
      markMissed: { id: planId },
      get: { id: planId },
      overdue: { scope: 'all' },
      past: { customerId },
      between: { from: day('2026-03-01'), to: day('2026-03-31') },
      due: { scope: 'all', upTo: day('2026-03-05') },
      routeSheet: { from: day('2026-03-05'), to: day('2026-03-11') },
      propose: {},
      acceptProposal: { visits: [{ customerId, personId: ownerId ?? app.ownerId, on: day('2026-03-20') }] },
      exportIcs: {
        from: day('2026-03-01'),
        to: day('2026-03-31'),
        words: { fileName: '拜访 2026年3月', calendarName: '客本拜访' },
      },
    },
    calendar: {
      between: { from: day('2026-03-01'), to: day('2026-03-31') },
      occasions: { from: day('2026-03-05'), to: day('2026-03-08'), scope: 'all' },
    },
    reminders: {
      list: {},
      snooze: { keys: ['visit:1'], until: 'hour' },
      dismiss: { keys: ['visit:1'] },
      seeMissed: {},
      followed: { id: 1 },
      pause: { minutes: 60 },
      tryOne: {},
    },
    workdays: {
      years: {},
      saveYear: { year: 2027, days: [{ on: day('2027-01-01'), name: '元旦', isOffDay: true }] },
      removeYear: { year: 2028 },
      readYearFile: {},
    },
  };
}
