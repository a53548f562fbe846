import { z } from 'zod';
import { idField } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, returns } from '../ipc/procedure.ts';
import { contactChangeSchema, contactFieldsSchema } from './contact.ts';

export const contactsContract = {
  /** The first contact of a customer becomes its primary contact. */
  create: command(
    'customers.edit',
    z.object({ customerId: idField, contact: contactFieldsSchema, isPrimary: z.boolean().default(false) }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    ['customers', 'contacts', 'history'],
  ),
  update: command(
    'customers.edit',
    z.object({ id: idField, fields: contactChangeSchema, isPrimary: z.literal(true).optional() }),
    returns<ChangeOutcome>(),
    ['customers', 'contacts', 'history'],
  ),
  moveToBin: command('customers.edit', z.object({ id: idField }), returns<ChangeOutcome>(), [
    'customers',
    'contacts',
    'history',
  ]),
};
