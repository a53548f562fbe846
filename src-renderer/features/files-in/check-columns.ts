import type { ColDef, ICellRendererComp, ICellRendererParams, ITooltipParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { ImportCell, ImportRow } from '../../../src-shared/files-in/imports-contract.ts';
import { phoneText } from '../../text/number-text.ts';
import styles from './check-cells.module.css';
import { cellTitle, importFieldText, rowWords } from './row-words.ts';

type Params = ICellRendererParams<ImportRow>;

const widths: Readonly<Record<string, number>> = {
  name: 196,
  uscc: 176,
  phone: 124,
  contactName: 80,
  contactMobile: 124,
  contactPhone: 124,
  address: 200,
  note: 160,
  email: 160,
  contactEmail: 160,
  website: 140,
  tier: 64,
  owner: 76,
  district: 80,
  city: 76,
  province: 76,
  customer: 196,
  orderNo: 128,
  reference: 128,
  product: 176,
  issuedOn: 96,
  dueOn: 96,
  receivedOn: 96,
  quantity: 76,
  unit: 64,
  discount: 72,
};
const usualWidth = 104;
/** Read down as columns of figures. */
const figures: ReadonlySet<string> = new Set([
  'rest',
  'invoiced',
  'paid',
  'prepaid',
  'orderTotal',
  'amount',
  'unitPrice',
  'quantity',
  'discount',
  'creditDays',
]);
/** Lines of the file that are no records: there is nothing to mend in them. */
const noRecord: ReadonlySet<string> = new Set(['empty_row', 'repeated_header', 'total_row', 'hidden_row']);

const phones: ReadonlySet<string> = new Set(['phone', 'contactMobile', 'contactPhone']);

export const reasonColumnId = 'reason';

export function cellOf(row: ImportRow, field: string): ImportCell | null {
  return row.cells.find((cell) => cell.field === field) ?? null;
}

/** Whether the user is asked about this row, or has answered and may answer otherwise. */
export function isAskedAbout(row: ImportRow): boolean {
  return row.decision !== null || (row.result === 'question' && row.reason !== null);
}

/** Who and how to reach them come first: that is what one knows a customer by. */
const first = ['orderNo', 'name', 'customer', 'contactName', 'contactMobile', 'phone'];

export function inReadingOrder(fields: readonly string[]): readonly string[] {
  return [...first.filter((field) => fields.includes(field)), ...fields.filter((field) => !first.includes(field))];
}

const numberWidth = 64;
const resultWidth = 88;
const reasonWidth = 256;
/** Where it takes room from fields that do not all fit; the whole sentence is the cell's tooltip. */
const tightReasonWidth = 200;

/** Pixels at which all columns stand side by side; below that 原因 stays in sight at the right and the fields scroll. */
export function widthOf(fields: readonly string[]): number {
  const ofFields = fields.reduce((sum, field) => sum + (widths[field] ?? usualWidth), 0);
  return numberWidth + resultWidth + ofFields + reasonWidth;
}

export function checkColumns(t: TFunction, fields: readonly string[], isTight: boolean): ColDef<ImportRow>[] {
  return [
    {
      colId: 'row',
      headerName: t('imports.check.row'),
      width: numberWidth,
      pinned: 'left',
      cellClass: ['ag-right-aligned-cell', styles.rowNumber ?? ''],
      headerClass: 'ag-right-aligned-header',
      valueGetter: ({ data }) => data?.row,
    },
    {
      colId: 'result',
      headerName: t('imports.check.result'),
      width: resultWidth,
      pinned: 'left',
      valueGetter: ({ data }) => data?.result,
      cellRenderer: ResultCell,
      cellRendererParams: { t },
    },
    ...inReadingOrder(fields).map((field) => fieldColumn(t, field)),
    {
      colId: reasonColumnId,
      headerName: t('imports.check.reason'),
      minWidth: 120,
      ...(isTight
        ? { pinned: 'right', flex: null, width: tightReasonWidth }
        : { pinned: null, flex: 1, width: reasonWidth }),
      valueGetter: ({ data }) => (data ? rowWords(t, data).text : undefined),
      tooltipValueGetter: ({ value }) => value,
      cellRenderer: ReasonCell,
      cellRendererParams: { t },
    },
  ];
}

function fieldColumn(t: TFunction, field: string): ColDef<ImportRow> {
  const marked = (mark: ImportCell['mark']) => (params: { readonly data?: ImportRow | undefined }) =>
    params.data !== undefined && cellOf(params.data, field)?.mark === mark;
  return {
    colId: field,
    headerName: importFieldText(t, field),
    width: widths[field] ?? usualWidth,
    ...(figures.has(field) ? { cellClass: 'ag-right-aligned-cell', headerClass: 'ag-right-aligned-header' } : {}),
    editable: ({ data }) => data !== undefined && !(data.reason !== null && noRecord.has(data.reason)),
    valueGetter: ({ data }) => (data ? (cellOf(data, field)?.text ?? '') : undefined),
    valueFormatter: ({ value, data }) => shownText(t, field, value ?? '', data),
    tooltipValueGetter: ({ data, value }: ITooltipParams<ImportRow>) => {
      const cell = data ? cellOf(data, field) : null;
      return (cell && cellTitle(t, cell)) ?? value;
    },
    cellClassRules: {
      [styles.error ?? '']: marked('error'),
      [styles.question ?? '']: marked('question'),
      [styles.changed ?? '']: marked('changed'),
      [styles.skipped ?? '']: ({ data }) => data?.result === 'skip',
    },
  };
}

/** A cell in error stays as in the file; a blank one that must be filled says so. */
function shownText(t: TFunction, field: string, text: string, row: ImportRow | undefined): string {
  const cell = row ? cellOf(row, field) : null;
  if (text === '') return cell?.problem === 'required' ? t('imports.check.required') : '';
  return cell?.mark !== 'error' && phones.has(field) ? phoneText(text) : text;
}

/** Plain DOM: a flung scroll bar draws a thousand of these a second. */
abstract class PlainCell implements ICellRendererComp<ImportRow> {
  protected readonly element = document.createElement('span');

  init(params: Params & { readonly t: TFunction }): void {
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.element;
  }

  refresh(params: Params & { readonly t: TFunction }): boolean {
    this.element.replaceChildren();
    if (params.data) this.draw(params.data, params.t);
    return true;
  }

  protected abstract draw(row: ImportRow, t: TFunction): void;
}

class ResultCell extends PlainCell {
  protected draw(row: ImportRow, t: TFunction): void {
    const tag = document.createElement('span');
    tag.className = styles.result ?? '';
    tag.dataset.result = row.result;
    tag.textContent = t(`imports.result.${row.result}`);
    this.element.append(tag);
  }
}

class ReasonCell extends PlainCell {
  protected draw(row: ImportRow, t: TFunction): void {
    const { text, tone } = rowWords(t, row);
    const words = document.createElement('span');
    words.className = styles.reason ?? '';
    words.dataset.tone = tone;
    words.textContent = text;
    this.element.className = styles.reasonCell ?? '';
    this.element.append(words);
    if (!isAskedAbout(row)) return;
    // The cell itself takes the click and Enter; the word only says that there is something to choose.
    const choose = document.createElement('span');
    choose.className = styles.choose ?? '';
    choose.textContent = t('imports.check.choose');
    this.element.append(choose);
  }
}
