import type { CustomSeriesOption } from 'echarts/charts';
import type { GraphicComponentOption, GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Id } from '../../../src-shared/core/id.ts';
import type { TierColor } from '../../../src-shared/tiers/tier.ts';
import { type Colors, fontStack } from '../../app/tokens.ts';
import {
  colorOf,
  type DrawingSize,
  type DrawingWords,
  hatch,
  labelsOf,
  margins,
  movesOf,
  placesIn,
  textSize,
} from './ladder-drawing.ts';
import type { Box } from './ladder-labels.ts';
import type { LadderShape } from './ladder-shape.ts';

export type LadderOption = ComposeOption<
  CustomSeriesOption | GridComponentOption | GraphicComponentOption | TooltipComponentOption
>;

export interface LadderLook {
  readonly size: DrawingSize;
  readonly colors: Colors;
  readonly words: DrawingWords;
  readonly colorOfTier: (tierId: Id | null) => TierColor | null;
  /** What a step says where the pointer rests on it; null: on paper nothing rests. */
  readonly tipOf: ((tierId: Id | null) => HTMLElement | null) | null;
}

/** What a click was on; in the `info` of the element. */
export type LadderSpot =
  | { readonly kind: 'step'; readonly tierId: Id | null }
  | { readonly kind: 'border'; readonly isUp: boolean; readonly at: number }
  | { readonly kind: 'half' };

type Elements = readonly GraphicComponentOption[];

/**
 * 客户阶梯 as ECharts draws it: the scale by its axes, everything that stands on it at places worked out here, so that
 * the same numbers give the same picture on screen, on paper and in a file.
 */
export function ladderOption(shape: LadderShape, look: LadderLook): LadderOption {
  const { colors, words } = look;
  const text = { fontFamily: fontStack, fontSize: textSize };
  return {
    animation: false,
    textStyle: text,
    grid: { ...margins, top: margins.top + (look.size.headRoom ?? 0) },
    xAxis: { type: 'value', min: 0, max: shape.span, show: false },
    yAxis: {
      type: 'value',
      min: shape.scale.low,
      max: shape.scale.high,
      interval: shape.scale.step,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text, color: colors.ink2, formatter: words.scale },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: [stepsOf(shape, look)],
    ...(look.tipOf ? { tooltip: tipBox(colors) } : {}),
    graphic: [...labelTexts(shape, look), ...moveTexts(shape, look), ...bracketOf(shape, look)],
  };
}

/** Where a tip stands: beside the pointer, within the drawing, never in its way. */
function tipBox(colors: Colors): TooltipComponentOption {
  return {
    trigger: 'item',
    confine: true,
    transitionDuration: 0,
    padding: [8, 12],
    backgroundColor: colors.surface,
    borderWidth: 0,
    extraCssText: `border-radius:6px;box-shadow:${colors.shadow}`,
  };
}

function stepsOf(shape: LadderShape, { size, colors, colorOfTier, tipOf }: LadderLook): CustomSeriesOption {
  const { column } = placesIn(shape, size);
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    clip: false,
    cursor: 'pointer',
    encode: { x: 0, y: 1 },
    data: shape.bars.map(({ from, height }) => [from, height]),
    ...(tipOf
      ? { tooltip: { formatter: ({ dataIndex }) => tipOf(shape.bars[Number(dataIndex)]?.tierId ?? null) ?? '' } }
      : {}),
    renderItem: ({ dataIndex }) => {
      const bar = shape.bars[dataIndex];
      if (!bar) return { type: 'group', children: [] };
      const color = colorOf(colorOfTier(bar.tierId), colors);
      const sales = column(bar, bar.height);
      const edge = bar.height < 0 ? sales.y + sales.height : sales.y;
      return {
        type: 'group',
        children: [
          { type: 'rect', shape: sales, style: { fill: color, opacity: 0.2 } },
          ...costOf(bar.cost === null ? null : column(bar, bar.cost), sales, { color, loss: colors.red }),
          { type: 'rect', shape: { ...sales, y: edge - 1, height: 2 }, style: { fill: color } },
        ],
      };
    },
  };
}

