import { useMemo } from 'react';
import { addDays, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Contract } from '../../../src-shared/ipc/contract.ts';
import type { OutputOfProcedure } from '../../../src-shared/ipc/procedure.ts';
import type { PromiseRow } from '../../../src-shared/payments/payments-contract.ts';
import { nextWorkday } from '../../../src-shared/visits/suggested-day.ts';
import type { VisitScope } from '../../../src-shared/visits/visits-contract.ts';
import { useBook, useToday } from '../../ipc/use-book.ts';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { type MorningFacts, type MorningMoney, morningBlocks } from './morning-blocks.tsx';
import { paperDayText } from './route-blocks.tsx';
import type { Sheet, SheetsRead } from './sheet.ts';
import { SheetHead, SheetLaterHead } from './sheet-heads.tsx';

/** No page has more lines. */
const dueShown = 50;
const daysAhead = 6;
/** As many promises as Today asks for, so that both count the same. */
const moneyShown = 100;

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
  const mayReadMoney = useReach('money.read') !== null;
  const ofMoney = { enabled: mayReadMoney };
  const calls = useRead('receivables', 'callList', { scope, by: 'amount', limit: moneyShown }, ofMoney);
  const promises = useRead('payments', 'promises', { scope, limit: moneyShown }, ofMoney);
  const sheets = useMemo((): readonly Sheet[] | null => {
    if (!overdue.data || !near.data || !due.data || !occasions.data || !tiers.data) return null;
    if (mayReadMoney && (!calls.data || !promises.data)) return null;
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
      money: calls.data && promises.data ? moneyOf(calls.data, promises.data.promises, today) : null,
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
  }, [
    overdue.data,
    near.data,
    due.data,
    occasions.data,
    tiers.data,
    calls.data,
    promises.data,
    mayReadMoney,
    users,
    current,
    scope,
    today,
    company,
    words,
  ]);
  const failed = [overdue, near, due, occasions, tiers, calls, promises].find((read) => read.error !== null);
  return { sheets, error: failed?.error ?? null };
}

function moneyOf(
  { lines, total, receivables, overdueFen }: OutputOfProcedure<Contract['receivables']['callList']>,
  promises: readonly PromiseRow[],
  today: CalendarDate,
): MorningMoney {
  const due = promises.filter((promise) => promise.promisedOn <= today);
  return { calls: lines, customers: total, receivables, overdueFen, promises: due };
}
