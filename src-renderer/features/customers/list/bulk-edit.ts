import i18next from 'i18next';
import type {
  BulkChange,
  BulkOutcome,
  CustomerSelection,
} from '../../../../src-shared/customers/customers-contract.ts';
import { client } from '../../../ipc/client.ts';
import { runJob } from '../../../ipc/jobs.ts';
import { sayError, settled } from '../../../ipc/report.ts';
import { notifyDone, notifyProblem } from '../../../state/toasts.ts';

/** One change for many customers, in one batch; what was left alone is said with its reason. True: it was done. */
export async function bulkEdit(selection: CustomerSelection, change: BulkChange): Promise<boolean> {
  const done = await settled(
    runJob(i18next.t('bulk.running'), (job) => client.customers.bulkEdit({ selection, change }, job)),
  );
  if (!done.ok) {
    sayError(done.error);
    return false;
  }
  const { changed, batchId } = done.value;
  const said = outcomeText(done.value, change);
  if (changed > 0) notifyDone(said, batchId);
  else notifyProblem(said);
  return changed > 0;
}

function outcomeText(outcome: BulkOutcome, change: BulkChange): string {
  const t = i18next.t;
  const done = t(`bulk.done.${change.kind}`, { count: outcome.changed });
  const [first] = outcome.leftAloneRows;
  if (outcome.leftAlone === 0 || !first) return done;
  const reason = t(`bulk.leftAlone.${first.reason}`);
  const left = t('bulk.leftAloneWords', { count: outcome.leftAlone, name: first.name, reason });
  return outcome.changed > 0 ? t('bulk.doneExcept', { done, left }) : left;
}
