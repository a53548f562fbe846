import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { binContact, createContact, updateContact } from './contact-service.ts';

export const contactHandlers: HandlersOf<'contacts'> = {
  create: (context, input) => change(context, 'edit', (db, actor) => createContact(db, actor, input)),
  update: (context, input) => change(context, 'edit', (db, actor) => updateContact(db, actor, input)),
  moveToBin: (context, { id }) => change(context, 'edit', (db, actor) => binContact(db, actor, id)),
};
