import { z } from 'zod';
import { storageErrorOf } from '../../db/storage-error.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { newId } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import { err, type Result } from '../../src-shared/core/result.ts';
import { proceduresByName } from '../../src-shared/ipc/contract.ts';
import type { JobProgress, Procedure } from '../../src-shared/ipc/procedure.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import { type Reach, reachOf } from '../../src-shared/users/rights.ts';
import { BookNotOpen, type BookSession } from '../features/book/book-session.ts';
import { bookDay } from '../features/settings/book-day.ts';
import { currentUser } from '../features/users/current-user.ts';
import { isSeatLocked } from '../features/users/seat-lock.ts';
import type { AppServices } from './app-services.ts';
import { fieldErrors } from './field-errors.ts';
import type { BooklessContext, CurrentUser, JobControl } from './handler-context.ts';
import { areasWithoutBook, type Handlers } from './handlers-of.ts';
import { isPlainInput } from './plain-input.ts';

export interface DispatchDeps {
  readonly session: BookSession;
  readonly services: AppServices;
  readonly handlers: Handlers;
  readonly now: () => Instant;
  /** Tells every window what can have gone stale. */
  readonly announce: (topics: readonly Topic[]) => void;
}

/** The window that calls. */
export interface CallingWindow {
  /** Pushed on `kb:progress`; a window that is gone ignores it. */
  progress(progress: JobProgress): void;
}

export type Dispatch = (message: unknown, window: CallingWindow) => Promise<Result<unknown, AppError>>;

type Answer = Result<unknown, AppError>;
type AnyHandler = (context: BooklessContext, input: unknown) => Answer | Promise<Answer>;

const callMessageSchema = z.object({
  procedure: z.string().max(100),
  input: z.unknown(),
  jobId: z.string().min(1).max(60).optional(),
});

/** Parse, authorise, run, catch, announce. Imports no Electron: tests call it over a book in memory. */
export function createDispatch(deps: DispatchDeps): Dispatch {
  return async (message, window) => {
    const call = callMessageSchema.safeParse(message);
    if (!call.success) return refused(call.error);
    const { procedure: name, input, jobId } = call.data;
    const procedure = proceduresByName.get(name);
    if (!procedure) return err({ kind: 'not_found', entity: 'procedure', id: name });
    try {
      const parsed = parseInput(procedure, input);
      if (!parsed.ok) return parsed;
      const caller = authorise(deps, name, procedure);
      if (!caller.ok) return caller;
      return await run(
        deps,
        { name, procedure, input: parsed.value, jobId: jobId ?? newId(), ...caller.value },
        window,
      );
    } catch (cause) {
      return err(failureOf(cause, name, deps.services));
    }
  };
}

function refused(error: z.ZodError): Answer {
  return err({ kind: 'validation', fields: fieldErrors(error.issues) });
}

function parseInput(procedure: Procedure, input: unknown): Answer {
  if (!isPlainInput(input)) return err({ kind: 'validation', fields: [{ field: '', problem: 'invalid' }] });
  const parsed = procedure.input.safeParse(input, { reportInput: true });
  return parsed.success ? { ok: true, value: parsed.data } : refused(parsed.error);
}

interface CallerOfProcedure {
  readonly user: CurrentUser | null;
  readonly reach: Reach;
}

/**
 * While no book is open nobody is known: what works without one is then open to whoever sits there, who could as well
 * copy the file away. All else answers with what is wrong with the book.
 */
function authorise(deps: DispatchDeps, name: string, { right }: Procedure): Result<CallerOfProcedure, AppError> {
  const user = currentUser(deps.session, deps.services.workspace);
  if (!user) {
    if (worksWithoutBook(name)) return { ok: true, value: { user: null, reach: 'all' } };
    return err(deps.session.problem?.error ?? { kind: 'storage', reason: 'file_missing' });
  }
  if (!worksLocked(name) && isSeatLocked(deps.session, deps.services.seatLock, user.id)) {
    return err({ kind: 'conflict', reason: 'locked', otherId: user.id });
  }
  const reach = reachOf(user.role, right);
  return reach ? { ok: true, value: { user, reach } } : err({ kind: 'forbidden', right });
}

const bookless: ReadonlySet<string> = new Set(areasWithoutBook);

function worksWithoutBook(name: string): boolean {
  return bookless.has(name.slice(0, name.indexOf('.')));
}

/** What it takes to sit down. */
const seating: ReadonlySet<string> = new Set(['users.list', 'users.switchTo', 'users.resetOwnerPin']);

function worksLocked(name: string): boolean {
  return seating.has(name) || worksWithoutBook(name);
}

interface Call extends CallerOfProcedure {
  readonly name: string;
  readonly procedure: Procedure;
  /** As the procedure's schema gave it back. */
  readonly input: unknown;
  readonly jobId: string;
}

async function run(deps: DispatchDeps, call: Call, window: CallingWindow): Promise<Answer> {
  if (call.procedure.kind !== 'job') return answer(deps, call, null);
  const { runningJobs } = deps.services;
  const job = runningJobs.start(call.jobId, (progress) => window.progress(progress));
  if (!job) return err({ kind: 'conflict', reason: 'job_running' });
  try {
    return await answer(deps, call, job);
  } finally {
    runningJobs.finish(call.jobId);
  }
}

async function answer(deps: DispatchDeps, call: Call, job: JobControl | null): Promise<Answer> {
  const { session, services, now } = deps;
  const stale = new Set(call.procedure.stale);
  const context = {
    session,
    services,
    now,
    job,
    user: call.user,
    reach: call.reach,
    bookDay: () => bookDay(session.db(), now()),
    today: () => bookDay(session.db(), now()).today,
    announce: (topics: readonly Topic[]) => {
      for (const topic of topics) stale.add(topic);
    },
  };
  const outcome = await handlerFor(deps.handlers, call.name)(context, call.input);
  if (outcome.ok && stale.size > 0) deps.announce([...stale]);
  return outcome;
}

/**
 * Safe cast: `Handlers` maps the contract name by name, so the handler of this name takes what this procedure's
 * schema parsed; and a handler that needs a user is only reached when there is one (see authorise).
 */
function handlerFor(handlers: Handlers, name: string): AnyHandler {
  const dot = name.indexOf('.');
  const areas = handlers as unknown as Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>;
  const handler = areas[name.slice(0, dot)]?.[name.slice(dot + 1)];
  if (!handler) throw new Error(`${name} has no handler`);
  return handler;
}

function failureOf(cause: unknown, name: string, { log }: AppServices): AppError {
  if (cause instanceof BookNotOpen) return cause.error;
  const storage = storageErrorOf(cause);
  const logRef = log.error(name, cause);
  return storage ?? { kind: 'internal', logRef };
}
