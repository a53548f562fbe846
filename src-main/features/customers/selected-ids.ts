import type { ReadDb } from '../../../db/open.ts';
import { countCustomers } from '../../../db/queries/count-customers.ts';
import type { BookDay } from '../../../db/queries/customer-filter.ts';
import { idsOfList } from '../../../db/queries/list-customers.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { CustomerSelection } from '../../../src-shared/customers/customers-contract.ts';

/** Those ticked, each once, or a whole view in its order less those unticked. */
export function selectedIds(db: ReadDb, selection: CustomerSelection, day: BookDay): readonly Id[] {
  if (selection.kind === 'ids') return [...new Set(selection.ids)];
  const unticked = new Set(selection.exceptIds);
  return [...idsOfList(db, selection.view, day)].filter((id) => !unticked.has(id));
}

/** How many that may be, counted no further than `cap`; those unticked still count. */
export function selectionSize(db: ReadDb, selection: CustomerSelection, day: BookDay, cap: number): number {
  return selection.kind === 'ids' ? selection.ids.length : countCustomers(db, selection.view, day, cap).count;
}
