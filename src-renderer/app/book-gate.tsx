import { SeatLockPage } from '../features/users/seat-lock-page.tsx';
import { toAppError } from '../ipc/app-problem.ts';
import { useRead } from '../ipc/use-read.ts';
import { BookPreparing } from './book-preparing.tsx';
import { BookProblem } from './book-problem.tsx';
import { Failure } from './failure.tsx';
import { Shell } from './shell/shell.tsx';

/** The window of the open book, or the reason why there is none. Who sits here must be known: every right hangs on it. */
export function BookGate() {
  const status = useRead('book', 'status', {});
  const isOpen = status.data?.state === 'open';
  const users = useRead('users', 'list', {}, { enabled: isOpen });
  const failed = [status, users].find((query) => query.data === undefined && query.error !== null);
  if (failed) return <Failure error={toAppError(failed.error)} onRetry={() => void failed.refetch()} />;
  if (!status.data) return null;
  if (status.data.state === 'preparing') return <BookPreparing path={status.data.path} />;
  if (status.data.state === 'problem') return <BookProblem problem={status.data} />;
  return users.data?.isLocked ? <SeatLockPage /> : <Shell />;
}
