import type { Language } from '../src-shared/workspace/workspace-contract.ts';

const words = {
  'zh-CN': {
    visits: (count: number) =>
      count > 0 ? `客本正在运行：今天还有 ${count} 家要拜访` : '客本正在运行：今天没有要拜访的了',
    paused: (until: string) => `客本正在运行：提醒暂停到 ${until}`,
    off: '客本正在运行：提醒关着',
    open: '打开客本',
    today: '今日',
    pause: '暂停提醒 1 小时',
    resume: '继续提醒',
    quit: '退出客本',
  },
  en: {
    visits: (count: number) =>
      count > 0
        ? `Keben is running: ${count} ${count === 1 ? 'visit' : 'visits'} left today`
        : 'Keben is running: no visits left today',
    paused: (until: string) => `Keben is running: reminders paused until ${until}`,
    off: 'Keben is running: reminders are off',
    open: 'Open Keben',
    today: 'Today',
    pause: 'Pause reminders for 1 hour',
    resume: 'Resume reminders',
    quit: 'Quit Keben',
  },
} as const satisfies Record<Language, object>;

export interface TrayState {
  readonly language: Language;
  readonly isReminding: boolean;
  readonly visitsToday: number;
  /** HH:MM on the book's wall clock; null: not paused. */
  readonly pausedUntil: string | null;
}

export interface TrayActions {
  open(): void;
  openToday(): void;
  /** Minutes; 0 ends the pause. */
  pause(minutes: number): void;
  quit(): void;
}

/** Says that the app runs though no window shows it, and what is left of the day. */
export function trayTooltip({ language, isReminding, visitsToday, pausedUntil }: TrayState): string {
  const text = words[language];
  if (!isReminding) return text.off;
  return pausedUntil === null ? text.visits(visitsToday) : text.paused(pausedUntil);
}

export function trayTemplate(
  { language, isReminding, pausedUntil }: TrayState,
  actions: TrayActions,
): Electron.MenuItemConstructorOptions[] {
  const text = words[language];
  return [
    { id: 'open', label: text.open, click: actions.open },
    { id: 'today', label: text.today, click: actions.openToday },
    { type: 'separator' },
    pausedUntil === null
      ? { id: 'pause', label: text.pause, enabled: isReminding, click: () => actions.pause(60) }
      : { id: 'resume', label: text.resume, click: () => actions.pause(0) },
    { type: 'separator' },
    { id: 'quit', label: text.quit, click: actions.quit },
  ];
}
