import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeAtSize } from '../../workflows/change-at-size.ts';
import { createCustomer } from './create-customer.ts';
import { updateCustomer } from './update-customer.ts';

export const customerHandlers: HandlersOf<'customers'> = {
  create: (context, input) => change(context, 'edit', (db, actor) => createCustomer(db, actor, input)),
  update: (context, input) => change(context, 'edit', (db, actor) => updateCustomer(db, actor, input)),
  bulkEdit: (context, { selection, change: wish }) => {
    const ids = selection.kind === 'ids' ? selection.ids : [];
    return changeAtSize(context, {
      kind: 'bulkEdit',
      source: 'bulk',
      input: { ids, change: wish },
      customers: ids.length,
    });
  },
  restore: (context, { ids }) =>
    changeAtSize(context, { kind: 'restoreCustomers', source: 'restore', input: ids, customers: ids.length }),
};
