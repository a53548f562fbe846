import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Reach, Role } from '../../src-shared/users/rights.ts';
import type { HandlerContext } from './handler-context.ts';

/** Who acts, how far the right they act by reaches, and on which day of the book. Plain data: it goes to job threads. */
export interface Actor {
  readonly userId: Id;
  readonly role: Role;
  readonly reach: Reach;
  readonly today: CalendarDate;
}

export function actorOf(context: HandlerContext): Actor {
  const { user, reach } = context;
  return { userId: user.id, role: user.role, reach, today: context.today() };
}
