import type { ConflictReason } from '../../src-shared/core/app-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { Stored, StoredRow, TableShape } from '../table-shape.ts';

/** What a person chose for a row that an undo would leave alone. */
export type UndoChoice = 'keep' | 'undo_anyway';

/** A batch that came after: who made it and when. */
export interface LaterBatch {
  readonly batchId: Id;
  readonly by: Id | null;
  readonly at: Instant;
}

/** Something that an undo leaves alone, because something came after it or a rule forbids it. */
export interface UndoConflict {
  readonly entity: string;
  readonly entityId: Id;
  readonly reason: 'field_changed_later' | 'row_changed_later' | 'row_in_use' | 'breaks_rule';
  /** camelCase; null when the whole row is meant. */
  readonly field: string | null;
  /** As stored; for a field only. */
  readonly now: Stored;
  readonly wouldBe: Stored;
  /** For breaks_rule: which. Such a row cannot be undone by any choice. */
  readonly rule: ConflictReason | null;
  readonly theirs: LaterBatch | null;
}

/** What the undo does to one row. */
export type UndoStep = { readonly shape: TableShape; readonly id: Id } & (
  | { readonly kind: 'update'; readonly sets: StoredRow }
  /** A thing that the batch created goes to the bin. */
  | { readonly kind: 'bin' }
  /** A link or fact that the batch created goes. */
  | { readonly kind: 'remove' }
  /** A link or fact that the batch removed comes back. */
  | { readonly kind: 'reinsert'; readonly row: StoredRow }
);

export type RowKey = string;

export function rowKey(entity: string, id: Id): RowKey {
  return `${entity}/${id}`;
}

/** The steps of an undo by row, in the order in which they are to be taken. */
export type UndoSteps = Map<RowKey, UndoStep>;

/** True when after `step` (or as it is, without one) the row is there and not in the bin. */
export function isLiveAfter(step: UndoStep | undefined, present: StoredRow | null): boolean {
  switch (step?.kind) {
    case 'bin':
    case 'remove':
      return false;
    case 'reinsert':
      return true;
    case 'update':
      if ('deleted_at' in step.sets) return step.sets.deleted_at === null;
      break;
    case undefined:
      break;
  }
  return present !== null && (present.deleted_at ?? null) === null;
}

/** What the column holds after the step. */
export function valueAfter(step: UndoStep | undefined, present: StoredRow | null, column: string): Stored {
  if (step?.kind === 'update' && column in step.sets) return step.sets[column] ?? null;
  if (step?.kind === 'reinsert') return step.row[column] ?? null;
  return present?.[column] ?? null;
}

/** True when the step takes a live thing out of sight. */
export function bins(step: UndoStep): boolean {
  return step.kind === 'bin' || (step.kind === 'update' && (step.sets.deleted_at ?? null) !== null);
}
