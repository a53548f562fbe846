import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentHash } from '../../../db/content-hash.ts';
import { writeBatch } from '../../../db/journal.ts';
import { createBook } from '../../../db/open.ts';
import { anniversaries } from '../../../db/schema/anniversaries.ts';
import { users } from '../../../db/schema/book.ts';
import { contacts, customers, tags } from '../../../db/schema/customers.ts';
import { buildersFor } from '../../../db/testing/builders.ts';
import { at, migrationsFolder, openTestBook, type TestBook } from '../../../db/testing/open-test-book.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { type Instant, instantFromMs, instantToMs } from '../../../src-shared/core/instant.ts';
import type { Result } from '../../../src-shared/core/result.ts';
import type { Area, Contract } from '../../../src-shared/ipc/contract.ts';
import type { InputOf, JobProgress, OutputOfProcedure } from '../../../src-shared/ipc/procedure.ts';
import type { Topic } from '../../../src-shared/ipc/topics.ts';
import { BookSession } from '../../features/book/book-session.ts';
import { ReminderService } from '../../features/reminders/reminder-service.ts';
import { WorkspaceStore } from '../../features/workspace/workspace-store.ts';
import { createJobRunner } from '../../jobs/job-runner.ts';
import { remindedDesk } from '../../workflows/reminded-desk.ts';
import type { AppServices, Log } from '../app-services.ts';
import { createDispatch, type Dispatch } from '../dispatch.ts';
import { handlers } from '../handlers.ts';
import { RunningJobs } from '../running-jobs.ts';
import { type Effects, recordingEffects } from './recording-effects.ts';
import { type SideProcesses, sideProcesses } from './side-processes.ts';

function openFileBook(path: string, now = at('2026-03-05T08:00:00.000Z')): TestBook {
  const made = createBook(path, {
    now,
    timeZone: 'Asia/Shanghai',
    ownerName: '王老板',
    deviceId: newId(),
    migrationsFolder,
    appVersion: '0.0.0-test',
  });
  if (!made.ok) throw new Error(`no book at ${path}: ${made.error.reason}`);
  const { book, ownerId, tierIds } = made.value;
  const [A, B, C, D] = tierIds;
  if (!A || !B || !C || !D) throw new Error('a new book has four tiers');
  return { book, ownerId, tierIds: { A, B, C, D }, now, ...buildersFor(book, ownerId, now) };
}

const binnable = { anniversaries, customers, contacts, tags, users };

/** A book in memory behind the real dispatch, with every effect on the world outside recorded instead of made. */
export interface TestApp extends TestBook {
  readonly session: BookSession;
  readonly services: AppServices;
  readonly dispatch: Dispatch;
  readonly effects: Effects;
  /** What the windows were told is stale, one array per announcement. */
  readonly announced: (readonly Topic[])[];
  readonly progress: JobProgress[];
  /** What was logged as an error: where, and the cause. */
  readonly logged: { readonly where: string; readonly cause: unknown }[];
  /** One call through dispatch, a second after the one before. */
  call<A extends Area, P extends keyof Contract[A] & string>(
    area: A,
    procedure: P,
    input: InputOf<Contract[A][P]>,
  ): Promise<Result<OutputOfProcedure<Contract[A][P]>, AppError>>;
  /** As `call`, for a wish that must be granted: throws the error. */
  done<A extends Area, P extends keyof Contract[A] & string>(
    area: A,
    procedure: P,
    input: InputOf<Contract[A][P]>,
  ): Promise<OutputOfProcedure<Contract[A][P]>>;
  /** As `call`, for a wish that must be refused: throws when it is granted. */
  refused<A extends Area, P extends keyof Contract[A] & string>(
    area: A,
    procedure: P,
    input: InputOf<Contract[A][P]>,
  ): Promise<AppError>;
  /** Any message at all, as a hostile page could send it. */
  send(message: unknown): Promise<Result<unknown, AppError>>;
  /** Puts a row into the bin and gives its id back. */
  inBin(table: keyof typeof binnable, id: Id): Id;
  /** From now on this user sits at the PC. */
  sitDown(userId: Id): Promise<void>;
  /** Sets the PC's clock. */
  clockTo(now: Instant): void;
  readonly now: Instant;
  /** Changes when any live row does. */
  hash(): string;
  journalCount(): number;
  close(): void;
}

