import { z } from 'zod';
import { idField, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';

export interface Tag {
  readonly id: Id;
  readonly name: string;
  /** Live customers that carry it. */
  readonly customerCount: number;
}

export const tagsContract = {
  list: query('customers.read', z.object({}), returns<{ readonly tags: readonly Tag[] }>()),
  /** Gives the tag of that name, made if it is new. */
  create: command(
    'customers.edit',
    z.object({ name: requiredText(30) }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    ['tags', 'history'],
  ),
  rename: command('settings.edit', z.object({ id: idField, name: requiredText(30) }), returns<ChangeOutcome>(), [
    'tags',
    'customers',
    'history',
  ]),
  /** Takes the tag off every customer, in one batch that can be undone. */
  moveToBin: command('settings.edit', z.object({ id: idField }), returns<ChangeOutcome>(), [
    'tags',
    'customers',
    'history',
  ]),
};
