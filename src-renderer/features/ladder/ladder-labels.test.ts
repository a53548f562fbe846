import { describe, expect, it } from 'vitest';
import { type Box, placeLabels, roughWidth } from './ladder-labels.ts';

const area: Box = { x: 0, y: 0, width: 600, height: 300 };
const size = { width: 100, height: 36 };
const bar = (x: number, width: number, height: number): Box => ({ x, width, y: 300 - height, height });

function touching(boxes: readonly Box[]): boolean {
  return boxes.some((a, i) =>
    boxes.some(
      (b, j) => i < j && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    ),
  );
}

describe('placeLabels', () => {
  it('stands a label on the top of its step', () => {
    const [low] = placeLabels([bar(0, 300, 100)], [size], area);
    expect(low).toEqual({ x: 0, y: 160, ...size });
  });

  it('stands beside a step that reaches to the top', () => {
    const [high] = placeLabels([bar(0, 20, 290), bar(20, 500, 50)], [size, size], area);
    expect(high).toMatchObject({ x: 28, y: 10 });
  });

  it('keeps the labels of narrow steps of one height apart', () => {
    const bars = [bar(0, 4, 120), bar(4, 4, 118), bar(8, 500, 20)];
    const labels = placeLabels(bars, [size, size, size], area);
    expect(touching(labels)).toBe(false);
    expect(labels.every(({ y }) => y >= 0)).toBe(true);
  });

  it('keeps the last label inside the drawing', () => {
    const [, last] = placeLabels([bar(0, 580, 60), bar(580, 20, 30)], [size, size], area);
    expect(last?.x).toBe(500);
  });
});

describe('roughWidth', () => {
  it('takes a Chinese character for its size and a digit for less', () => {
    expect(roughWidth('级', 12)).toBe(12);
    expect(roughWidth('1,024', 10)).toBe(30);
  });
});
