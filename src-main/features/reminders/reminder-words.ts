import { assertNever } from '../../../src-shared/core/assert-never.ts';
import type { OccasionReminder, Reminder } from '../../../src-shared/reminders/reminder.ts';
import type { Language } from '../../../src-shared/workspace/workspace-contract.ts';

export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** The words of notifications: they appear while the window and its catalogue may be closed. */
const words = {
  'zh-CN': {
    separator: ' · ',
    visit: (time: string, name: string) => `${time} 拜访 ${name}`,
    missedVisit: (day: string, time: string, name: string) => `你不在的时候：${day} ${time} 拜访 ${name}`,
    occasion: (whose: string, what: string) => `${whose} 的${what}`,
    occasionKind: { birthday: '生日', founding: '成立纪念日', wedding: '结婚纪念日', other: '纪念日' },
    visits: (count: number) => `今天 ${count} 家要拜访`,
    noVisits: '今天没有拜访',
    overdue: (count: number) => `${count} 家逾期`,
    occasions: (count: number) => `3 天内 ${count} 个生日、纪念日`,
    several: (count: number) => `${count} 个提醒`,
    missed: (count: number) => `你不在的时候：${count} 个提醒`,
    more: (count: number) => `还有 ${count} 个`,
    try: { title: '提醒能弹出来', body: '到时间客本就这样提醒你。' },
    inTray: { title: '客本还在运行', body: '窗口关了，到时间照样提醒。要退出，请右键点托盘图标。' },
  },
  en: {
    separator: ' · ',
    visit: (time: string, name: string) => `${time} Visit ${name}`,
    missedVisit: (day: string, time: string, name: string) => `While you were away: ${day} ${time}, visit ${name}`,
    occasion: (whose: string, what: string) => `${whose}: ${what}`,
    occasionKind: {
      birthday: 'birthday',
      founding: 'founding day',
      wedding: 'wedding anniversary',
      other: 'anniversary',
    },
    visits: (count: number) => (count === 1 ? '1 visit today' : `${count} visits today`),
    noVisits: 'No visits today',
    overdue: (count: number) => `${count} overdue`,
    occasions: (count: number) => (count === 1 ? '1 occasion within 3 days' : `${count} occasions within 3 days`),
    several: (count: number) => `${count} reminders`,
    missed: (count: number) => `While you were away: ${count} reminders`,
    more: (count: number) => `and ${count} more`,
    try: { title: 'Reminders can reach you', body: 'This is how Keben reminds you when it is time.' },
    inTray: {
      title: 'Keben is still running',
      body: 'The window is closed; reminders still come. To quit, right-click the tray icon.',
    },
  },
} as const satisfies Record<Language, object>;

type Words = (typeof words)[Language];

/** A notification shows about so many lines. */
const linesShown = 4;

/** What is shown together, as one notification. `due` holds at least one. */
export function noticeOf(
  due: readonly { readonly reminder: Reminder; readonly isLate: boolean }[],
  language: Language,
): Notice {
  const text = words[language];
  const [first] = due;
  if (first && due.length === 1) return noticeOfOne(first.reminder, first.isLate, text);
  const lines = due.map(({ reminder }) => lineOf(reminder, text));
  const shown = lines.length > linesShown ? lines.slice(0, linesShown - 1) : lines;
  const rest = lines.length - shown.length;
  return {
    title: due.every(({ isLate }) => isLate) ? text.missed(due.length) : text.several(due.length),
    body: [...shown, ...(rest > 0 ? [text.more(rest)] : [])].join('\n'),
  };
}

export function trialNotice(language: Language): Notice {
  return words[language].try;
}

export function inTrayNotice(language: Language): Notice {
  return words[language].inTray;
}

function noticeOfOne(reminder: Reminder, isLate: boolean, text: Words): Notice {
  switch (reminder.kind) {
    case 'visit': {
      const { on, time, customerName, contactName, phone, purpose } = reminder;
      return {
        title: isLate ? text.missedVisit(on.slice(5), time, customerName) : text.visit(time, customerName),
        body: [contactName, phone, purpose].filter((part) => part !== null).join(text.separator),
      };
    }
    case 'occasion':
      return {
        title: occasionText(reminder, text),
        body: [reminder.on, reminder.customerName, reminder.phone].filter((part) => part !== null).join(text.separator),
      };
    case 'morning': {
      const { visits, overdue, occasions } = reminder.counts;
      return {
        title: visits > 0 ? text.visits(visits) : text.noVisits,
        body: [overdue > 0 ? text.overdue(overdue) : null, occasions > 0 ? text.occasions(occasions) : null]
          .filter((part) => part !== null)
          .join(text.separator),
      };
    }
    default:
      return assertNever(reminder);
  }
}

function lineOf(reminder: Reminder, text: Words): string {
  switch (reminder.kind) {
    case 'visit':
      return text.visit(`${reminder.on.slice(5)} ${reminder.time}`, reminder.customerName);
    case 'occasion':
      return `${reminder.on.slice(5)} ${occasionText(reminder, text)}`;
    case 'morning': {
      const { title, body } = noticeOfOne(reminder, false, text);
      return body === '' ? title : `${title}${text.separator}${body}`;
    }
    default:
      return assertNever(reminder);
  }
}

function occasionText({ contactName, customerName, title, occasion }: OccasionReminder, text: Words): string {
  return text.occasion(contactName ?? customerName, title ?? text.occasionKind[occasion]);
}
