import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DaySpan } from '../../../src-shared/core/named-period.ts';
import type { Ladder } from '../../../src-shared/measures/measures-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useBook } from '../../ipc/use-book.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { usePreferences } from '../../ipc/use-preferences.ts';
import { showPrintPreview } from '../../state/print-request.ts';
import { notifyDone } from '../../state/toasts.ts';
import { useFilterNames } from './filter-names.ts';
import type { LadderExport } from './ladder-bar.tsx';
import { ladderPicture } from './ladder-picture.ts';
import { ladderReport } from './ladder-report.ts';
import type { LadderShape } from './ladder-shape.ts';
import { drawingWords, headlineText } from './ladder-words.ts';

interface Shown {
  readonly ladder: Ladder | null;
  readonly shape: LadderShape | null;
  readonly tiers: readonly Tier[];
  readonly span: DaySpan;
}

/** What is on the page, taken along: as a workbook, as a picture, on paper. Null: nothing to take, or not for this reader. */
export function useLadderExport({ ladder, shape, tiers }: Shown) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const company = useBook()?.companyName ?? '';
  const filters = useFilterNames();
  const mayTake = useReach('measures.read') !== null;
  if (!mayTake || !ladder || !shape || ladder.total.customers === 0) return { save: null, print: null };
  const { from, to } = ladder;
  const period = t('ladder.periodOf', { from, to });
  const of = filters.map(({ label, words }) => t('ladder.filterOf', { label, words }));
  const about = [company, period, ...of].filter((words) => words !== '').join(' · ');
  const picture = (format: 'png' | 'svg', said = about) =>
    ladderPicture(
      shape,
      {
        words: drawingWords(t, tiers, shape, language),
        colorOfTier: (tierId) => tiers.find(({ id }) => id === tierId)?.color ?? null,
      },
      { headline: headlineText(t, ladder), about: said },
      format,
    );
  const save = (what: LadderExport) => {
    const proposedName = t('ladder.fileName', { from, to });
    const report = () => ladderReport(t, ladder, tiers, about);
    void said(
      what === 'workbook'
        ? client.exports.saveTables({ proposedName, sheets: report() })
        : client.exports.savePicture({ proposedName, picture: { format: what, dataUrl: picture(what) } }),
    );
  };
  const print = () => {
    const [steps, figures, moves, notes] = ladderReport(t, ladder, tiers, about);
    const tables = [steps, figures, moves].filter((table) => table !== undefined);
    const words = (notes?.rows ?? []).flatMap(([text]) => (typeof text === 'string' ? [text] : []));
    showPrintPreview({
      kind: 'report',
      title: t('ladder.title'),
      about,
      picture: picture('png', ''),
      notes: words,
      tables,
    });
  };
  return { save, print };
}

async function said(saving: ReturnType<typeof client.exports.saveTables>): Promise<void> {
  const done = await settled(saving);
  if (!done.ok) return sayError(done.error);
  const { path } = done.value;
  if (path === null) return;
  notifyDone(i18next.t('ladder.saved'), null, {
    label: i18next.t('export.show'),
    run: () => void client.exports.showInFolder({ path }),
  });
}
