import { z } from 'zod';
import { idField } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import { topics } from '../ipc/topics.ts';
import { pinSchema, typedSecret, type User, userFieldsSchema } from './user.ts';

export const usersContract = {
  list: query(
    'app.use',
    z.object({}),
    returns<{
      readonly users: readonly User[];
      readonly currentId: Id;
      /** At start: the one who sat here last has a PIN and is not the only one. Until switchTo nothing else answers. */
      readonly isLocked: boolean;
    }>(),
  ),
  create: command('users.edit', userFieldsSchema, returns<ChangeOutcome & { readonly id: Id }>(), ['users', 'history']),
  /** The last owner keeps that role: otherwise a conflict `last_owner`. */
  update: command(
    'users.edit',
    z.object({ id: idField, fields: userFieldsSchema.partial() }),
    returns<ChangeOutcome>(),
    ['users', 'customers', 'history'],
  ),
  moveToBin: command('users.edit', z.object({ id: idField }), returns<ChangeOutcome>(), [
    'users',
    'customers',
    'history',
  ]),
  /** Who sits at this PC from now on. Errors: conflict wrong_pin, too_many_tries, when that person has a PIN. */
  switchTo: command(
    'app.use',
    z.object({ id: idField, pin: typedSecret.nullable().default(null) }),
    returns<Record<string, never>>(),
    // Another may read other things: nothing that is on screen may stay.
    topics,
  ),
  /**
   * One's own PIN, or as an owner anybody's; null takes it away. `currentPin`: of who sits here, once they have one.
   * Not to be undone: an old PIN never comes back by itself. The first PIN of an owner makes the book's recovery code,
   * which is shown this once. Errors: conflict wrong_pin, too_many_tries.
   */
  setPin: command(
    'app.use',
    z.object({ id: idField, pin: pinSchema.nullable(), currentPin: typedSecret.nullable().default(null) }),
    returns<{ readonly recoveryCode: string | null }>(),
    ['users', 'settings', 'history'],
  ),
  /** The code before it is worthless from then on. `currentPin` as for setPin. */
  newRecoveryCode: command(
    'users.edit',
    z.object({ currentPin: typedSecret.nullable().default(null) }),
    returns<{ readonly recoveryCode: string }>(),
    ['settings', 'history'],
  ),
  /** An owner's forgotten PIN; the code is used up and another is shown. Errors: conflict wrong_pin, too_many_tries. */
  resetOwnerPin: command(
    'app.use',
    z.object({ id: idField, code: typedSecret, newPin: pinSchema }),
    returns<{ readonly recoveryCode: string }>(),
    ['users', 'settings', 'history'],
  ),
};
