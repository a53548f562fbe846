import { ok } from '../../../src-shared/core/result.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';

export const reminderHandlers: HandlersOf<'reminders'> = {
  list: ({ services }) => ok(services.reminders.list()),
  snooze: async ({ services }, { keys, until }) => {
    await services.reminders.snooze(keys, until);
    return ok({});
  },
  dismiss: async ({ services }, { keys }) => {
    await services.reminders.dismiss(keys);
    return ok({});
  },
  seeMissed: async ({ services }) => {
    await services.reminders.seeMissed();
    return ok({});
  },
  followed: ({ services }, { id }) => {
    services.reminders.followed(id);
    return ok({});
  },
  pause: ({ services }, { minutes }) => {
    services.reminders.pause(minutes);
    return ok({});
  },
  tryOne: ({ services }) => ok({ isShown: services.reminders.tryOne() }),
};
