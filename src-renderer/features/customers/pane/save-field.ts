import i18next from 'i18next';
import type { Contract } from '../../../../src-shared/ipc/contract.ts';
import type { OutputOfProcedure } from '../../../../src-shared/ipc/procedure.ts';
import { client } from '../../../ipc/client.ts';
import { errorText } from '../../../ipc/error-text.ts';
import { settled } from '../../../ipc/report.ts';
import { notifyDone } from '../../../state/toasts.ts';

/** A customer as it was read, with the moment it was read: a change is measured against that. */
export type ReadCustomer = OutputOfProcedure<Contract['customers']['get']>;

type UpdateInput = Parameters<typeof client.customers.update>[0];
export type CustomerChange = Partial<UpdateInput['fields']>;

/** One field alone, as the contract takes it. */
export function fieldChange<K extends keyof CustomerChange>(key: K, value: CustomerChange[K]): CustomerChange {
  const change: CustomerChange = {};
  change[key] = value;
  return change;
}

/** Saves a change made in place. Null: done, and said with 撤销; else the sentence to show beside the field. */
export async function saveCustomer(
  customer: ReadCustomer,
  change: CustomerChange,
  what: string,
  tagIds?: readonly string[],
): Promise<string | null> {
  const done = await settled(
    client.customers.update({
      id: customer.id,
      fields: change,
      ...(tagIds ? { tagIds: [...tagIds] } : {}),
      seenAt: customer.seenAt,
    }),
  );
  if (!done.ok) return errorText(i18next.t, done.error);
  if (done.value.batchId !== null) notifyDone(i18next.t('pane.changed', { field: what }), done.value.batchId);
  return null;
}