/**
 * `inFile`: the book is a file, and jobs run in threads of their own as they do in the app; else it is in memory and
 * jobs run here, which is quicker.
 */
export function openTestApp(
  options: { readonly now?: Instant; readonly inFile?: boolean; readonly beside?: SideProcesses } = {},
): TestApp {
  const beside = () => options.beside ?? sideProcesses();
  const folder = mkdtempSync(join(tmpdir(), 'keben 客本 '));
  const test = options.inFile ? openFileBook(join(folder, '客本.keben'), options.now) : openTestBook(options);
  const bookId = newId();
  const session = new BookSession({
    db: test.book,
    bookId,
    path: test.book.path,
    isSample: false,
    openedAt: test.now,
    warnings: [],
  });
  const workspace = WorkspaceStore.open(
    folder,
    { deviceId: newId(), preferences: { language: 'zh-CN', theme: 'light', density: 'comfortable' } },
    () => {},
  );
  const logged: TestApp['logged'] = [];
  const announced: (readonly Topic[])[] = [];
  const progress: JobProgress[] = [];
  let nowMs = instantToMs(test.now);
  const runningJobs = new RunningJobs();
  const log: Log = {
    error: (where, cause) => `log-${logged.push({ where, cause })}`,
    warn: () => {},
  };
  const { effects, ...world } = recordingEffects({ session, folder, runningJobs, log, reader: () => beside().reader });
  const { path, deviceId } = test.book;
  const threads = options.inFile ? { jobs: createJobRunner(beside().jobWorker, () => ({ path, deviceId })) } : {};
  const now = () => instantFromMs(nowMs);
  const reminders = new ReminderService({
    desk: remindedDesk(session, workspace, now),
    keeper: workspace,
    notifier: world.notifier,
    now,
    announce: (topics) => void announced.push(topics),
    log,
  });
  const services: AppServices = {
    ...world,
    ...threads,
    workspace,

    runningJobs,
    log,
    reminders,
  };
  const dispatch = createDispatch({
    session,
    services,
    handlers,
    now,
    announce: (topics) => void announced.push(topics),
  });
  const send = (message: unknown) => {
    nowMs += 1000;
    return dispatch(message, { progress: (message) => void progress.push(message) });
  };
  const call: TestApp['call'] = async (area, procedure, input) => {
    const outcome = await send({ procedure: `${area}.${procedure}`, input });
    // Safe: the handler of that name was compiled against this output.
    return outcome as Awaited<ReturnType<TestApp['call']>> as never;
  };
  return {
    ...test,
    session,
    services,
    effects,
    dispatch,
    announced,
    progress,
    logged,
    send,
    call,
    done: async (area, procedure, input) => {
      const outcome = await call(area, procedure, input);
      if (outcome.ok) return outcome.value;
      throw new Error(`${area}.${procedure} was refused: ${JSON.stringify(outcome.error)}`, { cause: logged });
    },
    refused: async (area, procedure, input) => {
      const outcome = await call(area, procedure, input);
      if (!outcome.ok) return outcome.error;
      throw new Error(`${area}.${procedure} was granted: ${JSON.stringify(outcome.value)}`);
    },
    inBin: (table, id) => {
      const now = instantFromMs(nowMs);
      writeBatch(test.book, { source: 'edit', userId: test.ownerId, now }, (db) =>
        db.update(binnable[table], id, { deletedAt: now }),
      );
      return id;
    },
    sitDown: (userId) => workspace.saveCurrentUser(bookId, userId),
    clockTo: (moment) => {
      nowMs = instantToMs(moment);
    },
    get now() {
      return instantFromMs(nowMs);
    },
    hash: () => contentHash(test.book),
    journalCount: () => Number(test.book.sqlite.prepare('SELECT count(*) FROM journal_entries').pluck().get()),
    close: () => {
      test.book.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
