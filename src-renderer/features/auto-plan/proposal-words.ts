import { addDays, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { AutoPlanProposal } from '../../../src-shared/visits/auto-plan-proposal.ts';
import { shortDayText } from '../../text/day-text.ts';
import { holidayText } from '../../text/holiday-text.ts';
import { countText } from '../../text/number-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';
import type { ProposedEntry } from './proposal-store.ts';

interface DaysOff {
  readonly name: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Days off that follow each other under one name, as people say them: 春节 02-15 至 02-23. */
export function holidayRuns(daysOff: AutoPlanProposal['daysOff']): readonly DaysOff[] {
  const runs: DaysOff[] = [];
  for (const { on, name } of daysOff) {
    const last = runs.at(-1);
    if (last && last.name === name && addDays(last.to, 1) === on) runs[runs.length - 1] = { ...last, to: on };
    else runs.push({ name, from: on, to: on });
  }
  return runs;
}

/** Weekend days worked for a holiday that the proposal really uses. */
export function usedMakeupDays(
  { makeupWorkdays }: Pick<AutoPlanProposal, 'makeupWorkdays'>,
  entries: readonly ProposedEntry[],
): readonly CalendarDate[] {
  const used = new Set(entries.map(({ visit }) => visit.on));
  return makeupWorkdays.filter((day) => used.has(day));
}

/** What the banner says after its title: the span, the limits, what is avoided and used, and who is left out. */
export function proposalWords(
  words: WindowWords,
  proposal: AutoPlanProposal,
  entries: readonly ProposedEntry[],
): string {
  const { t } = words;
  const list = (items: readonly string[]) => items.join(t('autoPlan.listSeparator'));
  const parts = [t('autoPlan.limits', { span: spanText(words, proposal), max: proposal.maxPerDay })];
  const runs = holidayRuns(proposal.daysOff).map((run) =>
    t('autoPlan.holiday', { name: holidayText(t, run.name), days: spanText(words, run) }),
  );
  if (runs.length > 0) parts.push(t('autoPlan.avoids', { days: list(runs) }));
  const makeup = usedMakeupDays(proposal, entries).map((day) => shortDayText(words, day));
  if (makeup.length > 0) parts.push(t('autoPlan.usesMakeup', { days: list(makeup) }));
  const unknown = Number(proposal.to.slice(0, 4)) > proposal.knownUntilYear;
  if (unknown) parts.push(t('autoPlan.unknownYear', { year: proposal.knownUntilYear }));
  const late = entries.filter(({ visit }) => visit.isLate).length;
  if (late > 0) parts.push(t('autoPlan.lateCount', { count: late, shown: countText(late) }));
  const { unplannedCount } = proposal;
  if (unplannedCount > 0) {
    parts.push(t('autoPlan.unplannedCount', { count: unplannedCount, shown: countText(unplannedCount) }));
  }
  return parts.join(t('autoPlan.partSeparator'));
}

function spanText(words: WindowWords, { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate }) {
  const [first, last] = [shortDayText(words, from), shortDayText(words, to)];
  return from === to ? first : words.t('autoPlan.span', { from: first, to: last });
}

interface FullDays {
  readonly personId: string;
  readonly days: readonly CalendarDate[];
}

/** Full days gathered by person, in the order given. */
export function fullDaysByPerson(fullDays: AutoPlanProposal['fullDays']): readonly FullDays[] {
  return [...Map.groupBy(fullDays, ({ personId }) => personId)].map(([personId, of]) => ({
    personId,
    days: of.map(({ on }) => on),
  }));
}
