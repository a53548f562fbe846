import { assertNever } from '../../../src-shared/core/assert-never.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { localParts } from '../../../src-shared/core/instant.ts';
import type { TimelineItem } from '../../../src-shared/customers/timeline.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import type { User } from '../../../src-shared/users/user.ts';
import { dayText } from '../../text/day-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';
import { moneyWords } from './timeline-money.ts';

export interface TimelineNames {
  readonly tiers: readonly Tier[];
  readonly users: readonly User[];
}

export interface TimelineWords {
  readonly title: string;
  /** Who, beside the title. */
  readonly by: string;
  readonly text: string;
  /** What was marked of a talk, one line below it: with whom, how keen, with what outcome, who typed it. */
  readonly marks: readonly string[];
}

/** The day to say and to put under a month: money stands on its business day, all else on that of its moment. */
export function dayOfItem(item: TimelineItem, timeZone: string): CalendarDate {
  return 'on' in item ? item.on : localParts(item.at, timeZone).day;
}

/** One timeline item in words. */
export function timelineWords(words: WindowWords, names: TimelineNames, item: TimelineItem): TimelineWords {
  const { t } = words;
  const userName = (id: string | null) => names.users.find((user) => user.id === id)?.name ?? '';
  const tierName = (id: string | null) => {
    const tier = names.tiers.find((known) => known.id === id);
    return tier ? t('tier.named', { name: tier.name }) : t('tier.none');
  };
  switch (item.kind) {
    case 'follow_up': {
      const { followUp, contactName, typistId } = item;
      const marks = [
        contactName,
        followUp.intentLevel === null ? null : t('followUp.intent', { level: followUp.intentLevel }),
        followUp.outcome,
        typistId === null ? null : t('timeline.typedBy', { name: userName(typistId) }),
      ].filter((part) => part !== null);
      return { title: t(`channel.${followUp.channel}`), by: userName(followUp.authorId), text: followUp.text, marks };
    }
    case 'visit_plan': {
      const { plan } = item;
      const what = [plan.purpose, plan.cancelledReason].filter((part) => part !== null).join('\n');
      return {
        title: t('timeline.visit', { status: t(`visit.status.${plan.status}`) }),
        by: userName(plan.personId),
        text:
          [dayText(words, plan.plannedOn), plan.plannedTime].filter((part) => part !== null).join(' ') +
          (what && `\n${what}`),
        marks: [],
      };
    }
    case 'tier_change':
      return {
        title: t('timeline.tier', { from: tierName(item.fromTierId), to: tierName(item.toTierId) }),
        by: userName(item.userId),
        text: item.reason ?? '',
        marks: [],
      };
    case 'created':
      return {
        title: t('timeline.created'),
        by: userName(item.userId),
        text: item.importedFrom === null ? '' : t('timeline.imported', { file: item.importedFrom }),
        marks: [],
      };
    case 'order':
    case 'receivable':
    case 'settlement':
    case 'refund':
    case 'promise':
    case 'terms':
      return moneyWords(words, userName, item);
    default:
      return assertNever(item);
  }
}

export interface TimelineMonth {
  /** `2026-09` */
  readonly month: string;
  readonly items: readonly TimelineItem[];
}

/** Items of one month together, in the order they came. */
export function byMonth(items: readonly TimelineItem[], timeZone: string): readonly TimelineMonth[] {
  const months: { month: string; items: TimelineItem[] }[] = [];
  for (const item of items) {
    const month = dayOfItem(item, timeZone).slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.items.push(item);
    else months.push({ month, items: [item] });
  }
  return months;
}

/** `9 月`, with the year outside the running one. */
export function monthText(words: WindowWords, month: string): string {
  const [year = '', number = ''] = month.split('-');
  const name = words.t(`month.${monthKey(number)}`);
  return year === words.today.slice(0, 4) ? name : words.t('month.withYear', { year, month: name });
}

const monthKeys = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

function monthKey(number: string): (typeof monthKeys)[number] {
  return monthKeys.find((key) => key === number) ?? '01';
}
