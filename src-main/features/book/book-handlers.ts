import { err, ok } from '../../../src-shared/core/result.ts';
import { telLink } from '../../../src-shared/customers/tel-link.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { bookStatus } from '../../workflows/book-status.ts';

export const bookHandlers: HandlersOf<'book'> = {
  status: (context) => ok(bookStatus(context)),
  openSample: ({ services }) => services.books.openSample(),
  closeSample: ({ services }) => services.books.closeSample(),
  reopen: ({ services }) => services.books.reopen(),
  startAnew: ({ services }) => services.books.startAnew(),
  about: ({ services }) => ok(services.appInfo()),
  openDataFolder: async ({ services }) => {
    await services.desktop.openPath(services.appInfo().dataFolder);
    return ok({});
  },
  openLink: async ({ services }, { url }) =>
    (await services.desktop.openExternal(url))
      ? ok({})
      : err({ kind: 'validation', fields: [{ field: 'url', problem: 'invalid' }] }),
  dial: async ({ services }, { phone }) => {
    const link = telLink(phone);
    if (link === null) return err({ kind: 'validation', fields: [{ field: 'phone', problem: 'invalid' }] });
    const isHandedOver = services.desktop.canDial() && (await services.desktop.openExternal(link));
    if (!isHandedOver) services.clipboard.writeText(phone);
    return ok({ how: isHandedOver ? 'handed_over' : 'copied' });
  },
  copyText: ({ services }, { text }) => {
    services.clipboard.writeText(text);
    return ok({});
  },
};
