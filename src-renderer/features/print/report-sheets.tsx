import { fen } from '../../../src-shared/core/money.ts';
import type { ReportTable } from '../../../src-shared/files-out/report-table.ts';
import type { ReportRequest } from '../../state/print-request.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import styles from './report-sheet.module.css';
import type { Sheet, SheetBlock } from './sheet.ts';

/** A page of figures on paper: its picture, what it says, its tables. */
export function reportSheets({ title, about, picture, notes, tables }: ReportRequest): readonly Sheet[] {
  const blocks: SheetBlock[] = [
    ...(picture === null
      ? []
      : [{ key: 'picture', keepWithNext: false, node: <img className={styles.picture} src={picture} alt={title} /> }]),
    ...notes.map((note) => ({ key: `note ${note}`, keepWithNext: false, node: <p className={styles.note}>{note}</p> })),
    ...tables
      .filter(({ rows }) => rows.length > 0)
      .map((table) => ({ key: `table ${table.name}`, keepWithNext: false, node: <Table table={table} /> })),
  ];
  return [
    {
      key: 'report',
      head: <Head title={title} about={about} />,
      laterHead: <Head title={title} about={about} />,
      blocks,
    },
  ];
}

function Head({ title, about }: { readonly title: string; readonly about: string }) {
  return (
    <header className={styles.head}>
      <h2>{title}</h2>
      <p>{about}</p>
    </header>
  );
}

/** So many columns that are not the first stand beside each other on a page. */
const columnsAcross = 8;

/** A wide table goes on below under its first column again. */
function Table({ table }: { readonly table: ReportTable }) {
  const rest = table.columns.map((_column, at) => at).slice(1);
  const parts = Array.from({ length: Math.max(1, Math.ceil(rest.length / columnsAcross)) }, (_part, index) =>
    rest.slice(index * columnsAcross, (index + 1) * columnsAcross),
  );
  return (
    <section className={styles.section}>
      <h3>{table.title}</h3>
      {parts.map((places) => (
        <Part key={places[0] ?? 0} table={table} places={[0, ...places]} />
      ))}
    </section>
  );
}

function Part({ table, places }: { readonly table: ReportTable; readonly places: readonly number[] }) {
  const { columns, rows, totalLabel } = table;
  const hasTotals = places.some((at) => columns[at]?.isTotalled);
  const numeric = (at: number) => (columns[at]?.kind === 'text' ? undefined : styles.number);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {places.map((at) => (
            <th key={at} className={numeric(at)}>
              {columns[at]?.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join(' ')}>
            {places.map((at) => (
              <td key={at} className={numeric(at)}>
                {cellText(row[at] ?? null, columns[at]?.kind)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {hasTotals && (
        <tfoot>
          <tr>
            {places.map((at) => (
              <td key={at} className={numeric(at)}>
                {at === 0 ? totalLabel : columns[at]?.isTotalled ? cellText(sumOf(table, at), columns[at].kind) : ''}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function sumOf({ rows }: ReportTable, at: number): number {
  return rows.reduce((sum, row) => sum + (typeof row[at] === 'number' ? row[at] : 0), 0);
}

function cellText(
  cell: ReportTable['rows'][number][number],
  kind: ReportTable['columns'][number]['kind'] | undefined,
): string {
  if (cell === null) return '—';
  if (typeof cell === 'string') return cell;
  if (kind === 'money') return moneyText(fen(cell));
  return kind === 'percent' ? `${Math.round(cell / 10) / 10}%` : countText(cell);
}
