import type { GridApi } from 'ag-grid-community';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CustomerRow } from '../../../../src-shared/customers/customer.ts';
import type { CustomerListQuery } from '../../../../src-shared/customers/customer-list.ts';
import { useReach } from '../../../ipc/use-current-user.ts';
import { focusCustomerSearch, useCustomerSearch } from '../../../state/customer-search.ts';
import { openCustomer, useOpenCustomer, writeFollowUp } from '../../../state/open-customer.ts';
import { comboOf } from '../../../state/shortcuts.ts';
import { bulkEdit } from './bulk-edit.ts';
import { focusFirstRow } from './focus-first-row.ts';
import { toggleAll } from './tick-cells.ts';
import { isTicked, selectionOf, withTicks } from './ticked.ts';
import { clearTicks, setTicked, useTicked } from './ticked-store.ts';

const followDelayMs = 90;

/** What keys and clicks on rows do; and the way from the search box into the list. */
export function useGridKeys(view: CustomerListQuery | null) {
  const [api, setApi] = useState<GridApi<CustomerRow> | null>(null);
  const mayBin = useReach('bulk.edit') !== null;
  const follow = useFollow(api);

  const listWish = useCustomerSearch((state) => state.listWish);
  useEffect(() => {
    if (listWish > 0 && api && api.getDisplayedRowCount() > 0) focusFirstRow(api);
  }, [api, listWish]);

  const rowWish = useCustomerSearch((state) => state.rowWish);
  useEffect(() => {
    if (rowWish === 0 || !api) return;
    // By customer, not by place: what was just saved may have moved its row.
    const openId = useOpenCustomer.getState().id;
    const openRow = api.getRenderedNodes().find((node) => node.data?.id === openId);
    if (openRow?.rowIndex != null) api.setFocusedCell(openRow.rowIndex, 'name');
    else focusCustomerSearch();
  }, [api, rowWish]);

  const onStand = useCallback(
    (row: CustomerRow | null, by: 'mouse' | 'key') => {
      if (row && by === 'mouse') openCustomer(row.id);
      else if (useOpenCustomer.getState().id !== null) follow();
    },
    [follow],
  );

  const onRowKey = useCallback(
    (row: CustomerRow, event: KeyboardEvent): boolean => {
      if (event.type !== 'keydown') return false;
      const { ticked, anchor } = useTicked.getState();
      switch (comboOf(event)) {
        case 'enter':
          writeFollowUp(row.id);
          break;
        case 'space':
          openCustomer(useOpenCustomer.getState().id === row.id ? null : row.id);
          break;
        case 'shift+space':
          setTicked(withTicks(ticked, [row.id], !isTicked(ticked, row.id)), anchor);
          break;
        case 'mod+a':
          toggleAll();
          break;
        case 'delete': {
          const selection = view && (selectionOf(ticked, view) ?? { kind: 'ids' as const, ids: [row.id] });
          if (mayBin && selection) {
            void bulkEdit(selection, { kind: 'bin' }).then((isDone) => {
              if (isDone) clearTicks();
            });
          }
          break;
        }
        case 'escape':
          if (useOpenCustomer.getState().id !== null) openCustomer(null);
          else clearTicks();
          break;
        default:
          return false;
      }
      event.preventDefault();
      return true;
    },
    [view, mayBin],
  );
  return { api, onReady: setApi, onStand, onRowKey };
}

/**
 * Opens the customer one stops at: a held arrow key passes many rows, and only the last is worth reading. Which that is
 * is asked when the time is up, because a search may have put other rows under the cursor.
 */
function useFollow(api: GridApi<CustomerRow> | null): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    const look = () => {
      const cell = api?.isDestroyed() ? null : api?.getFocusedCell();
      // The pane may have been closed meanwhile.
      if (!cell || useOpenCustomer.getState().id === null) return;
      const row = api?.getDisplayedRowAtIndex(cell.rowIndex);
      if (row?.data) openCustomer(row.data.id);
      // It is there, but what it says is still being read.
      else if (row) timer.current = setTimeout(look, followDelayMs);
    };
    clearTimeout(timer.current);
    timer.current = setTimeout(look, followDelayMs);
  }, [api]);
}
