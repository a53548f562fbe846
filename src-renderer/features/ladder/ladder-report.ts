import type { TFunction } from 'i18next';
import type { ReportTable } from '../../../src-shared/files-out/report-table.ts';
import type { Ladder, LadderStep } from '../../../src-shared/measures/measures-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { figuresOf } from './figures.ts';
import { shownSteps } from './ladder-tables.tsx';
import { tierName } from './ladder-words.ts';
import { ladderNotes } from './notes.ts';

/** In 1/10,000, as a workbook stores it; null: there is no whole to be a part of. */
function partOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : Math.round((10_000 * part) / whole);
}

type Column = ReportTable['columns'][number] & { readonly cell: (step: LadderStep) => string | number | null };

const profitParts = ['goodsCostFen', 'concessionFen', 'serviceFen', 'writeOffFen', 'profitFen'] as const;

/** The page as tables: the steps with what they bring and cost, the figures with their rates, the moves, the sentences. */
export function ladderReport(t: TFunction, ladder: Ladder, tiers: readonly Tier[], about: string): ReportTable[] {
  const sheet = (name: string, table: Pick<ReportTable, 'columns' | 'rows'>): ReportTable => ({
    name,
    title: name,
    about,
    totalLabel: t('ladder.total'),
    ...table,
  });
  const columns = stepColumns(t, ladder, tiers);
  return [
    sheet(t('ladder.title'), {
      columns: columns.map(({ cell: _cell, ...column }) => column),
      rows: shownSteps(ladder).map((step) => columns.map(({ cell }) => cell(step))),
    }),
    sheet(t('ladder.figures'), {
      columns: [
        { header: t('ladder.column.figure'), kind: 'text' },
        { header: t('ladder.column.customers'), kind: 'integer' },
        { header: t('ladder.column.rate'), kind: 'percent' },
        { header: t('ladder.column.means'), kind: 'text' },
      ],
      rows: figuresOf(ladder).map(({ key, count, whole }) => [
        t(`ladder.figure.${key}`),
        count,
        partOf(count, whole),
        t(`ladder.figureMeans.${key}`),
      ]),
    }),
    sheet(t('ladder.moves'), {
      columns: [
        { header: t('ladder.column.fromTier'), kind: 'text' },
        { header: t('ladder.column.toTier'), kind: 'text' },
        { header: t('ladder.column.customers'), kind: 'integer', isTotalled: true },
      ],
      rows: ladder.moves.map(({ fromTierId, toTierId, customers }) => [
        tierName(t, tiers, fromTierId),
        tierName(t, tiers, toTierId),
        customers,
      ]),
    }),
    sheet(t('ladder.notes'), {
      columns: [{ header: t('ladder.notes'), kind: 'text' }],
      rows: ladderNotes(t, ladder, tiers).map(({ text }) => [text]),
    }),
  ];
}

function stepColumns(t: TFunction, { total }: Ladder, tiers: readonly Tier[]): readonly Column[] {
  const count = (header: string, cell: Column['cell']): Column => ({ header, kind: 'integer', isTotalled: true, cell });
  const share = (cell: Column['cell']): Column => ({ header: t('ladder.column.share'), kind: 'percent', cell });
  const money = (header: string, isTotalled: boolean, cell: Column['cell']): Column => ({
    header,
    kind: 'money',
    isTotalled,
    cell,
  });
  const mean = (amountFen: number | null) => (amountFen === null ? null : Math.round(amountFen));
  return [
    { header: t('ladder.column.tier'), kind: 'text', cell: ({ tierId }) => tierName(t, tiers, tierId) },
    count(t('ladder.column.customers'), ({ customers }) => customers),
    share(({ customers }) => partOf(customers, total.customers)),
    money(t('ladder.column.sales'), true, ({ salesFen }) => salesFen),
    share(({ salesFen }) => partOf(salesFen, total.salesFen)),
    money(t('ladder.column.meanSales'), false, ({ meanSalesFen }) => mean(meanSalesFen)),
    money(t('ladder.meanCost'), false, ({ meanCostFen }) => mean(meanCostFen)),
    ...profitParts.map((part) => money(t(`ladder.part.${part}`), true, ({ profit }) => profit?.[part] ?? null)),
    {
      header: t('ladder.column.margin'),
      kind: 'percent',
      cell: ({ profit, salesFen }) => partOf(profit?.profitFen ?? null, salesFen),
    },
    count(t('ladder.figure.new'), (step) => step.new),
    count(t('ladder.figure.won_back'), ({ wonBack }) => wonBack),
    count(t('ladder.figure.lost'), ({ lost }) => lost),
    {
      header: t('ladder.column.level'),
      kind: 'text',
      cell: ({ tierId }) => levelText(t, tiers.find(({ id }) => id === tierId)?.relationshipLevel ?? null),
    },
    {
      header: t('ladder.column.advisedLevel'),
      kind: 'text',
      cell: ({ advisedLevel }) => levelText(t, advisedLevel),
    },
  ];
}

function levelText(t: TFunction, level: LadderStep['advisedLevel']): string | null {
  return level === null ? null : t(`relationshipLevel.${level}`);
}
