import type { ReactNode } from 'react';
import type { Occasion } from '../../../src-shared/calendar/calendar-item.ts';
import { type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import type { Fen } from '../../../src-shared/core/money.ts';
import type { PromiseRow } from '../../../src-shared/payments/payments-contract.ts';
import type { CallLine } from '../../../src-shared/receivables/receivables-contract.ts';
import type { DueCustomer, VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import { dueText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText, phoneText } from '../../text/number-text.ts';
import { occasionKey, occasionText, occasionWho } from '../../text/occasion-text.ts';
import { quietText } from '../../text/quiet-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';
import { DistrictHead } from './route-blocks.tsx';
import { leastHeight, sharedLines } from './shared-lines.ts';
import type { SheetBlock } from './sheet.ts';
import styles from './sheets.module.css';

/** What is overdue, and the promises whose day has come. */
export interface MorningMoney {
  readonly calls: readonly CallLine[];
  readonly customers: number;
  readonly receivables: number;
  readonly overdueFen: Fen;
  readonly promises: readonly PromiseRow[];
}

export interface MorningFacts {
  readonly overdue: { readonly entries: readonly VisitEntry[]; readonly total: number };
  /** Open ones only. */
  readonly today: readonly VisitEntry[];
  readonly coming: readonly { readonly day: CalendarDate; readonly entries: readonly VisitEntry[] }[];
  readonly due: { readonly customers: readonly DueCustomer[]; readonly total: number };
  readonly occasions: readonly Occasion[];
  /** Null: not for who prints. */
  readonly money: MorningMoney | null;
  /** Empty: none. */
  readonly tierName: (id: string | null) => string;
  readonly personName: (id: string | null) => string;
}

/** In millimetres, as sheets.module.css has them; a page fits by these, and is measured all the same. */
const heights = { page: 271, heads: 21, laterHead: 8, section: 8, district: 5.6, line: 5.2, more: 4.6 } as const;

/** 271 mm are not used to the last: blocks are not cut by the edge of a page. */
const spare = 4;

/**
 * The overview: late, today by district, money overdue and promised, days to remember, the days ahead, due by cadence.
 * Today's visits are printed whole; the others are cut so that all of it fits on one page, or on as few as today takes.
 */
export function morningBlocks(words: WindowWords, facts: MorningFacts): readonly SheetBlock[] {
  const { t } = words;
  const overdue: MorningList = {
    title: t('today.section.overdue'),
    total: facts.overdue.total,
    lines: facts.overdue.entries.map((entry) => visitBlock(facts, entry, lateText(words, entry.plan.plannedOn))),
    share: 2,
  };
  const occasions: MorningList = {
    title: t('today.section.occasions'),
    total: facts.occasions.length,
    lines: facts.occasions.map((occasion) => occasionBlock(words, occasion)),
    share: 1,
    isOfItems: true,
  };
  const coming = facts.coming.map(
    ({ day, entries }): MorningList => ({
      title: dueText(words, day).text,
      total: entries.length,
      lines: entries.map((entry) => visitBlock(facts, entry, entry.plan.plannedTime ?? '')),
      share: 1,
    }),
  );
  const due: MorningList = {
    title: t('today.section.due'),
    total: facts.due.total,
    lines: facts.due.customers.map((customer) => dueBlock(words, facts, customer)),
    share: 1,
  };
  const { money } = facts;
  const owed: MorningList = {
    title: t('today.section.owed'),
    total: money?.customers ?? 0,
    lines: (money?.calls ?? []).map((line) => owedBlock(words, facts, line)),
    share: 1,
  };
  const promises: MorningList = {
    title: t('today.section.promises'),
    total: money?.promises.length ?? 0,
    lines: (money?.promises ?? []).map((promise) => promiseBlock(words, facts, promise)),
    share: 1,
    isOfItems: true,
  };
  const today = todayBlocks(words, facts);
  const lists = [overdue, owed, promises, occasions, ...coming, due].filter(({ lines }) => lines.length > 0);
  const cut = cutToPages(lists, heightOfToday(facts));
  const shown = (list: MorningList) => section(words, { ...list, lines: list.lines.slice(0, cut.get(list) ?? 0) });
  return [
    { key: 'figures', node: <Figures words={words} facts={facts} />, keepWithNext: false },
    ...shown(overdue),
    ...section(words, { title: t('today.section.visits'), total: facts.today.length, lines: today }),
    ...shown(owed),
    ...shown(promises),
    ...shown(occasions),
    ...coming.flatMap(shown),
    ...shown(due),
  ];
}

interface MorningList {
  readonly title: string;
  readonly total: number;
  readonly lines: readonly SheetBlock[];
  readonly share: number;
  /** Not customers are counted. */
  readonly isOfItems?: true;
}

function heightOfToday({ today }: MorningFacts): number {
  if (today.length === 0) return 0;
  const districts = new Set(today.map(({ district }) => district)).size;
  return heights.section + districts * heights.district + today.length * heights.line;
}

/** How many lines of each list are printed. */
function cutToPages(lists: readonly MorningList[], today: number): ReadonlyMap<MorningList, number> {
  const wishes = lists.map(({ lines, total, share }) => ({ lines: lines.length, total, share }));
  const sure = heights.heads + today + lists.length * heights.section;
  const pages = Math.max(
    1,
    Math.ceil((sure + leastHeight(wishes, heights)) / (heights.page - heights.laterHead - spare)),
  );
  const room = pages * (heights.page - spare) - (pages - 1) * heights.laterHead - sure;
  const given = sharedLines(room, wishes, heights);
  return new Map(lists.map((list, at) => [list, given[at] ?? 0]));
}

/** A heading with its lines; 'and n more' where not all of them are printed. Nothing at all without lines. */
function section({ t }: WindowWords, list: Omit<MorningList, 'share'>): readonly SheetBlock[] {
  const { title, total, lines, isOfItems = false } = list;
  if (lines.length === 0) return [];
  const left = total - lines.filter((line) => !line.keepWithNext).length;
  return [
    {
      key: `section ${title}`,
      node: (
        <div className={styles.sectionHead}>
          <h3>{title}</h3>
          <span>
            {t(isOfItems ? 'today.itemCount' : 'today.visitCount', { count: total, shown: countText(total) })}
          </span>
        </div>
      ),
      keepWithNext: true,
    },
    ...lines,
    ...(left > 0
      ? [
          {
            key: `more ${title}`,
            node: (
              <p className={styles.more}>
                {t(isOfItems ? 'print.moreItems' : 'print.more', { count: left, shown: countText(left) })}
              </p>
            ),
            keepWithNext: false,
          },
        ]
      : []),
  ];
}

function todayBlocks(words: WindowWords, facts: MorningFacts): readonly SheetBlock[] {
  const { t } = words;
  const groups = [...Map.groupBy(facts.today, (entry) => entry.district)].sort(
    ([one], [other]) => Number(one === null) - Number(other === null),
  );
  return groups.flatMap(([district, entries]) => [
    {
      key: `district ${district}`,
      node: (
        <DistrictHead
          name={district ?? t('today.noDistrict')}
          count={t('today.visitCount', { count: entries.length, shown: countText(entries.length) })}
        />
      ),
      keepWithNext: true,
    },
    ...entries.map((entry) => visitBlock(facts, entry, entry.plan.plannedTime ?? '')),
  ]);
}

interface Figure {
  readonly label: string;
  readonly count: number;
  readonly amount?: Fen;
}

function Figures({ words, facts }: { readonly words: WindowWords; readonly facts: MorningFacts }) {
  const { t } = words;
  const { money } = facts;
  const figures: readonly Figure[] = [
    { label: t('today.section.visits'), count: facts.today.length },
    { label: t('today.section.overdue'), count: facts.overdue.total },
    ...(money ? [{ label: t('today.section.owed'), count: money.receivables, amount: money.overdueFen }] : []),
    { label: t('today.section.due'), count: facts.due.total },
    { label: t('today.section.occasions'), count: facts.occasions.length },
    ...facts.coming.map(({ day, entries }) => ({ label: dueText(words, day).text, count: entries.length })),
  ];
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd>
            {countText(figure.count)}
            {figure.amount !== undefined && figure.amount > 0 && <small> {moneyText(figure.amount)}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface LineProps {
  readonly when: string;
  readonly tier: string;
  readonly name: ReactNode;
  readonly reach: string;
  readonly what: string;
  readonly person: string;
}

/** One line to tick by hand. */
function Line({ when, tier, name, reach, what, person }: LineProps) {
  return (
    <div className={styles.line}>
      <span className={styles.box} />
      <span className={styles.one}>{when}</span>
      <span className={styles.one}>
        <span className={styles.tier} data-none={tier === ''}>
          {tier}
        </span>
        {name}
      </span>
      <span className={styles.one}>{reach}</span>
      <span className={`${styles.one} ${styles.what}`}>{what}</span>
      <span className={styles.one}>{person}</span>
    </div>
  );
}

function reachOf(customer: { readonly contactName: string | null; readonly phone: string | null }): string {
  return [customer.contactName, customer.phone && phoneText(customer.phone)].filter(Boolean).join(' ');
}

/** How late, short enough for a column: 逾期 3 天, 3 d late; 今天. */
function lateText({ t, today }: WindowWords, day: CalendarDate): string {
  const days = daysBetween(day, today);
  return days > 0 ? t('day.overdueShort', { count: days }) : t('day.today');
}

function visitBlock(facts: MorningFacts, entry: VisitEntry, when: string): SheetBlock {
  return {
    key: entry.plan.id,
    node: (
      <Line
        when={when}
        tier={facts.tierName(entry.tierId)}
        name={entry.name}
        reach={reachOf(entry)}
        what={entry.plan.purpose ?? ''}
        person={facts.personName(entry.plan.personId)}
      />
    ),
    keepWithNext: false,
  };
}

function dueBlock(words: WindowWords, facts: MorningFacts, customer: DueCustomer): SheetBlock {
  return {
    key: `due ${customer.customerId}`,
    node: (
      <Line
        when={lateText(words, customer.dueOn)}
        tier={facts.tierName(customer.tierId)}
        name={customer.name}
        reach={reachOf(customer)}
        what={quietText(words, customer)}
        person={facts.personName(customer.ownerId)}
      />
    ),
    keepWithNext: false,
  };
}

function owedBlock(words: WindowWords, facts: MorningFacts, line: CallLine): SheetBlock {
  return {
    key: `owed ${line.customerId}`,
    node: (
      <Line
        when={words.t('day.overdueShort', { count: line.overdueDays })}
        tier={facts.tierName(line.tierId)}
        name={line.customerName}
        reach={reachOf(line)}
        what={moneyText(line.overdueFen)}
        person={facts.personName(line.ownerId)}
      />
    ),
    keepWithNext: false,
  };
}

function promiseBlock(words: WindowWords, facts: MorningFacts, promise: PromiseRow): SheetBlock {
  return {
    key: `promise ${promise.id}`,
    node: (
      <Line
        when={lateText(words, promise.promisedOn)}
        tier=""
        name={promise.customerName}
        reach={promise.phone === null ? '' : phoneText(promise.phone)}
        what={promise.amountFen === null ? words.t('promise.unnamed') : moneyText(promise.amountFen)}
        person={facts.personName(promise.ownerId)}
      />
    ),
    keepWithNext: false,
  };
}

function occasionBlock(words: WindowWords, occasion: Occasion): SheetBlock {
  return {
    key: occasionKey(occasion),
    node: (
      <Line
        when={dueText(words, occasion.on).text}
        tier=""
        name={
          <>
            {occasionWho(occasion)}
            {occasion.contactName !== null && <span className={styles.quiet}> {occasion.customerName}</span>}
          </>
        }
        reach={occasion.phone === null ? '' : phoneText(occasion.phone)}
        what={occasionText(words.t, occasion)}
        person=""
      />
    ),
    keepWithNext: false,
  };
}
