import { err, ok } from '../../../src-shared/core/result.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { bookStatus } from '../../workflows/book-status.ts';

export const bookHandlers: HandlersOf<'book'> = {
  status: (context) => ok(bookStatus(context)),
  openSample: ({ services }) => services.books.openSample(),
  closeSample: ({ services }) => services.books.closeSample(),
  reopen: ({ services }) => services.books.reopen(),
  about: ({ services }) => ok(services.appInfo()),
  openDataFolder: async ({ services }) => {
    await services.desktop.openPath(services.appInfo().dataFolder);
    return ok({});
  },
  openLink: async ({ services }, { url }) =>
    (await services.desktop.openExternal(url))
      ? ok({})
      : err({ kind: 'validation', fields: [{ field: 'url', problem: 'invalid' }] }),
  copyText: ({ services }, { text }) => {
    services.clipboard.writeText(text);
    return ok({});
  },
};
