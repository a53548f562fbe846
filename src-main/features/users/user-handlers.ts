import { countLiveCustomersOf, listUsers } from '../../../db/queries/user-rows.ts';
import { given } from '../../../src-shared/core/given.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeAtSize } from '../../workflows/change-at-size.ts';
import { createUser, liveUser } from './user-service.ts';

/** The list sorts by the owner's name: whatever of a user changes, it is looked up for each customer of theirs. */
export const userHandlers: HandlersOf<'users'> = {
  list: ({ session, user }) => ok({ users: listUsers(session.db()), currentId: user.id }),
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
  switchTo: async ({ session, services }, { id }) => {
    const { db, bookId } = session.book();
    const user = liveUser(db, id);
    if (!user.ok) return user;
    await services.workspace.saveCurrentUser(bookId, id);
    return ok({});
  },
};
