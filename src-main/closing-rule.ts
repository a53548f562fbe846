import type { ClosingChoice, Language } from '../src-shared/workspace/workspace-contract.ts';

/** What becomes of a window that its user closes. */
export type ClosingStep = 'let_go' | 'hide' | 'ask';

/**
 * Whether the tray icon can be relied upon to be seen. Many Linux desktops draw none and do not say so; a window hidden
 * there would be gone for good, so nobody is offered it unasked.
 */
export function hasReliableTray(platform: NodeJS.Platform): boolean {
  return platform === 'win32' || platform === 'darwin';
}

export function closingStep(scene: {
  /** The whole app ends: by its menu, its tray or the system. */
  readonly isQuitting: boolean;
  readonly choice: ClosingChoice;
  readonly platform: NodeJS.Platform;
}): ClosingStep {
  if (scene.isQuitting || scene.choice === 'quit') return 'let_go';
  if (scene.choice === 'tray') return 'hide';
  return hasReliableTray(scene.platform) ? 'ask' : 'let_go';
}

/** The question at the first close, asked once. The order of the buttons is that of `closingAnswers`. */
export const closingQuestion = {
  'zh-CN': {
    title: '客本 Keben',
    message: '关闭窗口以后，客本要继续提醒你吗？',
    detail: '继续的话，它留在屏幕角落的托盘里，到时间弹出提醒。以后可以在 设置 > 提醒 里改。',
    buttons: ['继续在托盘里提醒我', '直接退出', '先不关'],
  },
  en: {
    title: 'Keben 客本',
    message: 'Should Keben go on reminding you after its window is closed?',
    detail: 'If so, it stays in the tray at the corner of the screen. You can change this in Settings > Reminders.',
    buttons: ['Keep reminding me from the tray', 'Quit', 'Not now'],
  },
} as const satisfies Record<Language, object>;

/** Null: the window stays open and nothing is remembered. */
export const closingAnswers = ['tray', 'quit', null] as const satisfies readonly (ClosingChoice | null)[];
