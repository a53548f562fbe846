import type { CellContextMenuEvent, GridApi, SuppressKeyboardEventParams } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fen } from '../../../../src-shared/core/money.ts';
import { type AgingBucket, agingBuckets } from '../../../../src-shared/receivables/balances.ts';
import type { AgingRow, AgingTotals } from '../../../../src-shared/receivables/receivable-views.ts';
import { cspNonce } from '../../../app/csp-nonce.ts';
import { gridTheme } from '../../../app/grid-theme.ts';
import { sizes } from '../../../app/tokens.ts';
import '../../../components/grid-modules.ts';
import { useUsers } from '../../../ipc/use-current-user.ts';
import { usePreferences } from '../../../ipc/use-preferences.ts';
import { useRead } from '../../../ipc/use-read.ts';
import { countText } from '../../../text/number-text.ts';
import { type AgingContext, isTotal, totalRowId } from './aging-cells.ts';
import { type AmountWidths, agingColumnDefs, allAgingColumns, amountWidths, columnsThatFit } from './aging-columns.ts';
import './aging-grid.css';
import { blockSize } from './aging-row-source.ts';

export interface AgingMenuWish {
  readonly row: AgingRow;
  readonly x: number;
  readonly y: number;
}

interface Props {
  /** Of the rows shown; null: not known yet. */
  readonly totals: AgingTotals | null;
  readonly openId: string | null;
  readonly onReady: (api: GridApi<AgingRow>) => void;
  readonly onStand: (row: AgingRow, by: 'mouse' | 'key') => void;
  /** A figure was clicked: the debts behind it; null: all of them. */
  readonly onFigure: (row: AgingRow, bucket: AgingBucket | null) => void;
  /** A key pressed on a row; true when it was taken. */
  readonly onRowKey: (row: AgingRow, event: KeyboardEvent) => boolean;
  readonly onMenu: (wish: AgingMenuWish) => void;
}

/** The aging by customer; its rows come as one scrolls, the total stands at its foot. */
export function AgingGrid({ totals, openId, onReady, onStand, onFigure, onRowKey, onMenu }: Props) {
  const { t } = useTranslation();
  const { density } = usePreferences();
  const context = useAgingContext();
  const [api, setApi] = useState<GridApi<AgingRow> | null>(null);
  const frame = useRef<HTMLElement>(null);
  const amounts = useAmountWidths(totals);
  const defs = useMemo(() => agingColumnDefs(t, amounts), [t, amounts]);
  const pinned = useMemo(
    () =>
      totals
        ? [totalRow(totals, t('desk.totalOf', { count: totals.rowCount, shown: countText(totals.rowCount) }))]
        : [],
    [totals, t],
  );
  useColumnsThatFit(api, frame, amounts);
  useEffect(() => {
    api?.setGridOption('context', context);
    api?.refreshCells({ force: true });
  }, [api, context]);
  const markOpen = useCallback(() => {
    api?.forEachNode((node) => {
      const isOpen = node.data !== undefined && node.data.customerId === openId;
      if (node.isSelected() !== isOpen) node.setSelected(isOpen, false);
    });
  }, [api, openId]);
  useEffect(() => {
    markOpen();
    api?.addEventListener('modelUpdated', markOpen);
    return () => {
      if (api && !api.isDestroyed()) api.removeEventListener('modelUpdated', markOpen);
    };
  }, [api, markOpen]);
  const takeKey = useCallback(
    ({ event, data }: SuppressKeyboardEventParams<AgingRow>) =>
      data !== undefined && !isTotal(data) && onRowKey(data, event),
    [onRowKey],
  );
  const defaultColDef = useMemo(
    () => ({ sortable: false, resizable: true, suppressMovable: true, suppressKeyboardEvent: takeKey }),
    [takeKey],
  );
  const rowHeight = density === 'compact' ? sizes.rowCompact : sizes.rowComfortable;
  return (
    <section ref={frame} className="kb-aging-grid" aria-label={t('desk.grid')}>
      <AgGridReact<AgingRow>
        theme={gridTheme}
        styleNonce={cspNonce()}
        rowModelType="infinite"
        cacheBlockSize={blockSize}
        maxBlocksInCache={40}
        maxConcurrentDatasourceRequests={2}
        cacheOverflowSize={1}
        infiniteInitialRowCount={0}
        rowBuffer={10}
        getRowId={({ data }) => data.customerId}
        columnDefs={defs}
        defaultColDef={defaultColDef}
        maintainColumnOrder
        pinnedBottomRowData={pinned}
        rowSelection={{ mode: 'singleRow', checkboxes: false, enableClickSelection: false }}
        context={context}
        rowHeight={rowHeight}
        headerHeight={sizes.tableHead}
        // Its room is kept, so that the last column never lies under it.
        alwaysShowVerticalScroll
        suppressOverlays={['loading', 'noRows']}
        tooltipShowMode="whenTruncated"
        tooltipShowDelay={600}
        preventDefaultOnContextMenu
        localeText={{ ariaRowSelect: t('list.ariaRow'), ariaRowDeselect: t('list.ariaRow') }}
        onGridReady={(event) => {
          setApi(event.api);
          onReady(event.api);
        }}
        onCellFocused={({ api: grid, rowIndex, rowPinned }) => {
          const row = rowIndex === null || rowPinned ? undefined : grid.getDisplayedRowAtIndex(rowIndex)?.data;
          if (row) onStand(row, 'key');
        }}
        onCellClicked={({ data, column, value }) => {
          if (!data || isTotal(data)) return;
          const id = column.getColId();
          const bucket = agingBuckets.find((each) => each === id);
          if ((bucket || id === 'open') && value > 0) onFigure(data, bucket ?? null);
          else onStand(data, 'mouse');
        }}
        onCellContextMenu={(event: CellContextMenuEvent<AgingRow>) => {
          const at = menuPlace(event.event);
          if (event.data && !isTotal(event.data) && at) onMenu({ row: event.data, ...at });
        }}
      />
    </section>
  );
}

