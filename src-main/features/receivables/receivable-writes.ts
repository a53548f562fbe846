import { findRow } from '../../../db/queries/find-row.ts';
import { receivables } from '../../../db/schema/money.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeLedgerAtSize } from '../../workflows/change-ledger-at-size.ts';

export const receivableWrites: Pick<HandlersOf<'receivables'>, 'enter' | 'update' | 'void' | 'writeOff'> = {
  enter: (context, input) =>
    changeLedgerAtSize(context, { kind: 'enterReceivable', input, customerId: input.customerId }),
  update: (context, input) =>
    changeLedgerAtSize(context, { kind: 'updateReceivable', input, customerId: ownerOf(context, input.id) }),
  void: (context, input) =>
    changeLedgerAtSize(context, { kind: 'voidEnteredReceivable', input, customerId: ownerOf(context, input.id) }),
  writeOff: (context, input) =>
    changeLedgerAtSize(context, { kind: 'writeOffReceivable', input, customerId: ownerOf(context, input.id) }),
};

function ownerOf({ session }: HandlerContext, receivableId: Id): Id | null {
  return findRow(session.db(), receivables, receivableId)?.customerId ?? null;
}
