import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';
import type { SourceKind } from '../receivables/ledger.ts';

export const journalSources = [
  'edit',
  'bulk',
  'import',
  'merge',
  'retier',
  'restore',
  'undo',
  'system',
  'erase',
] as const;
export type JournalSource = (typeof journalSources)[number];

/** The tables whose rows the journal keeps; the words a person reads are the renderer's. */
export type JournalEntity =
  | 'book_settings'
  | 'users'
  | 'tiers'
  | 'tags'
  | 'customers'
  | 'contacts'
  | 'customer_tags'
  | 'follow_ups'
  | 'visit_series'
  | 'visit_plans'
  | 'attachments'
  | 'anniversaries'
  | 'tier_history'
  | 'products'
  | 'sales_orders'
  | 'sales_order_lines'
  | 'receivables'
  | 'due_day_changes'
  | 'settlement_sources'
  | 'allocations'
  | 'refunds'
  | 'return_lines'
  | 'payment_promises'
  | 'terms_decisions'
  | 'customer_assessments'
  | 'rival_notes'
  | 'service_costs'
  | 'warning_marks'
  | 'import_batches';

/** A value as history shows it: references carry the name they had when read. */
export interface HistoryValue {
  readonly value: string | number | null;
  /** The name behind an id (tier, owner, contact, tag), else null. */
  readonly label: string | null;
}

export interface HistoryEntry {
  readonly id: Id;
  readonly batchId: Id;
  readonly at: Instant;
  readonly userId: Id | null;
  readonly source: JournalSource;
  readonly entity: JournalEntity;
  readonly entityId: Id;
  /** Of a settlement: payments, returns and write-offs share a table. Else null. */
  readonly settlement: SourceKind | null;
  readonly action: 'create' | 'update' | 'delete';
  /** What the row is called: a contact's name, the first words of a follow-up. */
  readonly title: string | null;
  /** camelCase field names; empty for create and delete. */
  readonly changes: readonly { readonly field: string; readonly before: HistoryValue; readonly after: HistoryValue }[];
  readonly isUndone: boolean;
}

/** One user action, as the list of recent changes shows it. */
export interface BatchSummary {
  readonly batchId: Id;
  readonly at: Instant;
  readonly userId: Id | null;
  readonly source: JournalSource;
  readonly counts: readonly {
    readonly entity: JournalEntity;
    readonly action: 'create' | 'update' | 'delete';
    readonly rows: number;
  }[];
  /** What its settlements are; null: there are none, or of several kinds. */
  readonly settlement: SourceKind | null;
  /** PINs and the recovery code were changed and nothing else: no undo is offered. */
  readonly isOfPins: boolean;
  /** Up to three names of customers it touched, and how many in all. */
  readonly customerNames: readonly string[];
  readonly customerCount: number;
  readonly fileName: string | null;
  readonly undoesBatchId: Id | null;
  readonly isUndone: boolean;
}

/** A field or row that an undo left alone because something came after it; the user decides per row. */
export interface UndoConflict {
  readonly entity: JournalEntity;
  readonly entityId: Id;
  readonly title: string | null;
  readonly reason: 'field_changed_later' | 'row_changed_later' | 'row_in_use' | 'row_gone' | 'breaks_rule';
  /** camelCase; null when the whole row is meant. */
  readonly field: string | null;
  readonly now: HistoryValue | null;
  readonly wouldBe: HistoryValue | null;
  readonly changedBy: Id | null;
  readonly changedAt: Instant | null;
}

export interface UndoReport {
  readonly batchId: Id | null;
  readonly rowsUndone: number;
  readonly conflictCount: number;
  /** The first 500. */
  readonly conflicts: readonly UndoConflict[];
}