function totalRow(totals: AgingTotals, name: string): AgingRow {
  const { aging, openFen, prepaidFen, overdueFen } = totals;
  return {
    customerId: totalRowId,
    customerName: name,
    tierId: null,
    ownerId: null,
    aging,
    openFen,
    prepaidFen,
    balanceFen: fen(openFen - prepaidFen),
    overdueFen,
    overdueDays: -1,
    grade: null,
  };
}

function useAgingContext(): AgingContext {
  const { t } = useTranslation();
  const tiers = useRead('tiers', 'list', {}).data?.tiers;
  const { users } = useUsers();
  const owners = useMemo(() => new Map(users.map((user) => [user.id, user.name])), [users]);
  return useMemo(
    () => ({ t, owners, tiers: new Map((tiers ?? []).map((tier) => [tier.id, tier])) }),
    [t, owners, tiers],
  );
}

/** The same object while the widths are the same: new definitions would take back what a person made wider. */
function useAmountWidths(totals: AgingTotals | null): AmountWidths {
  const [kept, setKept] = useState(() => amountWidths(totals));
  const now = totals ? amountWidths(totals) : kept;
  if (JSON.stringify(now) === JSON.stringify(kept)) return kept;
  setKept(now);
  return now;
}

/** A docked pane takes room: then what the pane says too is left out. */
function useColumnsThatFit(
  api: GridApi<AgingRow> | null,
  frame: RefObject<HTMLElement | null>,
  amounts: AmountWidths,
): void {
  useEffect(() => {
    const element = frame.current;
    if (!api || !element) return;
    const showFitting = () => {
      if (api.isDestroyed()) return;
      const shown = columnsThatFit(element.clientWidth, amounts);
      api.setColumnsVisible(
        allAgingColumns.filter((column) => shown.has(column)),
        true,
      );
      api.setColumnsVisible(
        allAgingColumns.filter((column) => !shown.has(column)),
        false,
      );
    };
    const observer = new ResizeObserver(showFitting);
    observer.observe(element);
    showFitting();
    return () => observer.disconnect();
  }, [api, frame, amounts]);
}

/** Where a context menu opens: at the pointer, or under the cell when the menu key was pressed. */
function menuPlace(event: Event | null | undefined): { readonly x: number; readonly y: number } | null {
  if (!(event instanceof MouseEvent)) return null;
  if (event.clientX > 0 || event.clientY > 0) return { x: event.clientX, y: event.clientY };
  const box = event.target instanceof Element ? event.target.getBoundingClientRect() : null;
  return box ? { x: box.left + 16, y: box.bottom } : null;
}
