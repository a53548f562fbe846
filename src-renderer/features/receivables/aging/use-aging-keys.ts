import type { GridApi } from 'ag-grid-community';
import { useCallback, useEffect, useRef } from 'react';
import type { AgingRow } from '../../../../src-shared/receivables/receivable-views.ts';
import { useReach } from '../../../ipc/use-current-user.ts';
import { askMoney } from '../../../state/money-request.ts';
import { comboOf } from '../../../state/shortcuts.ts';

interface Settings {
  readonly api: GridApi<AgingRow> | null;
  readonly openId: string | null;
  readonly onOpen: (customerId: string | null) => void;
  /** Into the statement that is open now. */
  readonly onEnter: () => void;
}

const followDelayMs = 90;

/** ↑↓ with an open statement shows that of the row one stops at; Enter goes into it, Space opens and closes, R records a payment. */
export function useAgingKeys({ api, openId, onOpen, onEnter }: Settings) {
  const mayPay = useReach('money.edit') !== null;
  const latest = useRef(openId);
  latest.current = openId;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onStand = useCallback(
    (row: AgingRow, by: 'mouse' | 'key') => {
      clearTimeout(timer.current);
      if (by === 'mouse') return onOpen(row.customerId);
      if (latest.current === null) return;
      // A held arrow key passes many rows; only the last is worth reading.
      timer.current = setTimeout(() => {
        const cell = api?.isDestroyed() ? null : api?.getFocusedCell();
        const there = cell ? api?.getDisplayedRowAtIndex(cell.rowIndex)?.data : undefined;
        if (there && latest.current !== null) onOpen(there.customerId);
      }, followDelayMs);
    },
    [api, onOpen],
  );
  const onRowKey = useCallback(
    (row: AgingRow, event: KeyboardEvent): boolean => {
      if (event.type !== 'keydown') return false;
      switch (comboOf(event)) {
        case 'enter':
          onOpen(row.customerId);
          onEnter();
          break;
        case 'space':
          onOpen(latest.current === row.customerId ? null : row.customerId);
          break;
        case 'r':
          if (mayPay) askMoney({ kind: 'payment', customerId: row.customerId });
          break;
        case 'escape':
          onOpen(null);
          break;
        default:
          return false;
      }
      event.preventDefault();
      return true;
    },
    [onOpen, onEnter, mayPay],
  );
  return { onStand, onRowKey };
}
