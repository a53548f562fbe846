import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { client } from '../../ipc/client.ts';
import { settled } from '../../ipc/report.ts';
import { flushDrafts, loadDrafts } from '../../state/drafts.ts';
import { closeAllToasts } from '../../state/toasts.ts';

/**
 * From now on this person sits at the PC. What is half typed belongs to its user: it is kept, and the other's is put in
 * place. Gives back why not, or null.
 */
export async function sitDown(id: Id, pin: string | null): Promise<AppError | null> {
  await flushDrafts();
  const done = await settled(client.users.switchTo({ id, pin }));
  if (!done.ok) return done.error;
  // What they offer to take back was done by the one before.
  closeAllToasts();
  const workspace = await settled(client.workspace.get({}));
  if (workspace.ok) loadDrafts(workspace.value.drafts);
  return null;
}
