import type { WriteDb } from '../../db/journal.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { ok, type Result } from '../../src-shared/core/result.ts';
import type { BookSettings } from '../../src-shared/settings/settings-contract.ts';
import type { UserFields } from '../../src-shared/users/user.ts';
import type { HolidayYear } from '../../src-shared/workdays/work-calendar.ts';
import { bulkEdit } from '../features/customers/bulk-edit.ts';
import { restoreCustomers } from '../features/customers/restore-customers.ts';
import type { Approver } from '../features/orders/agree-order.ts';
import { createOrder } from '../features/orders/create-order.ts';
import { takeGoodsBack } from '../features/orders/take-goods-back.ts';
import { updateOrder } from '../features/orders/update-order.ts';
import { voidOrder } from '../features/orders/void-order.ts';
import {
  moveSettlement,
  refundPayment,
  usePrepayment,
  voidRefund,
  voidSettlement,
} from '../features/payments/change-settlement.ts';
import { recordPayment } from '../features/payments/payment-service.ts';
import {
  enterReceivable,
  updateReceivable,
  voidEnteredReceivable,
  writeOffReceivable,
} from '../features/receivables/receivable-service.ts';
import { saveBookSettings } from '../features/settings/book-settings.ts';
import { binTag, renameTag } from '../features/tags/tag-service.ts';
import { acceptTerms, overrideTerms } from '../features/terms/terms-service.ts';
import { saveTiers, type TierList } from '../features/tiers/tier-service.ts';
import { binUser, updateUser } from '../features/users/user-service.ts';
import { acceptProposal } from '../features/visits/auto-plan-accept.ts';
import { movePlans } from '../features/visits/change-plans.ts';
import { removeHolidayYear, saveHolidayYear } from '../features/workdays/holiday-years.ts';
import type { Actor } from '../ipc/actor.ts';
import type { ChangeWatch } from '../ipc/change-watch.ts';
import { applyTiers } from './apply-tiers.ts';

type LargeChange<Input, Output extends object> = (
  db: WriteDb,
  actor: Actor,
  input: Input,
  watch: ChangeWatch,
) => Result<Output, AppError>;

interface OrderEdit {
  readonly edit: Parameters<typeof updateOrder>[2];
  readonly approver: Approver | null;
  readonly timeZone: string;
}

/**
 * Changes that can reach very many customers, be it only in the list derived from them: they run here or in a job's
 * thread, whichever keeps the window free (see change-at-size.ts). Input and output are plain data.
 */
export const largeChanges = {
  bulkEdit,
  restoreCustomers: (db: WriteDb, _actor: Actor, ids: readonly Id[]) => restoreCustomers(db, ids),
  renameTag: (db: WriteDb, _actor: Actor, { id, name }: { readonly id: Id; readonly name: string }) =>
    renameTag(db, id, name),
  binTag: (db: WriteDb, _actor: Actor, id: Id) => binTag(db, id),
  saveTiers: (db: WriteDb, _actor: Actor, list: TierList) => saveTiers(db, list),
  updateUser: (db: WriteDb, _actor: Actor, { id, fields }: { readonly id: Id; readonly fields: Partial<UserFields> }) =>
    updateUser(db, id, fields),
  binUser: (db: WriteDb, _actor: Actor, id: Id) => binUser(db, id),
  saveSettings: (db: WriteDb, _actor: Actor, settings: Partial<BookSettings>): Result<object, AppError> => {
    saveBookSettings(db, settings);
    return ok({});
  },
  saveHolidayYear: (db: WriteDb, _actor: Actor, year: HolidayYear) => saveHolidayYear(db, year),
  removeHolidayYear: (db: WriteDb, _actor: Actor, year: number) => removeHolidayYear(db, year),
  movePlans,
  createOrder: (
    db: WriteDb,
    actor: Actor,
    { draft, approver }: { readonly draft: Parameters<typeof createOrder>[2]; readonly approver: Approver | null },
  ) => createOrder(db, actor, draft, approver),
  updateOrder: (db: WriteDb, actor: Actor, { edit, approver, timeZone }: OrderEdit) =>
    updateOrder(db, actor, edit, approver, timeZone),
  voidOrder,
  takeGoodsBack,
  recordPayment,
  voidSettlement,
  usePrepayment,
  moveSettlement,
  refundPayment,
  voidRefund,
  enterReceivable,
  updateReceivable,
  voidEnteredReceivable,
  writeOffReceivable,
  acceptTerms,
  overrideTerms,
  applyTiers,
  acceptProposal,
} satisfies Record<string, LargeChange<never, object>>;

export type LargeChanges = typeof largeChanges;
export type LargeChangeKind = keyof LargeChanges;
export type InputOfChange<K extends LargeChangeKind> = Parameters<LargeChanges[K]>[2];
export type OutputOfChange<K extends LargeChangeKind> =
  ReturnType<LargeChanges[K]> extends Result<infer O, AppError> ? O : never;

/** Safe cast: the kind ties the input to its change; TypeScript cannot follow that through an indexed union. */
export function largeChange<K extends LargeChangeKind>(
  kind: K,
): LargeChange<InputOfChange<K>, OutputOfChange<K> & object> {
  return largeChanges[kind] as unknown as LargeChange<InputOfChange<K>, OutputOfChange<K> & object>;
}
