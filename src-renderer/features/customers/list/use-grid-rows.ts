import type { GridApi } from 'ag-grid-community';
import { useEffect, useRef, useState } from 'react';
import type { CustomerRow } from '../../../../src-shared/customers/customer.ts';
import type { CustomerListQuery } from '../../../../src-shared/customers/customer-list.ts';
import { client } from '../../../ipc/client.ts';
import { onStale } from '../../../ipc/query-client.ts';
import { sayError, settled } from '../../../ipc/report.ts';
import { openCustomer, useOpenCustomer } from '../../../state/open-customer.ts';
import { focusFirstRow, standsOnRow } from './focus-first-row.ts';
import { readFirstPage, rowSource } from './row-source.ts';
import { setViewCount } from './ticked-store.ts';

export interface GridRows {
  /** Null until the first answer. */
  readonly count: number | null;
  /** There are more than `count`; the exact number is on its way. */
  readonly isCapped: boolean;
}

const topicsOfRows = ['customers', 'tags', 'tiers', 'users'] as const;

/** Keeps the grid on the view: a new view from its top, a changed book in place. */
export function useGridRows(api: GridApi<CustomerRow> | null, view: CustomerListQuery | null): GridRows {
  const [shown, setShown] = useState<GridRows>({ count: null, isCapped: false });
  const latest = useRef(0);
  useEffect(() => {
    if (!api || !view) return;
    latest.current += 1;
    const turn = latest.current;
    // Only the latest question's answer is shown, whatever order they come back in.
    const isOver = () => turn !== latest.current || api.isDestroyed();
    const showCount = (count: number, isCapped: boolean) => {
      setShown({ count, isCapped });
      setViewCount(count);
    };
    const countExactly = async () => {
      const exact = await settled(client.customers.count({ view, exact: true }));
      if (isOver()) return;
      if (!exact.ok) return sayError(exact.error);
      api.setRowCount(exact.value.count, true);
      showCount(exact.value.count, false);
    };
    // What is said of the book while the first page is read may be news to that page.
    let firstPage: 'asked' | 'behind' | 'read' = 'asked';
    const refresh = () => {
      api.refreshInfiniteCache();
      void countExactly();
    };
    const load = async () => {
      const first = await readFirstPage(view);
      if (isOver()) return;
      const isBehind = firstPage === 'behind';
      firstPage = 'read';
      if (!first.ok) return sayError(first.error);
      const wasOnRow = standsOnRow();
      api.setGridOption('datasource', rowSource(view, first.value, sayError));
      api.setRowCount(first.value.count, !first.value.isCapped);
      if (api.getDisplayedRowCount() > 0) {
        api.ensureIndexVisible(0, 'top');
        if (wasOnRow) standOnFirst(api, first.value.rows[0]);
      }
      showCount(first.value.count, first.value.isCapped);
      if (isBehind) refresh();
      else if (first.value.isCapped) await countExactly();
    };
    void load();
    const stop = onStale((stale) => {
      if (!topicsOfRows.some((topic) => stale.has(topic)) || isOver()) return;
      if (firstPage === 'read') refresh();
      else firstPage = 'behind';
    });
    return () => {
      stop();
      latest.current += 1;
    };
  }, [api, view]);
  return shown;
}

/** The focus was on a row of the list before: it goes on to the first of the new one, and the pane with it. */
function standOnFirst(api: GridApi<CustomerRow>, first: CustomerRow | undefined): void {
  focusFirstRow(api);
  if (first && useOpenCustomer.getState().id !== null) openCustomer(first.id);
}
