import type { Right } from '../users/rights.ts';

/** What can be wrong with one field; the renderer has a sentence for each. */
export type FieldProblem =
  | 'required'
  | 'too_long'
  | 'invalid'
  | 'invalid_date'
  | 'invalid_phone'
  | 'invalid_uscc'
  | 'invalid_email'
  | 'out_of_range'
  | 'unknown_choice'
  | 'program_file';

export interface FieldError {
  /** Path in the input, dots between levels: `contacts.0.mobile`. */
  readonly field: string;
  readonly problem: FieldProblem;
}

/** Why a wish cannot be granted as things stand now; the user can act on each. */
export type ConflictReason =
  | 'changed_meanwhile'
  | 'in_bin'
  | 'has_open_plans'
  | 'last_owner'
  | 'tier_in_use'
  | 'name_taken'
  | 'already_undone'
  | 'nothing_to_undo'
  | 'batch_cannot_be_undone'
  | 'import_expired'
  /** What was worked out is no longer kept, because the book changed or others were asked for since: ask again. */
  | 'answer_expired'
  | 'import_changed'
  | 'job_running'
  | 'wrong_pin'
  /** Too many wrong PINs or codes; detail: seconds until the next try is heard. */
  | 'too_many_tries'
  /** The PIN of who sat here last is asked for first. */
  | 'locked'
  | 'not_sample_book'
  | 'same_file'
  /** An order passes a limit and nobody who may let it pass has said so. */
  | 'over_limit'
  | 'order_no_taken'
  /** A customer with open balance or prepayment is not binned. */
  | 'has_money'
  /** Less than what is allocated: say which allocations are released. */
  | 'releases_needed'
  /** More than what is open, or than what is left of a payment. */
  | 'exceeds_open'
  | 'exceeds_left'
  /** A day before the payment came or before there was anything to settle. */
  | 'too_early'
  | 'already_void'
  | 'product_in_use'
  /** An undo would allocate money twice, or settle what is void (domain §1). */
  | 'breaks_ledger'
  | 'file_gone'
  | 'file_damaged';

export type StorageReason =
  | 'disk_full'
  | 'read_only'
  | 'file_missing'
  | 'file_in_use'
  | 'damaged'
  | 'newer_version'
  | 'not_a_book'
  | 'network_drive'
  | 'no_permission'
  | 'busy';

/**
 * The one closed union of failures that crosses IPC, as plain data. Code branches on `kind`;
 * sentences are made in the renderer, in the user's language.
 */
export type AppError =
  | { readonly kind: 'validation'; readonly fields: readonly FieldError[] }
  | { readonly kind: 'not_found'; readonly entity: string; readonly id: string }
  | { readonly kind: 'conflict'; readonly reason: ConflictReason; readonly otherId?: string; readonly detail?: string }
  | { readonly kind: 'forbidden'; readonly right: Right }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'storage'; readonly reason: StorageReason; readonly detail?: string }
  | { readonly kind: 'internal'; readonly logRef: string };
