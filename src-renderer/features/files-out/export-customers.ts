import i18next from 'i18next';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { type CustomerColumn, customerColumns } from '../../../src-shared/customers/customer-list.ts';
import type { CustomerSelection } from '../../../src-shared/customers/customers-contract.ts';
import { client } from '../../ipc/client.ts';
import { runJob } from '../../ipc/jobs.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { notifyDone } from '../../state/toasts.ts';
import { countText } from '../../text/number-text.ts';

type ExportInput = Parameters<typeof client.exports.customers>[0];

/** Header words in the user's language: they go into the workbook. */
function headers(): ExportInput['words']['headers'] {
  const words = Object.fromEntries(customerColumns.map((column) => [column, i18next.t(`column.${column}`)]));
  // Safe: built from the very list that the schema's keys are made of.
  return words as ExportInput['words']['headers'];
}

/** What one sees is what one gets: these customers, these columns, in the order on screen. */
export async function exportCustomers(
  selection: CustomerSelection,
  columns: readonly CustomerColumn[],
  today: CalendarDate,
): Promise<void> {
  const t = i18next.t;
  const chosen = await settled(client.exports.chooseFile({ proposedName: t('export.fileName', { day: today }) }));
  if (!chosen.ok) return sayError(chosen.error);
  const { path } = chosen.value;
  if (path === null) return;
  const words = {
    sheetName: t('export.sheetName'),
    title: t('export.title'),
    headers: headers(),
    withoutTier: t('tier.none'),
  };
  const done = await settled(
    runJob(t('export.running'), (job) =>
      client.exports.customers({ selection, columns: [...columns], words, path }, job),
    ),
  );
  if (!done.ok) return sayError(done.error);
  const { rows, path: written } = done.value;
  notifyDone(t('export.done', { count: rows, shown: countText(rows) }), null, {
    label: t('export.show'),
    run: () => void client.exports.showInFolder({ path: written }),
  });
}
