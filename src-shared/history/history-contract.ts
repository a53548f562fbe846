import { z } from 'zod';
import { idField } from '../core/fields.ts';
import { job, query, returns } from '../ipc/procedure.ts';
import type { BatchSummary, HistoryEntry, UndoReport } from './history.ts';

const decisions = z
  .array(z.object({ entity: z.string().max(50), entityId: idField, choice: z.enum(['keep', 'undo_anyway']) }))
  .max(10_000)
  .default([]);

export const historyContract = {
  ofCustomer: query(
    'customers.read',
    z.object({
      customerId: idField,
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    returns<{ readonly entries: readonly HistoryEntry[]; readonly next: number | null }>(),
  ),
  recent: query(
    'customers.read',
    z.object({
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(100).default(30),
    }),
    returns<{ readonly batches: readonly BatchSummary[]; readonly next: number | null }>(),
  ),
  /** What an undo would leave alone, before anything is written. */
  preview: job('history.undo', z.object({ batchId: idField }), returns<UndoReport>()),
  /** Takes a batch back, or a batch that took one back (redo). Rows in conflict stay unless decided otherwise (domain §12). */
  undo: job('history.undo', z.object({ batchId: idField, decisions }), returns<UndoReport>(), [
    'customers',
    'contacts',
    'follow_ups',
    'visit_plans',
    'attachments',
    'anniversaries',
    'products',
    'orders',
    'receivables',
    'payments',
    'terms',
    'loyalty',
    'costs',
    'warnings',
    'workdays',
    'tags',
    'tiers',
    'users',
    'settings',
    'history',
    'imports',
    'book',
  ]),
  /** The last batch of this user in this session, or null: what Ctrl+Z would take back. */
  lastUndoable: query(
    'history.undo',
    z.object({}),
    returns<{ readonly undo: BatchSummary | null; readonly redo: BatchSummary | null }>(),
  ),
};