/** Hatched up to the cost; what it is above the sales in the colour of a loss. */
function costOf(cost: Box | null, sales: Box, { color, loss }: { readonly color: string; readonly loss: string }) {
  if (cost === null || cost.height < 1) return [];
  const covered = { ...cost, y: Math.max(cost.y, sales.y) };
  const within = { ...covered, height: cost.y + cost.height - covered.y };
  const over = { ...cost, height: Math.max(0, sales.y - cost.y) };
  const lines = (box: Box, stroke: string) => ({
    type: 'path' as const,
    shape: { pathData: hatch(box) },
    style: { fill: 'none', stroke, lineWidth: 1, opacity: 0.55 },
  });
  return [
    ...(within.height >= 1 ? [lines(within, color)] : []),
    ...(over.height >= 1
      ? [
          { type: 'rect' as const, shape: over, style: { fill: loss, opacity: 0.12 } },
          { ...lines(over, loss), style: { fill: 'none', stroke: loss, lineWidth: 1, opacity: 0.9 } },
        ]
      : []),
  ];
}

/** Above the lines of the scale and the steps, in the order that ECharts paints. */
const overLines = 10;

function labelTexts(shape: LadderShape, look: LadderLook): Elements {
  return labelsOf(shape, look.size, look.words).flatMap(({ bar, box, lines }) =>
    lines.map((text, line) => ({
      type: 'text' as const,
      z: overLines,
      x: box.x + 2,
      y: box.y + line * (box.height / lines.length),
      info: { kind: 'step', tierId: bar.tierId } satisfies LadderSpot,
      cursor: 'pointer',
      ...tipFor(look.tipOf, bar.tierId),
      style: {
        text,
        fontFamily: fontStack,
        fontSize: textSize,
        fontWeight: line === 0 ? (600 as const) : (400 as const),
        fill: line === 0 ? colorOf(look.colorOfTier(bar.tierId), look.colors) : look.colors.ink,
        // A border of the ground's colour keeps a text readable where a line of the scale runs behind it.
        stroke: look.colors.surface,
        lineWidth: 3,
      },
    })),
  );
}

/** The name of a narrow step is easier to hit than the step. */
function tipFor(tipOf: LadderLook['tipOf'], tierId: Id | null) {
  return tipOf ? { tooltip: { formatter: () => tipOf(tierId) ?? '' } } : {};
}

function moveTexts(shape: LadderShape, { size, colors }: LadderLook): Elements {
  const { area } = placesIn(shape, size);
  const bottom = area.y + area.height;
  const { x } = placesIn(shape, size);
  return [
    ...shape.borders.map(({ at }) => ({
      type: 'line' as const,
      shape: { x1: x(at), y1: bottom, x2: x(at), y2: bottom + 4 },
      style: { stroke: colors.ink3, lineWidth: 1 },
    })),
    ...movesOf(shape, size).map(({ border, isUp, text, x: left }) => ({
      type: 'text' as const,
      z: overLines,
      x: left,
      y: bottom + 6,
      info: { kind: 'border', isUp, at: border.at } satisfies LadderSpot,
      cursor: 'pointer',
      style: { text, fontFamily: fontStack, fontSize: textSize, fill: isUp ? colors.accent : colors.amber },
    })),
  ];
}

function bracketOf(shape: LadderShape, { size, colors, words }: LadderLook): Elements {
  const { area, x } = placesIn(shape, size);
  const bottom = area.y + area.height;
  const text = { fontFamily: fontStack, fontSize: textSize };
  const total = {
    type: 'text' as const,
    z: overLines,
    x: area.x + area.width,
    y: bottom + 6,
    style: { ...text, text: words.total, fill: colors.ink2, align: 'right' as const },
  };
  if (!shape.bracket) return [total];
  const [from, to, y] = [x(0), Math.max(x(shape.bracket.to), x(0) + 6), bottom + 32];
  const wide = area.x + area.width - to < words.bracket.length * textSize;
  const info: LadderSpot = { kind: 'half' };
  return [
    total,
    {
      type: 'polyline',
      shape: {
        points: [
          [from, y - 6],
          [from, y],
          [to, y],
          [to, y - 6],
        ],
      },
      style: { fill: 'none', stroke: colors.ink, lineWidth: 1.5 },
    },
    {
      type: 'text',
      // Over so many customers that no room is left beside it, the words stand under the line.
      x: wide ? from : to + 8,
      y: wide ? y + 5 : y - 9,
      info,
      cursor: 'pointer',
      style: { ...text, text: words.bracket, fontWeight: 600, fill: colors.ink },
    },
  ];
}
