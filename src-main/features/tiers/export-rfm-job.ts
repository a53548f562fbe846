import type { ReadDb } from '../../../db/open.ts';
import { headsOfDocs } from '../../../db/queries/customer-heads.ts';
import { tierRows } from '../../../db/queries/tier-rows.ts';
import type { RfmSegment } from '../../../src-shared/tiers/methods/rfm.ts';
import type { Cell, ReportColumn } from '../../files/workbook/workbook-plan.ts';
import { writeReport } from '../../files/workbook/write-report.ts';
import type { WrittenWorkbook } from '../../files/workbook/write-workbook.ts';
import type { Job } from '../../jobs/job.ts';
import { makeRfm, type RfmOrder, type RfmTable } from './rfm-job.ts';
import { type RfmWish, rowsWanted, segmentAt } from './rfm-rows.ts';

export interface ExportRfmOrder extends RfmOrder {
  readonly wish: RfmWish;
  readonly path: string;
  readonly words: ExportRfmWords;
  /** Null: the firm has not been named. */
  readonly companyName: string | null;
}

/** What stands in the workbook, in the user's language. */
export interface ExportRfmWords {
  readonly sheetName: string;
  readonly title: string;
  readonly about: string;
  readonly total: string;
  readonly withoutTier: string;
  readonly columns: Readonly<Record<'name' | 'tier' | 'segment' | 'recencyDays' | 'orders' | 'sales', string>>;
  readonly segments: Readonly<Record<RfmSegment, string>>;
}

/** Writes the customers of a cell or segment with R, F, M and the values behind them, most sales first. */
export const exportRfmJob: Job<ExportRfmOrder, WrittenWorkbook> = async (order, control) => {
  const opened = control.openBook('read');
  if (!opened.ok) return opened;
  const db = opened.value;
  const { words, companyName, path } = order;
  // One read transaction: names belong to the same moment as the scores.
  db.sqlite.prepare('BEGIN').run();
  const table = makeRfm(db, order);
  const wanted = rowsWanted(table, order.wish);
  const sheet = {
    sheetName: words.sheetName,
    title: words.title,
    about: companyName === null ? words.about : `${companyName} · ${words.about}`,
    columns: columnsOf(words),
    rows: cellsOf(db, table, wanted, words),
    totalLabel: words.total,
  };
  return writeReport(path, [sheet], {
    isCancelled: control.isCancelled,
    written: (done) =>
      control.progress({
        stage: 'writing',
        fraction: wanted.length === 0 ? 1 : done / wanted.length,
        done,
        total: wanted.length,
        leftMs: null,
      }),
  });
};

function columnsOf({ columns }: ExportRfmWords): readonly ReportColumn[] {
  return [
    { header: columns.name, kind: 'text' },
    { header: columns.tier, kind: 'text' },
    { header: columns.segment, kind: 'text' },
    { header: 'R', kind: 'integer' },
    { header: 'F', kind: 'integer' },
    { header: 'M', kind: 'integer' },
    { header: columns.recencyDays, kind: 'integer' },
    { header: columns.orders, kind: 'integer', isTotalled: true },
    { header: columns.sales, kind: 'money', isTotalled: true },
  ];
}

/** Names are read for so many rows at once. */
const chunk = 500;

function* cellsOf(
  db: ReadDb,
  table: RfmTable,
  wanted: readonly number[],
  words: ExportRfmWords,
): Generator<readonly Cell[]> {
  const tierName = new Map(tierRows(db).map(({ id, name }) => [id, name]));
  for (let start = 0; start < wanted.length; start += chunk) {
    const rows = wanted.slice(start, start + chunk);
    const heads = headsOfDocs(
      db,
      rows.flatMap((row) => table.docs[row] ?? []),
    );
    for (const row of rows) {
      const head = heads.get(table.docs[row] ?? 0);
      if (!head) continue;
      yield [
        head.name,
        head.tierId === null ? words.withoutTier : (tierName.get(head.tierId) ?? ''),
        words.segments[segmentAt(table, row)],
        table.r[row] ?? null,
        table.f[row] ?? null,
        table.m[row] ?? null,
        table.recencyDays[row] ?? null,
        table.orders[row] ?? null,
        table.sales[row] ?? null,
      ];
    }
  }
}
