import type { Id } from '../../src-shared/core/id.ts';

export type SoakImportTarget = 'customers' | 'openings' | 'orders' | 'payments';

/**
 * `rows` records in one batch, each marked: customers; new customers with a debt or with a 销售单 each; or payments, each
 * settling a debt of an import before.
 */
export interface SoakImport {
  readonly target: SoakImportTarget;
  readonly mark: string;
  readonly rows: number;
}

/** What the child is about to do; one line of JSON each, written before and, as `done`, after the commit. */
export type SoakAction =
  | { readonly kind: 'create'; readonly id: Id; readonly name: string }
  | { readonly kind: 'rename'; readonly id: Id; readonly name: string }
  | { readonly kind: 'follow_up'; readonly id: Id; readonly customerId: Id }
  | { readonly kind: 'attach'; readonly id: Id; readonly customerId: Id }
  /** A 销售单 with a line, owed in `parts`. */
  | { readonly kind: 'order'; readonly id: Id; readonly customerId: Id; readonly parts: number }
  /** A payment spread over the oldest debts, in `parts` of them. */
  | { readonly kind: 'payment'; readonly id: Id; readonly customerId: Id; readonly parts: number }
  | ({ readonly kind: 'import' } & SoakImport)
  /** Takes the import back: its rows go to the bin. */
  | { readonly kind: 'undo'; readonly mark: string }
  | { readonly kind: 'backup' };

export type SoakEvent =
  | { readonly event: 'ready' }
  | { readonly event: 'begin'; readonly step: number; readonly action: SoakAction }
  | { readonly event: 'done'; readonly step: number; readonly backup?: string };

/** Null for a line that the child's death cut off: what it did not say whole it did not say. */
export function parseSoakEvent(line: string): SoakEvent | null {
  try {
    // Safe: the child writes nothing else.
    return JSON.parse(line) as SoakEvent;
  } catch {
    return null;
  }
}
