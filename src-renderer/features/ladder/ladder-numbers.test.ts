import { describe, expect, it } from 'vitest';
import { meanText, scaleText, shareText } from './ladder-numbers.ts';

describe('scaleText', () => {
  it.each([
    [16_000_000, '16万', '160K'],
    [2_500_000, '2.5万', '25K'],
    [50_000, '500', '500'],
    [0, '0', '0'],
    [-4_000_000, '-4万', '-40K'],
    [12_000_000_000, '1.2亿', '120M'],
    [200_000_000_000, '20亿', '2B'],
  ])('%d', (fen, zh, en) => {
    expect(scaleText(fen, 'zh-CN')).toBe(zh);
    expect(scaleText(fen, 'en')).toBe(en);
  });
});

describe('meanText', () => {
  it.each([
    [14_860_000, '¥148,600'],
    [-26_000, '-¥260'],
    [49, '¥0'],
    [-49, '¥0'],
    [33_333.33, '¥333'],
  ])('%d', (fen, text) => {
    expect(meanText(fen)).toBe(text);
  });
});

describe('shareText', () => {
  it.each([
    [57, 100, '57%'],
    [74, 2_324, '3.2%'],
    [1, 3, '33.3%'],
    [-1, 4, '-25%'],
    [0, 4, '0%'],
    [-1, 100_000, '0%'],
    [3, 0, null],
  ])('%d of %d', (part, whole, text) => {
    expect(shareText(part, whole)).toBe(text);
  });
});
