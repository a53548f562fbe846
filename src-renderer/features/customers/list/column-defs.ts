import type { ColDef, ColumnState, ValueFormatterParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { CustomerRow } from '../../../../src-shared/customers/customer.ts';
import {
  type CustomerColumn,
  type CustomerSortKey,
  customerColumns,
} from '../../../../src-shared/customers/customer-list.ts';
import { momentDayText, pastDayText } from '../../../text/day-text.ts';
import { moneyText } from '../../../text/money-text.ts';
import { phoneText } from '../../../text/number-text.ts';
import { DueCell, type GridContext, NextVisitCell, OverdueDaysCell, TagsCell, TierCell } from './cells.ts';
import type { ColumnPlace } from './column-layout.ts';
import { SortHead } from './sort-head.ts';
import { TickCell, TickHead } from './tick-cells.ts';

export const tickColumnId = 'tick';
const edgeColumnId = 'edge';

type OnTick = (row: CustomerRow, index: number, isRange: boolean) => void;
type TextOf = (row: CustomerRow, context: GridContext) => string | null;

interface ColumnKind {
  readonly sortKey: CustomerSortKey | null;
  /** Figures stand in line at the right. */
  readonly isFigure?: true;
  /** Plain text, or a cell of its own. */
  readonly show: { readonly text: TextOf } | { readonly cell: ColDef<CustomerRow>['cellRenderer'] };
}

const kinds: { readonly [C in CustomerColumn]: ColumnKind } = {
  name: { sortKey: 'name', show: { text: (row) => row.name } },
  tier: { sortKey: 'tier', show: { cell: TierCell } },
  contactName: { sortKey: 'contact', show: { text: (row) => row.contactName } },
  phone: { sortKey: 'phone', show: { text: (row) => (row.phone === null ? null : phoneText(row.phone)) } },
  wechat: { sortKey: null, show: { text: (row) => row.wechat } },
  province: { sortKey: null, show: { text: (row) => row.province } },
  city: { sortKey: null, show: { text: (row) => row.city } },
  district: { sortKey: 'district', show: { text: (row) => row.district } },
  address: { sortKey: null, show: { text: (row) => row.address } },
  industry: { sortKey: null, show: { text: (row) => row.industry } },
  source: { sortKey: null, show: { text: (row) => row.source } },
  owner: {
    sortKey: 'owner',
    show: { text: (row, context) => (row.ownerId === null ? null : (context.owners.get(row.ownerId) ?? null)) },
  },
  tags: { sortKey: null, show: { cell: TagsCell } },
  owed: {
    sortKey: 'owed',
    isFigure: true,
    show: { text: (row) => (row.owedFen === null ? null : moneyText(row.owedFen)) },
  },
  overdueDays: { sortKey: 'overdueDays', isFigure: true, show: { cell: OverdueDaysCell } },
  lastPaymentOn: {
    sortKey: null,
    show: { text: (row, { words }) => (row.lastPaymentOn === null ? null : pastDayText(words, row.lastPaymentOn)) },
  },
  nextVisitOn: { sortKey: 'nextVisit', show: { cell: NextVisitCell } },
  dueOn: { sortKey: 'due', show: { cell: DueCell } },
  lastContactAt: {
    sortKey: 'lastContact',
    show: { text: (row, { words }) => (row.lastContactAt === null ? null : momentDayText(words, row.lastContactAt)) },
  },
  createdAt: { sortKey: 'createdAt', show: { text: (row, { words }) => momentDayText(words, row.createdAt) } },
  updatedAt: { sortKey: 'updatedAt', show: { text: (row, { words }) => momentDayText(words, row.updatedAt) } },
};

export function columnDefs(t: TFunction, places: readonly ColumnPlace[], onTick: OnTick): ColDef<CustomerRow>[] {
  const tick: ColDef<CustomerRow> = {
    colId: tickColumnId,
    headerName: '',
    initialWidth: 44,
    resizable: false,
    suppressMovable: true,
    lockPosition: 'left',
    cellRenderer: TickCell,
    cellRendererParams: { onTick },
    headerComponent: TickHead,
    cellClass: 'kb-tick',
    headerClass: 'kb-tick',
  };
  return [tick, ...places.map((place) => columnDef(t, place)), edge];
}

/** The grid gives its columns the room under the scroll bar, too: a figure at the right end would be cut by it. */
const edge: ColDef<CustomerRow> = {
  colId: edgeColumnId,
  headerName: '',
  initialWidth: 16,
  minWidth: 16,
  resizable: false,
  suppressMovable: true,
  suppressNavigable: true,
  lockPosition: 'right',
};

function columnDef(t: TFunction, place: ColumnPlace): ColDef<CustomerRow> {
  const { sortKey, show, isFigure } = kinds[place.id];
  return {
    colId: place.id,
    headerName: t(`column.${place.id}`),
    initialWidth: place.width,
    ...(place.isFlexible ? { initialFlex: 1 } : {}),
    initialHide: place.isHidden,
    minWidth: place.id === 'name' ? 120 : 44,
    headerComponent: SortHead,
    headerComponentParams: { sortKey },
    ...(isFigure ? { cellClass: 'kb-figure', headerClass: 'kb-figure' } : {}),
    ...('cell' in show
      ? { cellRenderer: show.cell, valueGetter: ({ data }) => data?.id }
      : {
          valueGetter: ({ data, context }) => (data ? show.text(data, context) : undefined),
          valueFormatter: emptyAsDash,
          cellClassRules: { 'kb-empty': ({ value, data }) => data !== undefined && value === null },
          ...(longTexts.has(place.id) ? { tooltipValueGetter: ({ value }) => value } : {}),
        }),
  };
}

/** What may not fit is shown whole on hover. */
const longTexts: ReadonlySet<CustomerColumn> = new Set(['name', 'address', 'industry']);

/** A row that is still on its way stays blank; a row without the value says so with a dash. */
function emptyAsDash({ value, data }: ValueFormatterParams<CustomerRow>): string {
  return data && value === null ? '—' : (value ?? '');
}

/** The grid's own account of its columns as places. */
export function placesOf(state: readonly ColumnState[]): readonly ColumnPlace[] {
  return state.flatMap((column): ColumnPlace[] => {
    const id = customerColumns.find((known) => known === column.colId);
    return id
      ? [
          {
            id,
            width: Math.round(column.width ?? 100),
            isHidden: column.hide === true,
            isFlexible: column.flex != null,
          },
        ]
      : [];
  });
}

export function stateOf(places: readonly ColumnPlace[]): ColumnState[] {
  return [
    { colId: tickColumnId },
    ...places.map((place) => ({
      colId: place.id,
      width: place.width,
      hide: place.isHidden,
      flex: place.isFlexible ? 1 : null,
    })),
    { colId: edgeColumnId },
  ];
}
