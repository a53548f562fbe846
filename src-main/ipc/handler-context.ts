import type { BookDay } from '../../db/queries/customer-filter.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { JobProgress } from '../../src-shared/ipc/procedure.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import type { Reach, Role } from '../../src-shared/users/rights.ts';
import type { BookSession } from '../features/book/book-session.ts';
import type { AppServices } from './app-services.ts';

/** Who sits at this PC. */
export interface CurrentUser {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
}

/** The handle of one running job: says how far it is and whether it was asked to stop. */
export interface JobControl {
  readonly jobId: string;
  progress(progress: Omit<JobProgress, 'jobId'>): void;
  isCancelled(): boolean;
  /** Calls back once, at the moment of the wish to stop; at once when it was made already. */
  onCancel(stop: () => void): void;
}

/** What a handler of an area that also works while no book is open gets beside its input (see areasWithoutBook). */
export interface BooklessContext {
  readonly session: BookSession;
  /** Null: no book is open, so nobody is known. */
  readonly user: CurrentUser | null;
  readonly reach: Reach;
  readonly now: () => Instant;
  /** Null when the procedure is no job. */
  readonly job: JobControl | null;
  readonly services: AppServices;
  /** Topics beyond those the contract names; told to the windows after the handler succeeded. */
  readonly announce: (topics: readonly Topic[]) => void;
}

/** What every other handler gets: the book is open and the user is known. */
export interface HandlerContext extends BooklessContext {
  readonly user: CurrentUser;
  /** The day in the book's zone, and the zone (domain §0). */
  readonly bookDay: () => BookDay;
  readonly today: () => CalendarDate;
}
