import { z } from 'zod';
import { idField } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import { type User, userFieldsSchema } from './user.ts';

export const usersContract = {
  list: query('app.use', z.object({}), returns<{ readonly users: readonly User[]; readonly currentId: Id }>()),
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
  /** Who sits at this PC from now on. */
  switchTo: command('app.use', z.object({ id: idField }), returns<Record<string, never>>(), [
    'users',
    'customers',
    'history',
    'workspace',
  ]),
};
