import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { Fen } from '../../../../src-shared/core/money.ts';
import { type AgingBucket, agingBuckets } from '../../../../src-shared/receivables/balances.ts';
import type { AgingRow, AgingTotals } from '../../../../src-shared/receivables/receivable-views.ts';
import type { AgingSortKey } from '../../../../src-shared/receivables/receivables-contract.ts';
import { moneyText } from '../../../text/money-text.ts';
import { GradeCell, isTotal, TierCell } from './aging-cells.ts';
import { AgingSortHead } from './aging-sort-head.ts';

export type AgingColumn = 'name' | 'tier' | 'owner' | AgingBucket | 'open' | 'prepaid' | 'balance' | 'days' | 'grade';

/** What each column of amounts needs, in CSS pixels. */
export type AmountWidths = Readonly<Record<AgingBucket | 'open' | 'prepaid' | 'balance', number>>;

/** Enough for five digits of yuan. */
const usual: AmountWidths = {
  ...{ not_due: 92, d1_30: 92, d31_60: 92, d61_90: 92, over_90: 100 },
  ...{ open: 100, prepaid: 84, balance: 108 },
};

/** Amounts are never cut: the total is the longest of its column, and what says less gives way to it. */
export function amountWidths(totals: Pick<AgingTotals, 'aging' | 'openFen' | 'prepaidFen'> | null): AmountWidths {
  if (!totals) return usual;
  const { aging, openFen, prepaidFen } = totals;
  return {
    not_due: Math.max(usual.not_due, widthOf(aging.not_due)),
    d1_30: Math.max(usual.d1_30, widthOf(aging.d1_30)),
    d31_60: Math.max(usual.d31_60, widthOf(aging.d31_60)),
    d61_90: Math.max(usual.d61_90, widthOf(aging.d61_90)),
    over_90: Math.max(usual.over_90, widthOf(aging.over_90)),
    open: Math.max(usual.open, widthOf(openFen)),
    prepaid: Math.max(usual.prepaid, widthOf(prepaidFen)),
    balance: Math.max(usual.balance, widthOf(openFen)),
  };
}

/** Of bold figures with the cell's own edges. */
function widthOf(amount: Fen): number {
  const text = moneyText(amount);
  const marks = text.replace(/[^,.-]/g, '').length;
  return Math.ceil((text.length - marks) * 7.7 + marks * 4 + 20);
}

const nameWidth = 120;
const longNameWidth = 264;
/** Of the scroll bar: the grid gives its columns the room under it, too. */
const edge = 16;

export function columnsThatFit(width: number, amounts: AmountWidths): ReadonlySet<AgingColumn> {
  const always = [...agingBuckets, 'open'] as const;
  /** Shown as far as there is room, in this order. */
  const whereThereIsRoom: readonly (readonly [AgingColumn, number])[] = [
    ['tier', 48],
    ['grade', 84],
    ['days', 88],
    ['owner', 80],
    ['prepaid', amounts.prepaid],
    ['balance', amounts.balance],
  ];
  const shown = new Set<AgingColumn>(['name', ...always]);
  let left = width - edge - nameWidth - always.reduce((sum, column) => sum + amounts[column], 0);
  for (const [column, needed] of whereThereIsRoom) {
    if (needed > left) break;
    left -= needed;
    shown.add(column);
  }
  return shown;
}

export const allAgingColumns: readonly AgingColumn[] = [
  'name',
  'tier',
  'owner',
  ...agingBuckets,
  'open',
  'prepaid',
  'balance',
  'days',
  'grade',
];

export function agingColumnDefs(t: TFunction, amounts: AmountWidths): ColDef<AgingRow>[] {
  return [
    {
      ...head('name', t('desk.column.customer'), 'name'),
      // Names are cut before totals are; what amounts do not need is theirs, as far as a long one goes.
      flex: 12,
      minWidth: nameWidth,
      maxWidth: longNameWidth,
      valueGetter: ({ data }) => data && (data.customerName ?? t('desk.binnedCustomer')),
      tooltipValueGetter: ({ value }) => value,
    },
    { ...head('tier', t('desk.column.tier'), 'tier'), width: 48, cellRenderer: TierCell },
    {
      ...head('owner', t('desk.column.owner'), 'owner'),
      width: 80,
      valueGetter: ({ data, context }) => data?.ownerId && context.owners.get(data.ownerId),
      cellClassRules: { 'kb-empty': ({ value, data }) => data !== undefined && !value },
      valueFormatter: ({ value, data }) => value ?? (data && !isTotal(data) ? '—' : ''),
    },
    ...agingBuckets.map((bucket) => ({
      ...moneyColumn(bucket, t(`money.bucket.${bucket}`), bucket, (row) => row.aging[bucket]),
      flex: 1,
      minWidth: amounts[bucket],
      cellClass: ['kb-number', 'kb-figure', ...(bucket === 'not_due' ? [] : ['kb-late'])],
    })),
    {
      ...moneyColumn('open', t('desk.column.open'), 'open', (row) => row.openFen),
      flex: 1,
      minWidth: amounts.open,
      cellClass: ['kb-number', 'kb-strong', 'kb-figure'],
    },
    { ...moneyColumn('prepaid', t('desk.column.prepaid'), 'prepaid', (row) => row.prepaidFen), width: amounts.prepaid },
    {
      ...moneyColumn('balance', t('desk.column.balance'), 'balance', (row) => row.balanceFen),
      width: amounts.balance,
      cellClassRules: { 'kb-empty': isNothing, 'kb-minus': ({ value }) => value < 0 },
    },
    {
      ...head('days', t('desk.column.days'), 'overdueDays', true),
      width: 88,
      valueGetter: ({ data }) => data?.overdueDays,
      valueFormatter: ({ value }) => (value > 0 ? t('desk.days', { count: value }) : value === 0 ? '—' : ''),
      cellClass: 'kb-number',
      cellClassRules: { 'kb-empty': isNothing },
    },
    { ...head('grade', t('desk.column.grade'), null), width: 84, cellRenderer: GradeCell },
    { colId: 'edge', headerName: '', width: edge, minWidth: edge, resizable: false, suppressNavigable: true },
  ];
}

function head(
  colId: AgingColumn,
  headerName: string,
  sortKey: AgingSortKey | null,
  isNumber = false,
): ColDef<AgingRow> {
  return { colId, headerName, headerComponent: AgingSortHead, headerComponentParams: { sortKey, isNumber } };
}

function moneyColumn(
  colId: AgingColumn,
  headerName: string,
  sortKey: AgingSortKey,
  amountOf: (row: AgingRow) => Fen,
): ColDef<AgingRow> {
  return {
    ...head(colId, headerName, sortKey, true),
    valueGetter: ({ data }) => data && amountOf(data),
    valueFormatter: ({ value }) => (value === undefined ? '' : value === 0 ? '—' : moneyText(value)),
    tooltipValueGetter: ({ value }) => (value ? moneyText(value) : null),
    cellClass: 'kb-number',
    cellClassRules: { 'kb-empty': isNothing },
  };
}

function isNothing({ value }: { readonly value?: unknown }): boolean {
  return value === 0;
}
