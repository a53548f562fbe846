import { countLiveCustomersOf, listUsers } from '../../../db/queries/user-rows.ts';
import { given } from '../../../src-shared/core/given.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeAtSize } from '../../workflows/change-at-size.ts';
import { checkSecret } from './check-secret.ts';
import { isSeatLocked } from './seat-lock.ts';
import { replaceRecoveryCode, resetOwnerPin, setPin } from './user-pins.ts';
import { createUser, liveUser } from './user-service.ts';

/** The list sorts by the owner's name: whatever of a user changes, it is looked up for each customer of theirs. */
export const userHandlers: HandlersOf<'users'> = {
  list: ({ session, services, user }) =>
    ok({
      users: listUsers(session.db()),
      currentId: user.id,
      isLocked: isSeatLocked(session, services.seatLock, user.id),
    }),
  create: (context, input) => change(context, 'edit', (db) => createUser(db, input)),
  update: (context, input) => {
    const fields = given(input.fields);
    const customers = countLiveCustomersOf(context.session.db(), input.id);
    return changeAtSize(context, { kind: 'updateUser', source: 'edit', input: { id: input.id, fields }, customers });
  },
  moveToBin: (context, { id }) => {
    const customers = countLiveCustomersOf(context.session.db(), id);
    return changeAtSize(context, { kind: 'binUser', source: 'edit', input: id, customers });
  },
  switchTo: async ({ session, services }, { id, pin }) => {
    const { db, bookId } = session.book();
    const user = liveUser(db, id);
    if (!user.ok) return user;
    const { pinHash } = user.value;
    if (pinHash !== null) {
      const checked = await checkSecret(id, pin, pinHash);
      if (!checked.ok) return checked;
    }
    await services.workspace.saveCurrentUser(bookId, id);
    services.seatLock.unlock(bookId);
    return ok({});
  },
  setPin: (context, input) => setPin(context, input),
  newRecoveryCode: (context, { currentPin }) => replaceRecoveryCode(context, currentPin),
  resetOwnerPin: (context, input) => resetOwnerPin(context, input),
};
