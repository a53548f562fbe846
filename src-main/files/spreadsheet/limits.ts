/**
 * What a spreadsheet may cost before it is refused. Workbooks of real shops stay far below each of these;
 * files of a few kilobytes made to exhaust a reader go over them.
 */
export const LIMITS = {
  zipEntries: 1_000,
  entryBytes: 128 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
  ratio: 200,
  /** Below this size no ratio hurts; tiny repetitive parts of honest files can go over 200. */
  ratioAppliesFromBytes: 1024 * 1024,

  /** Excel's own. */
  rows: 1_048_576,
  /** Excel has 16,384; nobody keeps customers in a thousand columns, and every one becomes a choice on screen. */
  columns: 1_000,
  cells: 10_000_000,
  sheets: 500,
  styles: 200_000,
  sharedStrings: 4_000_000,
  /** One text or one tag. A cell of Excel ends at 32,767 characters. */
  textBytes: 1024 * 1024,
  /** All rows of a sheet as staged: one long text may be referred to by a million cells. */
  rowsBytes: 512 * 1024 * 1024,

  sampleRows: 30,
  sampleBytes: 1024 * 1024,
  /** Kept while a sheet is read, and handed on with its sample. */
  merges: 20_000,
  sampleMerges: 200,

  readingMs: 30_000,
  residentMb: 512,
  /** Old space of the reading process: the rest of its memory is buffers. */
  heapMb: 256,
} as const;
