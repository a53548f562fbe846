import type { TFunction } from 'i18next';
import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countText } from '../../../text/number-text.ts';
import { wholeYuanText } from '../because-text.ts';
import { type CutRange, wholeRange } from './cut-ranges.ts';
import styles from './rfm.module.css';
import type { RfmChoice } from './rfm-choice.ts';
import { type GridPlace, rfmGridStep } from './rfm-grid-step.ts';
import type { RfmAnswer } from './use-rfm.ts';

interface Props {
  readonly cells: RfmAnswer['cells'];
  readonly cuts: NonNullable<RfmAnswer['cuts']>;
  readonly chosen: RfmChoice | null;
  readonly onChoose: (choice: RfmChoice) => void;
}

const scores = [1, 2, 3, 4, 5] as const;
/** Recency falls downwards: what was bought yesterday stands on top. */
const rowScores = [5, 4, 3, 2, 1] as const;

/**
 * Recency down, frequency across; the stronger the colour of a cell, the more money it brings. One stop of Tab: arrows,
 * Home and End (with Ctrl over the whole grid) move within it, Enter lists the customers of a cell.
 */
export function RfmGrid({ cells, cuts, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const [moved, setMoved] = useState<GridPlace | null>(null);
  const stop = moved ?? (chosen?.kind === 'cell' ? placeOf(chosen) : firstPlace);
  const most = Math.max(...cells.map(({ salesFen }) => salesFen), 1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const next = rfmGridStep(stop, event.key, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    setMoved(next);
    cellAt(event.currentTarget, next)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern; heads and cells stay those of a table
    <table role="grid" className={styles.grid} aria-label={t('rfm.grid')} onKeyDown={onKeyDown}>
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
        {rowScores.map((r, row) => (
          <tr key={r}>
            <th scope="row">
              <strong>R{r}</strong>
              <span>{rangeText(t, 'days', wholeRange(cuts.recency, 5 - r))}</span>
            </th>
            {scores.map((f, column) => (
              <td key={f}>
                <Cell
                  r={r}
                  f={f}
                  cell={cells.find((each) => each.r === r && each.f === f)}
                  most={most}
                  isChosen={chosen?.kind === 'cell' && chosen.r === r && chosen.f === f}
                  isStop={stop.row === row && stop.column === column}
                  onFocus={() => setMoved({ row, column })}
                  onChoose={onChoose}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly r: number;
  readonly f: number;
  readonly cell: RfmAnswer['cells'][number] | undefined;
  /** The sales of the strongest cell. */
  readonly most: number;
  readonly isChosen: boolean;
  /** Where Tab stops. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onChoose: (choice: RfmChoice) => void;
}

/** A cell without customers can be stood on, so that the arrows lead everywhere, and opens nothing. */
function Cell({ r, f, cell, most, isChosen, isStop, onFocus, onChoose }: CellProps) {
  const { t } = useTranslation();
  const place = { 'data-cell': `${r}${f}`, tabIndex: isStop ? 0 : -1, onFocus };
  if (!cell || cell.customers === 0) {
    return (
      <button
        type="button"
        className={styles.emptyCell}
        aria-disabled
        aria-label={t('rfm.emptyCell', { r, f })}
        {...place}
      >
        —
      </button>
    );
  }
  const customers = t('rfm.customers', { count: cell.customers, shown: countText(cell.customers) });
  const sales = wholeYuanText(Math.round(cell.salesFen / 100) * 100);
  return (
    <button
      type="button"
      className={styles.cell}
      aria-pressed={isChosen}
      aria-label={t('rfm.cell', { r, f, customers, sales })}
      style={{ '--share': `${heat(cell.salesFen, most)}%` } as CSSProperties} // Safe: a custom property.
      onClick={() => onChoose({ kind: 'cell', r, f })}
      {...place}
    >
      <strong>{customers}</strong>
      <span>{sales}</span>
    </button>
  );
}

const firstPlace: GridPlace = { row: 0, column: 0 };

function placeOf({ r, f }: { readonly r: number; readonly f: number }): GridPlace {
  return { row: 5 - r, column: f - 1 };
}

function cellAt(grid: HTMLElement, { row, column }: GridPlace): HTMLElement | null {
  return grid.querySelector<HTMLElement>(`[data-cell="${5 - row}${column + 1}"]`);
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
