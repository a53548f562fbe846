import i18next from 'i18next';
import type { CalendarDate } from '../../../../src-shared/core/calendar-date.ts';
import { rfmSegments } from '../../../../src-shared/tiers/methods/rfm.ts';
import { client } from '../../../ipc/client.ts';
import { runJob } from '../../../ipc/jobs.ts';
import { sayError, settled } from '../../../ipc/report.ts';
import { notifyDone } from '../../../state/toasts.ts';
import { countText } from '../../../text/number-text.ts';
import { choiceTitle, type RfmChoice, rowsWish } from './rfm-choice.ts';
import type { RfmQuestion } from './rfm-view.tsx';

type Words = Parameters<typeof client.segmentation.exportRfm>[0]['words'];

/** Writes the list on screen as a workbook; where to is asked by the system's own dialog. */
export async function exportRfm(question: RfmQuestion, today: CalendarDate, choice: RfmChoice): Promise<void> {
  const t = i18next.t;
  const asOf = question.asOf ?? today;
  const what = choiceTitle(t, choice);
  const chosen = await settled(client.exports.chooseFile({ proposedName: t('rfm.fileName', { what, day: asOf }) }));
  if (!chosen.ok) return sayError(chosen.error);
  const { path } = chosen.value;
  if (path === null) return;
  const { windowMonths } = question;
  const done = await settled(
    runJob(t('rfm.exporting'), (job) =>
      client.segmentation.exportRfm(
        { asOf, windowMonths, ...rowsWish(choice), words: wordsFor(what, asOf, windowMonths), path },
        job,
      ),
    ),
  );
  if (!done.ok) return sayError(done.error);
  const { rows, path: written } = done.value;
  notifyDone(t('export.done', { count: rows, shown: countText(rows) }), null, {
    label: t('export.show'),
    run: () => void client.exports.showInFolder({ path: written }),
  });
}

function wordsFor(what: string, asOf: CalendarDate, windowMonths: number | null): Words {
  const t = i18next.t;
  const window = windowMonths === null ? t('segmentation.windowAll') : t('rfm.exportWindow', { count: windowMonths });
  return {
    sheetName: t('rfm.sheetName'),
    title: t('rfm.exportTitle', { what }),
    about: t('rfm.exportAbout', { day: asOf, window }),
    total: t('rfm.total'),
    withoutTier: t('tier.none'),
    columns: {
      name: t('rfm.column.name'),
      tier: t('rfm.column.tier'),
      segment: t('rfm.column.segment'),
      recencyDays: t('rfm.column.recencyDays'),
      orders: t('rfm.column.orders'),
      sales: t('rfm.column.sales'),
    },
    // Safe: built from the very list that the schema's keys are made of.
    segments: Object.fromEntries(
      rfmSegments.map((segment) => [segment, t(`rfm.segment.${segment}`)]),
    ) as Words['segments'],
  };
}
