import { given } from '../../../src-shared/core/given.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import type { BooklessContext } from '../../ipc/handler-context.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';

export const workspaceHandlers: HandlersOf<'workspace'> = {
  get: (context) => {
    const { preferences, layout } = context.services.workspace;
    const owner = ownerOfDrafts(context);
    const drafts = owner ? context.services.workspace.drafts(owner.bookId, owner.userId) : {};
    return ok({ preferences, layout, drafts });
  },
  savePreferences: async ({ services, announce }, change) => {
    await services.workspace.savePreferences(given(change));
    services.look.follow(services.workspace.preferences);
    if (change.reminders || change.closing) announce(['reminders']);
    return ok({});
  },
  saveLayout: async ({ services }, { layout }) => {
    await services.workspace.saveLayout(layout);
    return ok({});
  },
  saveDraft: async (context, { key, value }) => {
    const owner = ownerOfDrafts(context);
    if (!owner) return err(context.session.problem?.error ?? { kind: 'storage', reason: 'file_missing' });
    await context.services.workspace.saveDraft(owner.bookId, owner.userId, key, value);
    return ok({});
  },
};

function ownerOfDrafts({ session, user }: BooklessContext) {
  return session.opened && user ? { bookId: session.opened.bookId, userId: user.id } : null;
}
