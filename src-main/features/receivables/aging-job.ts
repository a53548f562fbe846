import { journalPosition } from '../../../db/queries/journal-position.ts';
import { type AgingOrder, agingTable } from '../../../db/queries/money/aging.ts';
import type { AgingTable } from '../../../db/queries/money/aging-table.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import type { Job } from '../../jobs/job.ts';

export interface MadeAging {
  readonly table: AgingTable;
  /** Where the journal stood before the book was read. */
  readonly position: number;
}

/** 账龄 over the whole book, in a thread of its own: of a million receivables it takes a second. */
export const agingJob: Job<AgingOrder, MadeAging> = (order, control) => {
  const opened = control.openBook('read');
  if (!opened.ok) return opened;
  control.progress({ stage: 'reading', fraction: null, done: null, total: null, leftMs: null });
  const position = journalPosition(opened.value);
  const table = agingTable(opened.value, order, control.isCancelled);
  return table ? ok({ table, position }) : err({ kind: 'cancelled' });
};
