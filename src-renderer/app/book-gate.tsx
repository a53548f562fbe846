import { toAppError } from '../ipc/app-problem.ts';
import { useRead } from '../ipc/use-read.ts';
import { BookProblem } from './book-problem.tsx';
import { Failure } from './failure.tsx';
import { Shell } from './shell/shell.tsx';

/** The window of the open book, or the reason why it could not be opened. */
export function BookGate() {
  const status = useRead('book', 'status', {});
  if (status.data) return status.data.state === 'open' ? <Shell /> : <BookProblem problem={status.data} />;
  if (status.error) return <Failure error={toAppError(status.error)} onRetry={() => void status.refetch()} />;
  return null;
}
