/** What a file is when it is no workbook that Keben reads. */
export type LooksLike =
  | 'word'
  | 'powerpoint'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'rtf'
  | 'vcard'
  | 'calendar'
  | 'json'
  | 'text'
  | 'database'
  | 'unknown';

/** What went over its limit, and the limit that stands beside it. */
export type SpreadsheetLimit =
  /** files inside the workbook */
  | 'entries'
  /** bytes of one file inside the workbook, unpacked */
  | 'entry_bytes'
  /** bytes of all of them, unpacked */
  | 'total_bytes'
  /** unpacked bytes ÷ packed bytes */
  | 'ratio'
  | 'rows'
  | 'columns'
  | 'cells'
  | 'sheets'
  | 'styles'
  | 'shared_strings'
  /** bytes of one text or one tag */
  | 'text_bytes'
  /** bytes of all the rows of a sheet */
  | 'rows_bytes';

/**
 * Why a file could not be read as a spreadsheet. Kinds, never sentences: the window makes those.
 * `part` names the file inside the workbook, for example `xl/worksheets/sheet1.xml`.
 */
export type SpreadsheetProblem =
  | { readonly kind: 'file_missing' }
  /** `code` is the system's: EACCES, EBUSY (open in Excel), EISDIR, … */
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'empty_file' }
  /** xlsx behind a password, or a zip with encrypted entries */
  | { readonly kind: 'password' }
  /** .xls or .et of Excel 2 to 2003 */
  | { readonly kind: 'old_xls' }
  /** binary workbook, .xlsb */
  | { readonly kind: 'xlsb' }
  | { readonly kind: 'ods' }
  /** Apple Numbers */
  | { readonly kind: 'numbers' }
  /** delimited text, whatever its ending */
  | { readonly kind: 'csv' }
  /** a web page saved with a spreadsheet's ending */
  | { readonly kind: 'html' }
  /** XML Spreadsheet 2003 */
  | { readonly kind: 'xml_2003' }
  | { readonly kind: 'not_a_spreadsheet'; readonly looksLike: LooksLike }
  /** a workbook without any sheet of cells, or without the sheet asked for */
  | { readonly kind: 'no_sheet' }
  | { readonly kind: 'too_big'; readonly what: SpreadsheetLimit; readonly limit: number }
  | { readonly kind: 'damaged'; readonly part: string }
  /** a DOCTYPE: no spreadsheet program writes one, entity bombs need one */
  | { readonly kind: 'unsafe_xml'; readonly part: string }
  | { readonly kind: 'too_slow'; readonly limitMs: number }
  | { readonly kind: 'too_much_memory'; readonly limitMb: number }
  /** the reading process ended without an answer; the app is not affected */
  | { readonly kind: 'reader_died'; readonly exitCode: number | null }
  /** the rows could not be put aside: a full disk, a folder without the right to write */
  | { readonly kind: 'staging_failed'; readonly code: string }
  | { readonly kind: 'cancelled' };
