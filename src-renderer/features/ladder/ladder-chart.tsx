import { CustomChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import type { DrawingSize } from './ladder-drawing.ts';
import { type LadderLook, type LadderSpot, ladderOption } from './ladder-option.ts';
import type { LadderShape } from './ladder-shape.ts';

use([CustomChart, GridComponent, GraphicComponent, TooltipComponent, SVGRenderer]);

interface Props {
  readonly shape: LadderShape;
  readonly look: Omit<LadderLook, 'size'>;
  /** The same in one sentence, for who does not see it; its numbers stand in the table below. */
  readonly label: string;
  readonly onSpot: (spot: LadderSpot) => void;
}

/** The drawing at the size of its place; every number on it opens its customers. */
export function LadderChart({ shape, look, label, onSpot }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const [size, setSize] = useState<DrawingSize | null>(null);
  const latest = useRef({ shape, onSpot });
  latest.current = { shape, onSpot };
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const element = place.current;
    if (!element || !size || size.width === 0 || size.height === 0) return;
    if (chart.current === null) {
      chart.current = init(element, null, { renderer: 'svg', ...size });
      chart.current.on('click', (event) => {
        const spot = spotOf(event, latest.current.shape);
        if (spot) latest.current.onSpot(spot);
      });
    }
    chart.current.resize(size);
    chart.current.setOption(ladderOption(shape, { ...look, size }), { notMerge: true });
  }, [shape, look, size]);
  return <div ref={place} role="img" aria-label={label} style={{ width: '100%', height: '100%' }} />;
}

interface ChartClick {
  readonly componentType?: string;
  readonly dataIndex?: number;
  readonly info?: unknown;
}

function spotOf({ componentType, dataIndex, info }: ChartClick, shape: LadderShape): LadderSpot | null {
  if (componentType === 'graphic') return isSpot(info) ? info : null;
  const bar = dataIndex === undefined ? undefined : shape.bars[dataIndex];
  return bar ? { kind: 'step', tierId: bar.tierId } : null;
}

function isSpot(info: unknown): info is LadderSpot {
  return typeof info === 'object' && info !== null && 'kind' in info;
}
