import {
  type CellEditRequestEvent,
  type GridApi,
  ModuleRegistry,
  type SuppressKeyboardEventParams,
  TextEditorModule,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../../src-shared/files-in/imports-contract.ts';
import { cspNonce } from '../../app/csp-nonce.ts';
import { gridTheme } from '../../app/grid-theme.ts';
import { sizes } from '../../app/tokens.ts';
import '../../components/grid-modules.ts';
import { usePreferences } from '../../ipc/use-preferences.ts';
import { checkColumns, isAskedAbout, reasonColumnId, widthOf } from './check-columns.ts';
import './check-grid.css';
import { blockSize, checkRowsSource, readRows } from './check-rows-source.ts';
import { sayFailure } from './import-flow.ts';
import { useImport } from './import-store.ts';
import { onRowChanged, setCell } from './row-changes.ts';

ModuleRegistry.registerModules([TextEditorModule]);

/** As wide as base.css makes it. */
const scrollBar = 10;

interface Props {
  readonly fields: readonly string[];
  readonly checkNumber: number;
  readonly onAsk: (row: ImportRow) => void;
}

/** Every row of the sheet with what will become of it; a cell is mended where it stands. */
export function CheckGrid({ fields, checkNumber, onAsk }: Props) {
  const { t } = useTranslation();
  const { density } = usePreferences();
  const [api, setApi] = useState<GridApi<ImportRow> | null>(null);
  const [total, setTotal] = useState<number | null>(null);
  const importId = useImport((state) => state.importId);
  const filter = useImport((state) => state.filter);
  const [room, setRoom] = useState(0);
  const isTight = room < widthOf(fields);
  const columns = useMemo(() => checkColumns(t, fields, isTight), [t, fields, isTight]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new check has other rows under the same question
  useEffect(() => {
    if (!api || importId === null) return;
    let isOver = false;
    const load = async () => {
      const first = await readRows(importId, filter, 0, blockSize);
      if (isOver || api.isDestroyed()) return;
      if (!first.ok) return sayFailure(first.error);
      api.setGridOption(
        'datasource',
        checkRowsSource(importId, filter, first.value, (error) => void sayFailure(error)),
      );
      setTotal(first.value.total);
    };
    void load();
    return () => {
      isOver = true;
    };
  }, [api, importId, filter, checkNumber]);

  useEffect(
    () =>
      onRowChanged((row) => {
        if (!api || api.isDestroyed()) return;
        api.getRowNode(String(row.row))?.setData(row);
        // Other rows of the same customer may have changed with it. A filtered list stays as it is, so that the row
        // just mended does not vanish from under the cursor.
        if (useImport.getState().filter.result === null) api.refreshInfiniteCache();
      }),
    [api],
  );

  const mend = useCallback(({ data, colDef, newValue, oldValue }: CellEditRequestEvent<ImportRow>) => {
    const text = String(newValue ?? '').trim();
    if (colDef.colId === undefined || text === oldValue) return;
    void setCell(data.row, colDef.colId, text);
  }, []);
  const askByKey = useCallback(
    ({ event, data, colDef, editing }: SuppressKeyboardEventParams<ImportRow>) => {
      if (editing || event.type !== 'keydown' || (event.key !== 'Enter' && event.key !== ' ')) return false;
      if (colDef.colId !== reasonColumnId || !data || !isAskedAbout(data)) return false;
      event.preventDefault();
      onAsk(data);
      return true;
    },
    [onAsk],
  );
  const defaultColDef = useMemo(
    () => ({ sortable: false, resizable: true, suppressMovable: true, suppressKeyboardEvent: askByKey }),
    [askByKey],
  );
  const rowHeight = density === 'compact' ? sizes.rowCompact : sizes.rowComfortable;
  return (
    <section id="import-rows" className="kb-check-grid" aria-label={t('imports.check.grid')}>
      <AgGridReact<ImportRow>
        theme={gridTheme}
        styleNonce={cspNonce()}
        rowModelType="infinite"
        cacheBlockSize={blockSize}
        maxBlocksInCache={40}
        blockLoadDebounceMillis={20}
        rowBuffer={20}
        getRowId={({ data }) => String(data.row)}
        columnDefs={columns}
        defaultColDef={defaultColDef}
        rowHeight={rowHeight}
        headerHeight={sizes.tableHead}
        readOnlyEdit
        stopEditingWhenCellsLoseFocus
        onCellEditRequest={mend}
        suppressOverlays={['loading', 'noRows']}
        tooltipShowDelay={400}
        scrollbarWidth={scrollBar}
        onGridReady={(event) => setApi(event.api)}
        onGridSizeChanged={({ clientWidth }) => setRoom(clientWidth - scrollBar)}
        onCellClicked={({ data, colDef }) => {
          if (data && colDef.colId === reasonColumnId && isAskedAbout(data)) onAsk(data);
        }}
      />
      {total === 0 && (
        <p className="kb-check-none" role="status">
          {t('imports.check.nothing')}
        </p>
      )}
    </section>
  );
}
