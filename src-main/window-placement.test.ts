import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow } from './window-placement.ts';

const laptop = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 2560, height: 1400 };
const left = { x: -1280, y: 200, width: 1280, height: 984 };
const window = (x: number, y: number, width = 1300, height = 800) => ({ x, y, width, height, isMaximized: false });

describe('placeWindow', () => {
  it('opens in the middle of the first screen at the first start', () => {
    expect(placeWindow(null, [laptop, right])).toEqual({ x: 240, y: 70, width: 1440, height: 900 });
  });

  it.each([
    ['on the second screen', window(2000, 100), [laptop, right]],
    ['on a screen left of the first', window(-1300, 250), [laptop, left]],
    ['half over the edge', window(1500, 100), [laptop]],
  ])('opens where it was, %s', (_where, remembered, screens) => {
    expect(placeWindow(remembered, screens)).toMatchObject({ x: remembered.x, y: remembered.y });
  });

  it.each([
    ['its screen was taken away', window(2000, 100), [laptop]],
    ['its title bar is above the screen', window(100, -30), [laptop]],
    ['its title bar is below the task bar', window(100, 1020), [laptop]],
    ['only a sliver of it would show', window(1830, 100), [laptop]],
    ['it is left of everything', window(-1250, 100), [laptop]],
  ])('comes back to the first screen when %s', (_why, remembered, screens) => {
    expect(placeWindow(remembered, screens)).toEqual({ x: 310, y: 120, width: 1300, height: 800 });
  });

  it('shows its grip again when it was shrunk to the screen and stood far to the left', () => {
    expect(placeWindow(window(-1801, 0, 1921, 700), [laptop]).x).toBe(-1800);
  });

  it('is no larger than its screen and no smaller than the layout needs', () => {
    expect(placeWindow(window(0, 0, 5000, 3000), [laptop])).toMatchObject({ width: 1920, height: 1040 });
    expect(placeWindow(window(0, 0, 10, 10), [laptop])).toMatchObject({ width: 1024, height: 640 });
    const small = { x: 0, y: 0, width: 1000, height: 600 };
    expect(placeWindow(window(0, 0), [small])).toMatchObject({ width: 1000, height: 600 });
  });

  it('can always be dragged: its title bar is on a screen', () => {
    const number = fc.integer({ min: -6000, max: 6000 });
    const size = fc.integer({ min: 1, max: 6000 });
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const placed = placeWindow(window(x, y, width, height), [laptop, left]);
        return [laptop, left].some(
          (area) =>
            placed.y >= area.y &&
            placed.y + 40 <= area.y + area.height &&
            Math.min(placed.x + placed.width, area.x + area.width) - Math.max(placed.x, area.x) >= 120,
        );
      }),
    );
  });
});
