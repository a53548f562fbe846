import type { Language } from '../src-shared/workspace/workspace-contract.ts';

/** Said when a book was double-clicked while an import or an export works on the one that is open. */
export const bookInUse = {
  'zh-CN': {
    title: '客本 Keben',
    message: '现在不能打开另一本账本。',
    detail: '还有任务在处理当前账本（导入、导出或备份）。等它完成或取消它，再双击打开。',
  },
  en: {
    title: 'Keben 客本',
    message: 'The other book cannot be opened now.',
    detail:
      'A job is working on the present book (import, export or backup). Wait for it or cancel it, then open the book again.',
  },
} as const satisfies Record<Language, object>;

/**
 * Books that the system hands over to be opened. A Mac names the first one before the app is ready, so it is kept until
 * somebody takes them.
 */
export class BookToOpen {
  #kept: string | null;
  #take: ((path: string) => void) | null = null;

  constructor(named: string | null) {
    this.#kept = named;
  }

  /** The one to start with, once. */
  first(): string | null {
    const kept = this.#kept;
    this.#kept = null;
    return kept;
  }

  give(path: string): void {
    if (this.#take) this.#take(path);
    else this.#kept = path;
  }

  /** From now on `take` gets every book, one that waits at once. */
  from(take: (path: string) => void): void {
    this.#take = take;
    const waiting = this.first();
    if (waiting !== null) take(waiting);
  }
}
