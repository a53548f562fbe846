import type { TFunction } from 'i18next';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { countText } from '../../../text/number-text.ts';
import { wholeYuanText } from '../because-text.ts';
import { type CutRange, wholeRange } from './cut-ranges.ts';
import styles from './rfm.module.css';
import type { RfmChoice } from './rfm-choice.ts';
import type { RfmAnswer } from './use-rfm.ts';

interface Props {
  readonly cells: RfmAnswer['cells'];
  readonly cuts: NonNullable<RfmAnswer['cuts']>;
  readonly chosen: RfmChoice | null;
  readonly onChoose: (choice: RfmChoice) => void;
}

const scores = [1, 2, 3, 4, 5] as const;

/** Recency down, frequency across; the stronger the colour of a cell, the more money it brings. */
export function RfmGrid({ cells, cuts, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const most = Math.max(...cells.map(({ salesFen }) => salesFen), 1);
  return (
    <table className={styles.grid} aria-label={t('rfm.grid')}>
      <thead>
        <tr>
          <th className={styles.corner}>{t('rfm.axes')}</th>
          {scores.map((f) => (
            <th key={f} scope="col">
              <strong>F{f}</strong>
              <span>{rangeText(t, 'orders', wholeRange(cuts.frequency, f - 1))}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...scores].reverse().map((r) => (
          <tr key={r}>
            <th scope="row">
              <strong>R{r}</strong>
              <span>{rangeText(t, 'days', wholeRange(cuts.recency, 5 - r))}</span>
            </th>
            {scores.map((f) => {
              const cell = cells.find((each) => each.r === r && each.f === f);
              const isChosen = chosen?.kind === 'cell' && chosen.r === r && chosen.f === f;
              return (
                <td key={f}>
                  {cell && cell.customers > 0 ? (
                    <button
                      type="button"
                      className={styles.cell}
                      aria-pressed={isChosen}
                      style={{ '--share': `${heat(cell.salesFen, most)}%` } as CSSProperties} // Safe: a custom property.
                      onClick={() => onChoose({ kind: 'cell', r, f })}
                    >
                      <strong>{t('rfm.customers', { count: cell.customers, shown: countText(cell.customers) })}</strong>
                      <span>{wholeYuanText(Math.round(cell.salesFen / 100) * 100)}</span>
                    </button>
                  ) : (
                    <span className={styles.emptyCell} role="img" aria-label={t('rfm.nobodyHere')}>
                      —
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 8–48 % of the accent over the surface, in five steps: dark ink stays readable on all of them. */
function heat(salesFen: number, most: number): number {
  return 8 + 10 * Math.ceil((4 * Math.max(0, salesFen)) / most);
}

export function rangeText(t: TFunction, unit: 'days' | 'orders', range: CutRange | null): string {
  if (!range) return t('rfm.noValue');
  const { from, to } = range;
  if (from === null) return to === null ? '' : t(`rfm.upTo.${unit}`, { to: countText(to) });
  if (to === null) return t(`rfm.from.${unit}`, { from: countText(from) });
  return from === to
    ? t(`rfm.exactly.${unit}`, { from: countText(from) })
    : t(`rfm.between.${unit}`, { from: countText(from), to: countText(to) });
}
