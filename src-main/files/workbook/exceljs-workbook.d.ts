/** The half of exceljs that writes. The package's own entry also takes in its reader, and with it code of no stated licence. */
declare module 'exceljs/lib/doc/workbook.js' {
  import type ExcelJS from 'exceljs';

  const Workbook: typeof ExcelJS.Workbook;
  export default Workbook;
}
