import { existsSync } from 'node:fs';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { Language } from '../../../src-shared/workspace/workspace-contract.ts';
import { createFirst, type OpenerDeps, openExisting } from './book-opener.ts';
import { defaultBookPath, sampleBookPath } from './book-places.ts';
import type { BookSession, StorageError } from './book-session.ts';

/** What the switch remembers between starts, and how this PC speaks. */
export interface BookMemory {
  readonly hasBook: boolean;
  readonly preferences: { readonly language: Language };
  saveHasBook(): Promise<void>;
}

export interface BookSwitchDeps {
  readonly session: BookSession;
  readonly memory: BookMemory;
  readonly opener: OpenerDeps;
  readonly dataFolder: string;
  /** The book named on the command line, for this run; null: the one in the data folder. */
  readonly launchBook: string | null;
  /** IANA name of the PC's zone, for a book that is made now. */
  readonly timeZone: string;
  /** Writes the sample book to a path where no file is. */
  readonly writeSample: (path: string) => Promise<Result<unknown, AppError>>;
  /** Jobs that run now: they work on the book that is open, so it stays open. */
  readonly runningJobs: { readonly count: number };
}

type Done = Result<Record<string, never>, AppError>;

/** Which book is open: the user's own or the sample. A book that cannot be opened becomes the session's problem. */
export class BookSwitch {
  readonly #deps: BookSwitchDeps;
  /** The book named for this run; null: the one in the data folder. */
  #named: string | null;

  constructor(deps: BookSwitchDeps) {
    this.#deps = deps;
    this.#named = deps.launchBook;
  }

  get ownPath(): string {
    const { dataFolder, memory } = this.#deps;
    return this.#named ?? defaultBookPath(dataFolder, memory.preferences.language);
  }

  /** At start. Makes the book at the very first run, and never again: a book that is gone is a problem to be told. */
  async openOwn(): Promise<Result<unknown, StorageError>> {
    const { session, opener, memory, timeZone } = this.#deps;
    const path = this.ownPath;
    const isFirstRun = this.#named === null && !memory.hasBook && !existsSync(path);
    const { language } = memory.preferences;
    const outcome = await session.switchTo(path, () =>
      isFirstRun ? createFirst(path, { timeZone, language }, opener) : openExisting(path, false, opener),
    );
    if (outcome.ok && this.#named === null) await memory.saveHasBook();
    return outcome;
  }

  /** A book that was double-clicked while the app runs: from now on it is the book of this run. */
  async openNamed(path: string): Promise<Done> {
    if (this.#deps.session.opened?.path === path) return ok({});
    if (this.#isBusy) return jobRunning;
    this.#named = path;
    return done(await this.openOwn());
  }

  async openSample(): Promise<Done> {
    const { session, opener, dataFolder, writeSample } = this.#deps;
    if (this.#isBusy) return jobRunning;
    const path = sampleBookPath(dataFolder);
    if (!existsSync(path)) {
      const written = await writeSample(path);
      if (!written.ok) return written;
    }
    return done(await session.switchTo(path, () => openExisting(path, true, opener)));
  }

  async closeSample(): Promise<Done> {
    const { session, dataFolder } = this.#deps;
    const present = session.opened?.path ?? session.problem?.path;
    if (present !== sampleBookPath(dataFolder)) return err({ kind: 'conflict', reason: 'not_sample_book' });
    return this.#isBusy ? jobRunning : done(await this.openOwn());
  }

  /** Tries once more what could not be opened; a book that is open stays as it is. */
  async reopen(): Promise<Done> {
    const { session, opener, dataFolder } = this.#deps;
    const { problem } = session;
    if (!problem) return ok({});
    if (problem.path !== sampleBookPath(dataFolder)) return done(await this.openOwn());
    return done(await session.switchTo(problem.path, () => openExisting(problem.path, true, opener)));
  }

  /** Nothing is lost by it: there is no file where the user's own book should be. */
  get mayStartAnew(): boolean {
    const path = this.ownPath;
    return this.#named === null && this.#deps.session.problem?.path === path && !existsSync(path);
  }

  /** An empty book in the place of the one that is gone: for whoever lost it, and wants to go on. */
  async startAnew(): Promise<Done> {
    if (!this.mayStartAnew) return this.reopen();
    const { session, opener, memory, timeZone } = this.#deps;
    const wish = { timeZone, language: memory.preferences.language };
    return done(await session.switchTo(this.ownPath, () => createFirst(this.ownPath, wish, opener)));
  }

  /**
   * Closes the present book (or lets go of the one with a problem), lets `work` at its file and opens it again, whatever
   * came of the work. The outcome is the work's own; a book that no longer opens is an error.
   */
  async whileClosed<T>(work: (path: string) => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    const { session, opener, dataFolder } = this.#deps;
    const path = session.opened?.path ?? session.problem?.path ?? this.ownPath;
    let worked: PromiseSettledResult<Result<T, AppError>> | null = null;
    const opened = await session.switchTo(path, async () => {
      [worked] = await Promise.allSettled([work(path)]);
      return openExisting(path, path === sampleBookPath(dataFolder), opener);
    });
    // Safe: switchTo has run the function above; TypeScript does not follow the assignment inside it.
    const settled = worked as PromiseSettledResult<Result<T, AppError>> | null;
    if (settled?.status !== 'fulfilled') throw settled?.reason ?? new Error('the book was not let go');
    return settled.value.ok && !opened.ok ? opened : settled.value;
  }

  get #isBusy(): boolean {
    return this.#deps.runningJobs.count > 0;
  }
}

const jobRunning: Done = err({ kind: 'conflict', reason: 'job_running' });

function done(outcome: Result<unknown, AppError>): Done {
  return outcome.ok ? ok({}) : outcome;
}
