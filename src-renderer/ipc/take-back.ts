import i18next from 'i18next';
import type { UndoReport } from '../../src-shared/history/history.ts';
import { closeToastsOf, notifyDone, notifyProblem } from '../state/toasts.ts';
import { askAboutUndo } from '../state/undo-requests.ts';
import { client } from './client.ts';
import { errorText } from './error-text.ts';
import { runJob } from './jobs.ts';

type Decisions = NonNullable<Parameters<typeof client.history.undo>[0]['decisions']>;

/**
 * Takes a batch back, or a batch that took one back. Asks first when something came after it (domain §12), and when it
 * changed more rows than the user has in sight where he asks for it (a bulk change seen from one of its customers).
 */
export async function takeBack(batchId: string, rowsInSight: number | null = null): Promise<void> {
  const preview = await runJob(i18next.t('undo.looking'), (job) => client.history.preview({ batchId }, job));
  if (!preview.ok) return notifyProblem(errorText(i18next.t, preview.error));
  const isWider = rowsInSight !== null && preview.value.rowsUndone > rowsInSight;
  if (preview.value.conflictCount > 0 || isWider) return askAboutUndo({ batchId, report: preview.value });
  await takeBackAsDecided(batchId, []);
}

export async function takeBackAsDecided(batchId: string, decisions: Decisions): Promise<void> {
  const done = await runJob(i18next.t('undo.running'), (job) => client.history.undo({ batchId, decisions }, job));
  if (!done.ok) return notifyProblem(errorText(i18next.t, done.error));
  closeToastsOf(batchId);
  const redo = done.value.batchId;
  const action = redo === null ? null : { label: i18next.t('action.redo'), run: () => void takeBack(redo) };
  notifyDone(sentence(done.value), null, action);
}

function sentence(report: UndoReport): string {
  const t = i18next.t;
  const left = report.conflicts.length;
  return left > 0
    ? t('undo.doneExcept', { rows: report.rowsUndone, left: report.conflictCount })
    : t('undo.done', { count: report.rowsUndone });
}

/** Ctrl+Z and Ctrl+Shift+Z outside text fields: the last batch of this user in this session. */
export async function takeBackLast(direction: 'undo' | 'redo'): Promise<void> {
  const last = await client.history.lastUndoable({});
  if (!last.ok) return notifyProblem(errorText(i18next.t, last.error));
  const batch = last.value[direction];
  if (!batch) return notifyDone(i18next.t(direction === 'undo' ? 'undo.nothing' : 'undo.nothingToRedo'));
  await takeBack(batch.batchId);
}
