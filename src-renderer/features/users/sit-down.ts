import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { client } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { settled } from '../../ipc/report.ts';
import { flushDrafts, loadDrafts } from '../../state/drafts.ts';
import { keepSeat, setSeatPhase, takeSeat } from '../../state/seat.ts';
import { closeAllToasts } from '../../state/toasts.ts';

/** Areas whose answers are the same for all; without them the frame of the window would go, too. */
const ofEverybody: ReadonlySet<unknown> = new Set(['book', 'workspace', 'users']);

/**
 * From now on this person sits at the PC. What is half typed belongs to its user: it is kept, and the other's is put in
 * place. Gives back why not, or null.
 */
export async function sitDown(id: Id, pin: string | null): Promise<AppError | null> {
  setSeatPhase('asking');
  await flushDrafts();
  const done = await settled(client.users.switchTo({ id, pin }));
  if (!done.ok) {
    keepSeat();
    return done.error;
  }
  setSeatPhase('changing');
  // What the one before had read is not for whoever sits here now: gone from the window before it is asked anew.
  void queryClient.resetQueries({ predicate: ({ queryKey: [area] }) => !ofEverybody.has(area) });
  // What they offer to take back was done by the one before.
  closeAllToasts();
  const workspace = await settled(client.workspace.get({}));
  if (workspace.ok) loadDrafts(workspace.value.drafts);
  takeSeat();
  return null;
}
