import { fen, fenToYuanText } from '../../src-shared/core/money.ts';

/** An amount as programs add it up and as people read it. */
export interface Amount {
  readonly fen: number;
  readonly yuan: string;
}

export function amountOf(value: number): Amount {
  return { fen: value, yuan: fenToYuanText(fen(value)) };
}

/** The same data with each `…Fen` as an amount under its name without the unit: `openFen` becomes `open`. */
export function withYuan(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withYuan);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) =>
      key.endsWith('Fen') && typeof part === 'number'
        ? [key.slice(0, -'Fen'.length), amountOf(part)]
        : [key, withYuan(part)],
    ),
  );
}
