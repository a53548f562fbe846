import type { WriteDb } from '../../db/journal.ts';
import { customers } from '../../db/schema/customers.ts';
import { bareText } from '../../src-shared/core/fold-text.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import { blankCustomerFields } from '../../src-shared/customers/customer.ts';
import type { DraftCustomer } from '../../src-shared/files-in/money-drafts.ts';
import { firstContactSlotsOf } from '../../src-shared/visits/due-day.ts';

export interface DraftCustomers {
  /** Whose a draft is: of the book, or made just now. */
  idOf(draft: DraftCustomer): Id;
  /** How many were made. */
  readonly made: number;
}

/** Makes the customers that the book does not have, each once however many rows name them, before anything is theirs. */
export function makeDraftCustomers(db: WriteDb, drafts: Iterable<DraftCustomer>, ownerId: Id | null): DraftCustomers {
  const wanted = new Map<string, NonNullable<DraftCustomer['newCustomer']>>();
  for (const { newCustomer } of drafts) {
    if (newCustomer === null) continue;
    const known = wanted.get(keyOf(newCustomer));
    wanted.set(keyOf(newCustomer), {
      name: known?.name ?? newCustomer.name,
      uscc: known?.uscc ?? newCustomer.uscc,
      phone: known?.phone ?? newCustomer.phone,
    });
  }
  const nowMs = instantToMs(db.info.now);
  const ids = new Map([...wanted.keys()].map((key) => [key, newId(nowMs)]));
  const slots = firstContactSlotsOf([...ids.values()]);
  for (const [key, fields] of wanted) {
    const id = ids.get(key);
    if (id === undefined) throw new Error('a customer without the id made for it');
    const firstContactSlot = slots.get(id) ?? null;
    db.insert(customers, { ...blankCustomerFields, ...fields, id, ownerId, firstContactSlot });
  }
  return {
    made: wanted.size,
    idOf: ({ customerId, newCustomer }) => {
      const id = customerId ?? (newCustomer && ids.get(keyOf(newCustomer)));
      if (!id) throw new Error('a draft that is nobody’s');
      return id;
    },
  };
}

/** Two firms of one name with different credit codes are two. */
function keyOf({ name, uscc }: NonNullable<DraftCustomer['newCustomer']>): string {
  return `${bareText(name)} ${uscc ?? ''}`;
}
