import { countCustomersReached } from '../../../db/queries/customers-reached.ts';
import { timeZoneSetting } from '../../../db/setting-names.ts';
import { given } from '../../../src-shared/core/given.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeAtSize, customersOnMainThread } from '../../workflows/change-at-size.ts';
import { readBookSettings } from './book-settings.ts';

export const settingsHandlers: HandlersOf<'settings'> = {
  get: ({ session }) => ok(readBookSettings(session.db())),
  save: (context, wish) => {
    const input = given(wish);
    const db = context.session.db();
    const movesZone = input.timeZone !== undefined && input.timeZone !== readBookSettings(db).timeZone;
    const touched = new Map([['book_settings', new Set(movesZone ? [timeZoneSetting] : [])]]);
    const customers = countCustomersReached(db, touched, customersOnMainThread + 1);
    return changeAtSize(context, { kind: 'saveSettings', source: 'edit', input, customers });
  },
};
