import { liveCustomerCount } from '../../db/queries/book-facts.ts';
import type { BookStatus } from '../../src-shared/book/book-contract.ts';
import { dayOfInstant } from '../../src-shared/core/instant.ts';
import { readBookSettings } from '../features/settings/book-settings.ts';
import type { BooklessContext } from '../ipc/handler-context.ts';

/** What the shell shows of the book: its name, its day and its last backup, or why it could not be opened. */
export function bookStatus({ session, services, now }: BooklessContext): BookStatus {
  const { opened, problem } = session;
  const path = problem?.path ?? services.books.ownPath;
  if (session.isSwitching) return { state: 'preparing', path };
  if (!opened) {
    return {
      state: 'problem',
      path,
      reason: problem?.error.reason ?? 'file_missing',
      detail: problem?.error.detail ?? null,
      mayStartAnew: services.books.mayStartAnew,
    };
  }
  const { companyName, timeZone } = readBookSettings(opened.db);
  const { lastBackupAt, problem: backupProblem } = services.backups.status();
  return {
    state: 'open',
    bookId: opened.bookId,
    path: opened.path,
    companyName,
    isSample: opened.isSample,
    customerCount: liveCustomerCount(opened.db),
    lastBackupAt,
    backupProblem,
    today: dayOfInstant(now(), timeZone),
    timeZone,
    warnings: opened.warnings,
    areWarningsStale: session.areWarningsStale,
  };
}
