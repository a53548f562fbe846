import ExcelJS from 'exceljs';
import type { Cell, WorkbookColumn } from '../src-main/files/workbook/workbook-plan.ts';
import { writeWorkbook } from '../src-main/files/workbook/write-workbook.ts';
import { exportRows } from './export-rows.ts';
import { ownPeakMb } from './peak-memory.ts';

/** One side of G3 in a process of its own, whose peak memory is then its own: `ours|exceljs FILE ROWS`. */
const [side, file = '', rows = '0'] = process.argv.slice(2);

const start = performance.now();
if (side === 'ours') await ours(file, exportRows(Number(rows)));
else await exceljs(file, exportRows(Number(rows)));
const ms = performance.now() - start;
process.send?.({ ms, peakMb: ownPeakMb() });

async function ours(path: string, { columns, cells }: ReturnType<typeof exportRows>): Promise<void> {
  const plan = { sheetName: '客户', columns, printHeader: { left: '华兴五金', centre: '客户', right: '2026-03-05' } };
  const outcome = await writeWorkbook(path, plan, cells, { written: () => {}, isCancelled: () => false });
  if (!outcome.ok) throw new Error(`not written: ${outcome.error.kind}`);
}

/** Its streaming writer, with no widths, formats or frozen header. */
async function exceljs(path: string, { columns, cells }: ReturnType<typeof exportRows>): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path });
  const sheet = workbook.addWorksheet('客户');
  sheet.addRow(columns.map(({ header }: WorkbookColumn) => header)).commit();
  for (const row of cells) sheet.addRow(row.map(plain)).commit();
  sheet.commit();
  await workbook.commit();
}

/** exceljs takes days as the UTC parts of a Date. */
function plain(cell: Cell): string | number | Date | null {
  if (cell === null || typeof cell !== 'object') return cell;
  const [year = 0, month = 1, day = 1] = cell.day.split('-').map(Number);
  const [hour = 0, minute = 0] = cell.time.split(':').map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute));
}
