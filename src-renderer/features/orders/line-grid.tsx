import { Button, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyText } from '../../text/money-text.ts';
import { cellProblemText } from './cell-problem-text.ts';
import styles from './line-grid.module.css';
import {
  blankLine,
  copiedCells,
  isBlankLine,
  type LineColumn,
  lineColumns,
  pasteCells,
  readLine,
  type TypedLine,
  withProduct,
} from './order-lines.ts';
import { ProductCell } from './product-cell.tsx';

interface Props {
  readonly lines: readonly TypedLine[];
  readonly onChange: (lines: readonly TypedLine[]) => void;
  /** Names pasted may be products: looked up by the caller. */
  readonly onPasted: (lines: readonly TypedLine[]) => void;
  /** True once saving was tried: what is missing is marked then, not while one has not come to it. */
  readonly showsMissing: boolean;
  /** Enter on a blank line is done with the lines. */
  readonly onLeave: () => void;
}

const maxLines = 500;
const textLength: Readonly<Record<Exclude<LineColumn, 'title'>, number>> = {
  quantity: 20,
  unit: 20,
  price: 20,
  discount: 10,
};

/** The lines of an order as a grid: Enter moves on and adds a line, ↑ ↓ move, cells copied from Excel are pasted. */
export function LineGrid({ lines, onChange, onPasted, showsMissing, onLeave }: Props) {
  const { t } = useTranslation();
  const grid = useRef<HTMLTableElement>(null);
  const focusNext = useRef<{ readonly key: string; readonly column: LineColumn } | null>(null);
  const focus = (key: string, column: LineColumn) => {
    const cell = grid.current?.querySelector<HTMLInputElement>(
      `tr[data-line="${key}"] td[data-column="${column}"] input`,
    );
    cell?.focus();
    cell?.select();
  };
  // A line that was just added is there only after the next render.
  useEffect(() => {
    const wanted = focusNext.current;
    if (!wanted) return;
    focusNext.current = null;
    focus(wanted.key, wanted.column);
  });
  const set = (key: string, fields: Partial<TypedLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...fields } : line)));
  const add = () => {
    if (lines.length >= maxLines) return;
    const line = blankLine();
    focusNext.current = { key: line.key, column: 'title' };
    onChange([...lines, line]);
  };
  const remove = (index: number) => {
    const rest = lines.filter((_, at) => at !== index);
    const left = rest.length > 0 ? rest : [blankLine()];
    const next = left[Math.min(index, left.length - 1)];
    if (next) focusNext.current = { key: next.key, column: 'title' };
    onChange(left);
  };
  const enter = (line: TypedLine, index: number, column: LineColumn) => {
    if (column === 'title' && isBlankLine(line)) return onLeave();
    const next = lineColumns[lineColumns.indexOf(column) + 1];
    if (next) return focus(line.key, next);
    const below = lines[index + 1];
    if (below) focus(below.key, 'title');
    else add();
  };
  const onKeyDown = (event: KeyboardEvent, line: TypedLine, index: number, column: LineColumn) => {
    if (event.nativeEvent.isComposing) return;
    const target = event.target instanceof HTMLInputElement ? event.target : null;
    if (!target) return;
    const listHasChoice =
      target.getAttribute('aria-expanded') === 'true' && target.getAttribute('aria-activedescendant');
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !listHasChoice) {
      event.preventDefault();
      event.stopPropagation();
      enter(line, index, column);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && column !== 'title') {
      event.preventDefault();
      const other = lines[index + (event.key === 'ArrowDown' ? 1 : -1)];
      if (other) focus(other.key, column);
    } else if (event.key === 'Delete' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      remove(index);
    }
  };
  const onPaste = (event: ClipboardEvent, index: number, column: LineColumn) => {
    const cells = copiedCells(event.clipboardData.getData('text/plain'));
    if (!cells) return;
    event.preventDefault();
    const pasted = pasteCells(lines, { row: index, column }, cells, blankLine).slice(0, maxLines);
    onChange(pasted);
    onPasted(pasted.slice(index, index + cells.length));
  };
  return (
    <div className={styles.grid}>
      <table ref={grid} className={styles.table} aria-label={t('order.lines')}>
        <thead>
          <tr>
            <th className={styles.no} aria-hidden />
            <th className={styles.title}>{t('order.column.title')}</th>
            <th className={styles.quantity}>{t('order.column.quantity')}</th>
            <th className={styles.unit}>{t('order.column.unit')}</th>
            <th className={styles.price}>{t('order.column.price')}</th>
            <th className={styles.discount}>{t('order.column.discount')}</th>
            <th className={styles.amount}>{t('order.column.amount')}</th>
            <th className={styles.remove} aria-hidden />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            const { amountFen, problems } = readLine(line);
            const isBlank = isBlankLine(line);
            const no = index + 1;
            const problemOf = (column: LineColumn): string => {
              const problem = problems[column];
              if (problem === undefined || (problem === 'required' && (isBlank || !showsMissing))) return '';
              return cellProblemText(t, column, problem);
            };
            const cell = (column: LineColumn) => ({
              'data-column': column,
              'data-wrong': problemOf(column) !== '' || undefined,
              className: styles[column],
              onKeyDownCapture: (event: KeyboardEvent) => onKeyDown(event, line, index, column),
              onPasteCapture: (event: ClipboardEvent) => onPaste(event, index, column),
            });
            return (
              <tr key={line.key} data-line={line.key}>
                <td className={styles.no}>{no}</td>
                <td {...cell('title')}>
                  <ProductCell
                    label={t('order.cellOf', { column: t('order.column.title'), no })}
                    typed={line.title}
                    isWrong={problemOf('title') !== ''}
                    problem={problemOf('title')}
                    onType={(title) => set(line.key, { title, productId: null })}
                    onProduct={(product) => {
                      focusNext.current = { key: line.key, column: 'quantity' };
                      onChange(lines.map((each) => (each.key === line.key ? withProduct(each, product) : each)));
                    }}
                  />
                </td>
                {(['quantity', 'unit', 'price', 'discount'] as const).map((column) => (
                  <td key={column} {...cell(column)}>
                    <Input
                      size="small"
                      variant="borderless"
                      aria-label={t('order.cellOf', { column: t(`order.column.${column}`), no })}
                      aria-invalid={problemOf(column) !== ''}
                      title={problemOf(column)}
                      {...(problemOf(column) === '' ? {} : { status: 'error' as const })}
                      inputMode={column === 'unit' ? 'text' : 'decimal'}
                      autoComplete="off"
                      maxLength={textLength[column]}
                      placeholder={column === 'quantity' && !isBlank ? '1' : ''}
                      value={line[column]}
                      onFocus={(event) => event.target.select()}
                      onChange={(event) => set(line.key, { [column]: event.target.value })}
                    />
                  </td>
                ))}
                <td className={styles.amount} data-negative={(amountFen ?? 0) < 0 || undefined}>
                  {amountFen === null || isBlank ? '' : moneyText(amountFen)}
                </td>
                <td className={styles.remove}>
                  <button
                    type="button"
                    tabIndex={-1}
                    className={styles.button}
                    aria-label={t('order.removeLine', { no })}
                    title={t('order.removeLine', { no })}
                    onClick={() => remove(index)}
                  >
                    <X size={14} strokeWidth={1.75} aria-hidden />
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.under}>
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          disabled={lines.length >= maxLines}
          onClick={add}
        >
          {t('order.addLine')}
        </Button>
        <span className={styles.hint}>{t('order.linesHint')}</span>
      </div>
    </div>
  );
}
