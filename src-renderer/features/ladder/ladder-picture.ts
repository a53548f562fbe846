import { CustomChart } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { type Colors, fontStack, light } from '../../app/tokens.ts';
import { type LadderLook, ladderOption } from './ladder-option.ts';
import type { LadderShape } from './ladder-shape.ts';

use([CustomChart, GridComponent, GraphicComponent, SVGRenderer, CanvasRenderer]);

export interface PictureWords {
  readonly headline: string;
  /** Firm, period, filters. */
  readonly about: string;
}

const size = { width: 1120, height: 520 };
/** Twice as many dots as pixels: it goes into slides and messages. */
const dotsPerPixel = 2;
const onPaper: Colors = { ...light, ink: '#000000', ink2: '#333333' };

/** The drawing in black on white with its words above it, as a data URL of a PNG or an SVG. */
export function ladderPicture(
  shape: LadderShape,
  look: Omit<LadderLook, 'size' | 'colors' | 'tipOf'>,
  { headline, about }: PictureWords,
  format: 'png' | 'svg',
): string {
  const place = document.createElement('div');
  const chart = init(place, null, { renderer: format === 'svg' ? 'svg' : 'canvas', ...size });
  try {
    const option = ladderOption(shape, { ...look, tipOf: null, colors: onPaper, size: { ...size, headRoom: 56 } });
    const line = (text: string, y: number, fontSize: number, fontWeight: 400 | 600) => ({
      type: 'text' as const,
      x: 24,
      y,
      style: { text, fontFamily: fontStack, fontSize, fontWeight, fill: onPaper.ink },
    });
    const graphic = [...[option.graphic ?? []].flat(), line(headline, 16, 16, 600), line(about, 42, 12, 400)];
    chart.setOption({ ...option, backgroundColor: '#ffffff', graphic });
    return chart.getDataURL({ type: format, pixelRatio: dotsPerPixel, backgroundColor: '#ffffff' });
  } finally {
    chart.dispose();
  }
}
