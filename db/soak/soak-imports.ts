import type { AppDb } from '../connection.ts';
import type { SoakImport, SoakImportTarget } from './soak-events.ts';

export interface AnnouncedImport extends SoakImport {
  /** Its rows are in the bin. */
  readonly isUndone: boolean;
}

/** Rows with the mark of an import: live and whole, taken back whole; what is neither is counted as neither. */
interface Found {
  readonly mark: string;
  readonly live: number;
  readonly binned: number;
  readonly all: number;
}

const foundSql = (table: string, mark: string, isWhole = 'TRUE', isGone = 'TRUE') => `
  SELECT ${mark} AS mark, count(*) AS "all", sum(deleted_at IS NULL AND ${isWhole}) AS live,
    sum(deleted_at IS NOT NULL AND ${isGone}) AS binned
  FROM ${table} AS marked WHERE ${mark} LIKE 'import-%' GROUP BY ${mark}`;
const partOfOrder = (table: string) =>
  `EXISTS (SELECT 1 FROM ${table} part WHERE part.order_id = marked.id AND part.deleted_at IS NULL)`;
const isSettling = 'EXISTS (SELECT 1 FROM allocations WHERE source_id = marked.id)';

const traceSql = {
  customers: foundSql('customers', 'source'),
  receivables: foundSql('receivables', 'reference'),
  orders: foundSql(
    'sales_orders',
    'contract_no',
    `${partOfOrder('sales_order_lines')} AND ${partOfOrder('receivables')}`,
    `NOT ${partOfOrder('sales_order_lines')} AND NOT ${partOfOrder('receivables')}`,
  ),
  payments: foundSql('settlement_sources', 'reference', isSettling, `NOT ${isSettling}`),
} as const;
type Trace = keyof typeof traceSql;

const traces = ['customers', 'receivables', 'orders', 'payments'] as const satisfies readonly Trace[];

/** Where an import leaves as many rows as it has records. */
const tracesOf: Readonly<Record<SoakImportTarget, readonly Trace[]>> = {
  customers: ['customers'],
  openings: ['customers', 'receivables'],
  orders: ['customers', 'orders'],
  payments: ['payments'],
};

/** An import is there whole, or whole in the bin; one that nobody announced is not there at all. Else: what is wrong. */
export function compareImports(book: AppDb, announced: readonly AnnouncedImport[]): readonly string[] {
  return traces.flatMap((trace) => {
    const found = foundIn(book, trace);
    const wanted = announced.filter(({ target }) => tracesOf[target].includes(trace));
    const uneven = wanted
      .filter((each) => !isAsAnnounced(each, found.get(each.mark)))
      .map(({ mark, rows, isUndone }) => {
        const { live = 0, binned = 0 } = found.get(mark) ?? {};
        return `${mark}: ${rows} ${trace}${isUndone ? ' taken back' : ''}, found ${live} and ${binned} in the bin`;
      });
    const known = new Set(wanted.map(({ mark }) => mark));
    const strays = [...found.values()].filter(({ mark }) => !known.has(mark));
    return [...uneven, ...strays.map(({ mark, all }) => `${mark}: half an import, ${all} ${trace}`)];
  });
}

export function isImportThere(book: AppDb, announced: AnnouncedImport): boolean {
  return tracesOf[announced.target].every((trace) =>
    isAsAnnounced(announced, foundIn(book, trace).get(announced.mark)),
  );
}

function foundIn({ sqlite }: AppDb, trace: Trace): ReadonlyMap<string, Found> {
  const found = sqlite.prepare<[], Found>(traceSql[trace]).all();
  return new Map(found.map((row) => [row.mark, row]));
}

function isAsAnnounced({ rows, isUndone }: AnnouncedImport, found: Found | undefined): boolean {
  if (found?.all !== rows) return false;
  return (isUndone ? found.binned : found.live) === rows;
}
