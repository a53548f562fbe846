import { useMemo } from 'react';
import { addDays } from '../../../src-shared/core/calendar-date.ts';
import { nextWorkday } from '../../../src-shared/visits/suggested-day.ts';
import type { VisitScope } from '../../../src-shared/visits/visits-contract.ts';
import { useBook, useToday } from '../../ipc/use-book.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { type MorningFacts, morningBlocks } from './morning-blocks.tsx';
import { paperDayText } from './route-blocks.tsx';
import type { Sheet, SheetsRead } from './sheet.ts';
import { SheetHead, SheetLaterHead } from './sheet-heads.tsx';

/** No page has more lines. */
const dueShown = 50;
const daysAhead = 6;

/** 今日一览: the page Today on paper, to be hung up or taken along. */
export function useMorningSheets(scope: VisitScope): SheetsRead {
  const words = useWindowWords();
  const today = useToday();
  const company = useBook()?.companyName ?? '';
  const { users, current } = useUsers();
  const persons = scope === 'mine' && current ? { persons: [current.id, 'none'] } : {};
  const overdue = useRead('visits', 'overdue', { scope });
  const near = useRead('visits', 'between', { from: today, to: nextWorkday(today, useWorkCalendar()), ...persons });
  const due = useRead('visits', 'due', { scope, upTo: today, limit: dueShown });
  const occasions = useRead('calendar', 'occasions', { from: today, to: addDays(today, daysAhead), scope });
  const tiers = useRead('tiers', 'list', {});
  const sheets = useMemo((): readonly Sheet[] | null => {
    if (!overdue.data || !near.data || !due.data || !occasions.data || !tiers.data) return null;
    const open = near.data.entries.filter((entry) => entry.plan.status === 'planned');
    const tierNames = new Map(tiers.data.tiers.map((tier) => [tier.id, tier.name]));
    const userNames = new Map(users.map((user) => [user.id, user.name]));
    const facts: MorningFacts = {
      overdue: overdue.data,
      today: open.filter((entry) => entry.plan.plannedOn === today),
      coming: [
        ...Map.groupBy(
          open.filter((entry) => entry.plan.plannedOn > today),
          (entry) => entry.plan.plannedOn,
        ),
      ].map(([day, entries]) => ({ day, entries })),
      due: due.data,
      occasions: occasions.data.items.map((item) => item.occasion),
      tierName: (id) => (id === null ? '' : (tierNames.get(id) ?? '')),
      personName: (id) => (id === null ? '' : (userNames.get(id) ?? '')),
    };
    const { t } = words;
    const whose = scope === 'mine' ? (current?.name ?? '') : t('today.scope.all');
    return [
      {
        key: 'morning',
        head: (
          <SheetHead title={t('print.morningTitle')} company={company} person={whose} day={paperDayText(t, today)} />
        ),
        laterHead: <SheetLaterHead title={t('print.morningTitle')} person={whose} day={paperDayText(t, today)} />,
        blocks: morningBlocks(words, facts),
      },
    ];
  }, [overdue.data, near.data, due.data, occasions.data, tiers.data, users, current, scope, today, company, words]);
  const failed = [overdue, near, due, occasions, tiers].find((read) => read.error !== null);
  return { sheets, error: failed?.error ?? null };
}
