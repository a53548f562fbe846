import type { ReactNode } from 'react';
import type { Occasion } from '../../../src-shared/calendar/calendar-item.ts';
import { type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import type { DueCustomer, VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import { dueText } from '../../text/day-text.ts';
import { countText, phoneText } from '../../text/number-text.ts';
import { occasionKey, occasionText, occasionWho } from '../../text/occasion-text.ts';
import { quietText } from '../../text/quiet-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';
import { DistrictHead } from './route-blocks.tsx';
import type { SheetBlock } from './sheet.ts';
import styles from './sheets.module.css';

export interface MorningFacts {
  readonly overdue: { readonly entries: readonly VisitEntry[]; readonly total: number };
  /** Open ones only. */
  readonly today: readonly VisitEntry[];
  readonly tomorrow: readonly VisitEntry[];
  readonly due: { readonly customers: readonly DueCustomer[]; readonly total: number };
  readonly occasions: readonly Occasion[];
  /** Empty: none. */
  readonly tierName: (id: string | null) => string;
  readonly personName: (id: string | null) => string;
}

const overdueShown = 15;
const tomorrowShown = 10;

/** The overview in the order of the page: late, today by district, days to remember, tomorrow, due by cadence. */
export function morningBlocks(words: WindowWords, facts: MorningFacts): readonly SheetBlock[] {
  const { t } = words;
  const overdue = facts.overdue.entries.slice(0, overdueShown);
  const tomorrow = facts.tomorrow.slice(0, tomorrowShown);
  return [
    { key: 'figures', node: <Figures words={words} facts={facts} />, keepWithNext: false },
    ...section(
      words,
      t('today.section.overdue'),
      facts.overdue.total,
      overdue.map((entry) => visitBlock(facts, entry, lateText(words, entry.plan.plannedOn))),
    ),
    ...section(words, t('today.section.visits'), facts.today.length, todayBlocks(words, facts)),
    ...section(
      words,
      t('today.section.occasions'),
      facts.occasions.length,
      facts.occasions.map((occasion) => occasionBlock(words, occasion)),
    ),
    ...section(
      words,
      t('day.tomorrow'),
      facts.tomorrow.length,
      tomorrow.map((entry) => visitBlock(facts, entry, entry.plan.plannedTime ?? '')),
    ),
    ...section(
      words,
      t('today.section.due'),
      facts.due.total,
      facts.due.customers.map((customer) => dueBlock(words, facts, customer)),
    ),
  ];
}

/** A heading with its lines; 'and n more' where not all of them are printed. Nothing at all without lines. */
function section(
  words: WindowWords,
  title: string,
  total: number,
  lines: readonly SheetBlock[],
): readonly SheetBlock[] {
  if (lines.length === 0) return [];
  const { t } = words;
  const left = total - lines.filter((line) => !line.keepWithNext).length;
  return [
    {
      key: `section ${title}`,
      node: (
        <div className={styles.sectionHead}>
          <h3>{title}</h3>
          <span>{t('today.visitCount', { count: total, shown: countText(total) })}</span>
        </div>
      ),
      keepWithNext: true,
    },
    ...lines,
    ...(left > 0
      ? [
          {
            key: `more ${title}`,
            node: <p className={styles.more}>{t('print.more', { count: left, shown: countText(left) })}</p>,
            keepWithNext: false,
          },
        ]
      : []),
  ];
}

function todayBlocks(words: WindowWords, facts: MorningFacts): readonly SheetBlock[] {
  const { t } = words;
  return [...Map.groupBy(facts.today, (entry) => entry.district)].flatMap(([district, entries]) => [
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

function Figures({ words, facts }: { readonly words: WindowWords; readonly facts: MorningFacts }) {
  const { t } = words;
  const figures = [
    { label: t('today.section.visits'), count: facts.today.length },
    { label: t('today.section.overdue'), count: facts.overdue.total },
    { label: t('today.section.due'), count: facts.due.total },
    { label: t('today.section.occasions'), count: facts.occasions.length },
    { label: t('day.tomorrow'), count: facts.tomorrow.length },
  ];
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => (
        <div key={figure.label}>
          <dd>{countText(figure.count)}</dd>
          <dt>{figure.label}</dt>
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
      <span className={styles.one}>{what}</span>
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
