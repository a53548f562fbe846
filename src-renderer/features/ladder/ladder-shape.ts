import type { Id } from '../../../src-shared/core/id.ts';
import type { Ladder } from '../../../src-shared/measures/measures-contract.ts';

export interface LadderMove {
  readonly fromTierId: Id | null;
  readonly toTierId: Id | null;
  readonly customers: number;
}

export interface LadderBar {
  /** Null: 未分级. */
  readonly tierId: Id | null;
  readonly customers: number;
  /** Where it stands, in units of the width; a step of few customers is widened so that it can be seen. */
  readonly from: number;
  readonly to: number;
  /** Mean sales in fen; to a reader without money: customers. */
  readonly height: number;
  /** Mean cost in fen; null: not shown. */
  readonly cost: number | null;
}

/** What went over the line between two steps; a move of two steps went over two lines. */
export interface LadderBorder {
  readonly at: number;
  readonly up: number;
  readonly down: number;
  /** The moves that went over it, each from a tier to a tier. */
  readonly moves: readonly { readonly fromTierId: Id; readonly toTierId: Id; readonly isUp: boolean }[];
}

/** The ladder as a drawing, before it has a size: numbers only. */
export interface LadderShape {
  /** What the heights are. */
  readonly measure: 'money' | 'customers';
  readonly bars: readonly LadderBar[];
  readonly borders: readonly LadderBorder[];
  /** Width in units. */
  readonly span: number;
  /** The scale of the heights. */
  readonly scale: { readonly low: number; readonly high: number; readonly step: number };
  /** The fewest customers that make half of the sales: how far they reach; null: no sales, or no money is shown. */
  readonly bracket: {
    readonly to: number;
    readonly percent: number;
    readonly customers: number;
    readonly sharePercent: number;
  } | null;
}

/** The least a step takes of the width. */
const narrowest = 1 / 150;

export function ladderShape(ladder: Ladder, moves: readonly LadderMove[]): LadderShape {
  const measure = ladder.total.profit === null ? 'customers' : 'money';
  const standing = ladder.steps.filter(({ customers }) => customers > 0);
  const total = standing.reduce((sum, { customers }) => sum + customers, 0);
  let end = 0;
  const bars = standing.map(({ tierId, customers, meanSalesFen, meanCostFen }) => {
    const from = end;
    end += measure === 'money' ? Math.max(customers, total * narrowest) : 1;
    const money = { height: meanSalesFen ?? 0, cost: meanCostFen };
    return { tierId, customers, from, to: end, ...(measure === 'money' ? money : { height: customers, cost: null }) };
  });
  const heights = bars.flatMap(({ height, cost }) => [height, cost ?? 0]);
  const { half } = ladder;
  return {
    measure,
    bars,
    borders: bordersOf(
      bars,
      ladder.steps.map(({ tierId }) => tierId),
      moves,
    ),
    span: Math.max(end, 1),
    scale: niceScale(Math.min(0, ...heights), Math.max(0, ...heights)),
    bracket:
      measure === 'customers' || !half || half.sharePercent === null
        ? null
        : {
            to: reachOf(bars, half.customers),
            percent: half.percent,
            customers: half.customers,
            sharePercent: half.sharePercent,
          },
  };
}

function bordersOf(
  bars: readonly LadderBar[],
  order: readonly (Id | null)[],
  moves: readonly LadderMove[],
): readonly LadderBorder[] {
  const place = new Map(order.map((tierId, position) => [tierId, position]));
  const between = moves.flatMap(({ fromTierId, toTierId, customers }) => {
    const [from, to] = [place.get(fromTierId), place.get(toTierId)];
    if (fromTierId === null || toTierId === null || from === undefined || to === undefined) return [];
    return [{ fromTierId, toTierId, customers, from, to }];
  });
  return bars.slice(1).flatMap((bar) => {
    const line = place.get(bar.tierId) ?? 0;
    const before = bars[bars.indexOf(bar) - 1];
    const above = before ? (place.get(before.tierId) ?? 0) : 0;
    if (bar.tierId === null) return [];
    const crossing = between.flatMap(({ from, to, ...move }) => {
      if (from >= line && to <= above) return [{ ...move, isUp: true }];
      return from <= above && to >= line ? [{ ...move, isUp: false }] : [];
    });
    const sum = (isUp: boolean) =>
      crossing.reduce((found, move) => found + (move.isUp === isUp ? move.customers : 0), 0);
    return [
      {
        at: bar.from,
        up: sum(true),
        down: sum(false),
        moves: crossing.map(({ fromTierId, toTierId, isUp }) => ({ fromTierId, toTierId, isUp })),
      },
    ];
  });
}

/** How far so many customers reach, counted from the highest step. */
function reachOf(bars: readonly LadderBar[], customers: number): number {
  let left = customers;
  for (const bar of bars) {
    if (left <= bar.customers) return bar.from + ((bar.to - bar.from) * left) / bar.customers;
    left -= bar.customers;
  }
  return bars.at(-1)?.to ?? 0;
}

/** The room over a ladder without any amount, in fen: a scale of fractions of a fen would say 0 twice. */
const nothingSold = 40_000;

/** Round numbers around what there is, about four steps of 1, 2 or 5. */
export function niceScale(low: number, high: number): LadderShape['scale'] {
  const room = high - low || nothingSold;
  const rough = room / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10);
  return { low: Math.floor(low / step) * step, high: Math.max(step, Math.ceil(high / step) * step), step };
}
