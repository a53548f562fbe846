import { type FocusEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { comboOf, isTextField } from '../../state/shortcuts.ts';

/** What a line is to the keys: `data-row` its key, `data-customer` whose it is, `data-main` the control that holds the focus. */
function rowsIn(board: HTMLElement): readonly HTMLElement[] {
  return [...board.querySelectorAll<HTMLElement>('[data-row]')];
}

function focusRow(row: HTMLElement | undefined): void {
  const main = row?.querySelector<HTMLElement>('[data-main]');
  main?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

interface RowKeys {
  readonly onOpen: (customerId: string) => void;
  /** Esc outside a text field. */
  readonly onEscape: () => void;
}

/**
 * ↑ ↓ Home End walk over the lines of all sections, o opens the customer. One line at a time is a stop of Tab, so that
 * a long list is passed with one key.
 */
export function useRowKeys({ onOpen, onEscape }: RowKeys) {
  const board = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const focusKey = useCallback((key: string) => {
    if (board.current) focusRow(rowsIn(board.current).find((row) => row.dataset.row === key));
  }, []);
  /** The next line that is still to be done; null: none below, the focus stays where it is. */
  const focusAfter = useCallback((key: string) => {
    if (!board.current) return;
    const rows = rowsIn(board.current);
    const at = rows.findIndex((row) => row.dataset.row === key);
    focusRow(rows.slice(at + 1).find((row) => row.dataset.done !== 'true') ?? rows[at]);
  }, []);
  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const key = event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
    if (key) setCurrent(key);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!board.current || event.defaultPrevented || isTextField(event.target)) return;
    const rows = rowsIn(board.current);
    const here = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const at = here ? rows.indexOf(here) : -1;
    switch (comboOf(event)) {
      case 'arrowdown':
        focusRow(rows[Math.min(at + 1, rows.length - 1)]);
        break;
      case 'arrowup':
        focusRow(rows[Math.max(at - 1, 0)]);
        break;
      case 'home':
        focusRow(rows[0]);
        break;
      case 'end':
        focusRow(rows.at(-1));
        break;
      case 'o':
        if (here?.dataset.customer) onOpen(here.dataset.customer);
        break;
      case 'escape':
        onEscape();
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  return { board, current, focusKey, focusAfter, onFocus, onKeyDown };
}
