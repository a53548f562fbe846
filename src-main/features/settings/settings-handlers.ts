import { given } from '../../../src-shared/core/given.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { readBookSettings, saveBookSettings } from './book-settings.ts';

export const settingsHandlers: HandlersOf<'settings'> = {
  get: ({ session }) => ok(readBookSettings(session.db())),
  save: (context, input) =>
    change(context, 'edit', (db) => {
      saveBookSettings(db, given(input));
      return ok({});
    }),
};
