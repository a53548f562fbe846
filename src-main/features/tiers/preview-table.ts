import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { ComparedTier, TierComparison, TierStep } from '../../../src-shared/tiers/methods/compare-tiers.ts';
import { rfmSegments } from '../../../src-shared/tiers/methods/rfm.ts';
import { scoreParts } from '../../../src-shared/tiers/methods/score.ts';

/**
 * A preview as it crosses from the job's thread: a hundred thousand rows as columns cost the main thread a few
 * milliseconds, as objects a tenth of a second.
 */
export interface PreviewTable {
  readonly asOf: CalendarDate;
  /** Tiers that rows name by place; -1 in a row: none. */
  readonly tierIds: readonly Id[];
  readonly customerIds: readonly Id[];
  readonly from: Int16Array;
  readonly to: Int16Array;
  readonly codes: Uint8Array;
  /** `width` figures per row; NaN: null. */
  readonly figures: Float64Array;
  /** Rows of each step, most sales first. */
  readonly rowsOf: Readonly<Record<TierStep, Int32Array>>;
  readonly summary: Omit<TierComparison, 'rows'>;
}

const codes = ['sales', 'share', 'rfm', 'score', 'nothing_to_judge', 'no_orders', 'pinned', 'new'] as const;
const width = scoreParts.length + 1;

export function packPreview(
  { rows, ...summary }: TierComparison,
  asOf: CalendarDate,
  salesOf: (customerId: Id) => number,
): PreviewTable {
  const tierIds = [...new Set(rows.flatMap(({ fromTierId, toTierId }) => [fromTierId, toTierId]))].filter(
    (tierId) => tierId !== null,
  );
  const placeOf = new Map(tierIds.map((tierId, place) => [tierId, place]));
  const place = (tierId: Id | null) => (tierId === null ? -1 : (placeOf.get(tierId) ?? -1));
  const figures = new Float64Array(rows.length * width).fill(Number.NaN);
  const byStep: Record<TierStep, number[]> = { up: [], down: [], same: [], first: [], pinned: [], new: [] };
  rows.forEach(({ because, step }, row) => {
    figuresOf(because).forEach((figure, at) => {
      figures[row * width + at] = figure ?? Number.NaN;
    });
    byStep[step].push(row);
  });
  const sales = rows.map(({ customerId }) => salesOf(customerId));
  const sorted = (step: TierStep) =>
    Int32Array.from(byStep[step].sort((a, b) => (sales[b] ?? 0) - (sales[a] ?? 0) || a - b));
  return {
    asOf,
    tierIds,
    customerIds: rows.map(({ customerId }) => customerId),
    from: Int16Array.from(rows, ({ fromTierId }) => place(fromTierId)),
    to: Int16Array.from(rows, ({ toTierId }) => place(toTierId)),
    codes: Uint8Array.from(rows, ({ because }) => codes.indexOf(because.code)),
    figures,
    rowsOf: {
      up: sorted('up'),
      down: sorted('down'),
      same: sorted('same'),
      first: sorted('first'),
      pinned: sorted('pinned'),
      new: sorted('new'),
    },
    summary,
  };
}

/** One row of a packed preview as it was. */
export function previewRow(table: PreviewTable, row: number): Omit<ComparedTier, 'step'> {
  const customerId = table.customerIds[row];
  const code = codes[table.codes[row] ?? -1];
  if (customerId === undefined || code === undefined) throw new Error(`a preview has no row ${row}`);
  const figures = Array.from(table.figures.subarray(row * width, (row + 1) * width), (figure) =>
    Number.isNaN(figure) ? null : figure,
  );
  return {
    customerId,
    fromTierId: table.tierIds[table.from[row] ?? -1] ?? null,
    toTierId: table.tierIds[table.to[row] ?? -1] ?? null,
    because: becauseOf(code, figures),
  };
}

type Because = ComparedTier['because'];

/** In the order in which becauseOf reads them. */
function figuresOf(because: Because): readonly (number | null)[] {
  switch (because.code) {
    case 'sales':
      return [because.salesFen];
    case 'share':
      return [because.salesFen, because.beforeFen, because.totalFen];
    case 'rfm': {
      const { recencyDays, orders, salesFen, r, f, m, segment } = because;
      return [recencyDays, orders, salesFen, r, f, m, rfmSegments.indexOf(segment)];
    }
    case 'score':
      return [because.total, ...scoreParts.map((part) => because.parts[part])];
    case 'nothing_to_judge':
    case 'no_orders':
    case 'pinned':
    case 'new':
      return [];
  }
}

function becauseOf(code: (typeof codes)[number], figures: readonly (number | null)[]): Because {
  const at = (place: number) => figures[place] ?? 0;
  switch (code) {
    case 'sales':
      return { code, salesFen: fen(at(0)) };
    case 'share':
      return { code, salesFen: fen(at(0)), beforeFen: fen(at(1)), totalFen: fen(at(2)) };
    case 'rfm': {
      const segment = rfmSegments[at(6)];
      if (segment === undefined) throw new Error('a packed score has no segment');
      return { code, recencyDays: at(0), orders: at(1), salesFen: fen(at(2)), r: at(3), f: at(4), m: at(5), segment };
    }
    case 'score': {
      const part = (name: (typeof scoreParts)[number]) => figures[1 + scoreParts.indexOf(name)] ?? null;
      return {
        code,
        total: figures[0] ?? null,
        parts: {
          sales: part('sales'),
          repeat: part('repeat'),
          wallet: part('wallet'),
          record: part('record'),
          years: part('years'),
          growth: part('growth'),
          loyalty: part('loyalty'),
        },
      };
    }
    case 'nothing_to_judge':
    case 'no_orders':
    case 'pinned':
    case 'new':
      return { code };
  }
}
