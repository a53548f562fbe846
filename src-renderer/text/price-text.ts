import { scaledText } from '../../src-shared/core/scaled-number.ts';

/** `¥8.50`, `¥1.2345`: two decimals, and as many more as the price has. */
export function priceText(priceE4: number): string {
  const [whole = '0', rest = '00'] = scaledText(Math.abs(priceE4), 4, 2).split('.');
  return `${priceE4 < 0 ? '-' : ''}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest.padEnd(2, '0')}`;
}
