import type { CellContextMenuEvent, GridApi, SuppressKeyboardEventParams } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '../../../../src-shared/customers/customer.ts';
import type { CustomerListQuery } from '../../../../src-shared/customers/customer-list.ts';
import { cspNonce } from '../../../app/csp-nonce.ts';
import { gridTheme } from '../../../app/grid-theme.ts';
import { sizes } from '../../../app/tokens.ts';
import '../../../components/grid-modules.ts';
import { sayError } from '../../../ipc/report.ts';
import { usePreferences } from '../../../ipc/use-preferences.ts';
import { columnDefs, placesOf, stateOf, tickColumnId } from './column-defs.ts';
import { takeFromGrid, useColumns } from './column-store.ts';
import './customer-grid.css';
import { readIds } from './row-source.ts';
import { isTicked, withTicks } from './ticked.ts';
import { setTicked, useTicked } from './ticked-store.ts';
import { useGridContext } from './use-grid-context.ts';

export interface RowMenuWish {
  readonly row: CustomerRow;
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly view: CustomerListQuery | null;
  readonly openId: string | null;
  readonly onReady: (api: GridApi<CustomerRow>) => void;
  /** The row the user stands on; the pane follows it when it is open. */
  readonly onStand: (row: CustomerRow | null, by: 'mouse' | 'key') => void;
  /** A key pressed on a row; true when it was taken. */
  readonly onRowKey: (row: CustomerRow, event: KeyboardEvent) => boolean;
  readonly onMenu: (wish: RowMenuWish) => void;
}

export function CustomerGrid({ view, openId, onReady, onStand, onRowKey, onMenu }: Props) {
  const { t } = useTranslation();
  const { density } = usePreferences();
  const context = useGridContext();
  const [api, setApi] = useState<GridApi<CustomerRow> | null>(null);
  const revision = useColumns((state) => state.revision);
  const viewRef = useRef(view);
  viewRef.current = view;

  const onTick = useCallback(async (row: CustomerRow, index: number, isRange: boolean) => {
    const { ticked, anchor } = useTicked.getState();
    const wanted = !isTicked(ticked, row.id);
    if (!isRange || anchor === null || !viewRef.current) return setTicked(withTicks(ticked, [row.id], wanted), index);
    const ids = await readIds(viewRef.current, Math.min(anchor, index), Math.max(anchor, index));
    if (!ids.ok) return sayError(ids.error);
    setTicked(withTicks(useTicked.getState().ticked, ids.value, wanted), index);
  }, []);
  // The places are the grid's once it stands; new definitions come only with a new language.
  const defs = useMemo(() => columnDefs(t, useColumns.getState().places, onTick), [t, onTick]);

  useEffect(() => {
    if (revision > 0) api?.applyColumnState({ state: stateOf(useColumns.getState().places), applyOrder: true });
  }, [api, revision]);
  useEffect(() => {
    api?.setGridOption('context', context);
    api?.refreshCells({ force: true });
  }, [api, context]);
  const markOpen = useCallback(() => {
    api?.forEachNode((node) => {
      const isOpen = node.data !== undefined && node.data.id === openId;
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

  const keepColumns = useCallback(() => {
    if (api) takeFromGrid(placesOf(api.getColumnState()));
  }, [api]);
  const takeKey = useCallback(
    ({ event, data }: SuppressKeyboardEventParams<CustomerRow>) => data !== undefined && onRowKey(data, event),
    [onRowKey],
  );
  const defaultColDef = useMemo(
    () => ({ sortable: false, resizable: true, suppressKeyboardEvent: takeKey }),
    [takeKey],
  );
  return (
    <section className="kb-customer-grid" aria-label={t('list.label')}>
      <AgGridReact<CustomerRow>
        theme={gridTheme}
        styleNonce={cspNonce()}
        rowModelType="infinite"
        cacheBlockSize={100}
        maxBlocksInCache={40}
        maxConcurrentDatasourceRequests={2}
        cacheOverflowSize={1}
        infiniteInitialRowCount={0}
        rowBuffer={10}
        getRowId={({ data }) => data.id}
        columnDefs={defs}
        defaultColDef={defaultColDef}
        maintainColumnOrder
        rowSelection={{ mode: 'singleRow', checkboxes: false, enableClickSelection: false }}
        context={context}
        rowHeight={density === 'compact' ? sizes.rowCompact : sizes.rowComfortable}
        headerHeight={sizes.tableHead}
        suppressCellFocus={false}
        suppressDragLeaveHidesColumns
        suppressOverlays={['loading', 'noRows']}
        tooltipShowMode="whenTruncated"
        tooltipShowDelay={600}
        preventDefaultOnContextMenu
        localeText={{ ariaRowSelect: t('list.ariaRow'), ariaRowDeselect: t('list.ariaRow') }}
        onGridReady={(event) => {
          setApi(event.api);
          onReady(event.api);
        }}
        onColumnMoved={(event) => event.finished && keepColumns()}
        onColumnResized={(event) => event.finished && event.source === 'uiColumnResized' && keepColumns()}
        onCellFocused={({ api: grid, rowIndex }) => {
          const row = rowIndex === null ? undefined : grid.getDisplayedRowAtIndex(rowIndex);
          // What it says may still be on its way: the pane follows when it is there.
          if (row) onStand(row.data ?? null, 'key');
        }}
        onCellClicked={({ data, column }) => data && column.getColId() !== tickColumnId && onStand(data, 'mouse')}
        onCellContextMenu={(event: CellContextMenuEvent<CustomerRow>) => {
          const at = menuPlace(event.event);
          if (event.data && at) onMenu({ row: event.data, ...at });
        }}
      />
    </section>
  );
}

/** Where a context menu opens: at the pointer, or under the cell when the menu key was pressed. */
function menuPlace(event: Event | null | undefined): { readonly x: number; readonly y: number } | null {
  if (!(event instanceof MouseEvent)) return null;
  if (event.clientX > 0 || event.clientY > 0) return { x: event.clientX, y: event.clientY };
  const box = event.target instanceof Element ? event.target.getBoundingClientRect() : null;
  return box ? { x: box.left + 16, y: box.bottom } : null;
}
