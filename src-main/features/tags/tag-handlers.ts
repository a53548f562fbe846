import { countLinksOfTag, listTags } from '../../../db/queries/tag-rows.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeAtSize } from '../../workflows/change-at-size.ts';
import { ensureTag } from './tag-service.ts';

export const tagHandlers: HandlersOf<'tags'> = {
  list: ({ session }) => ok({ tags: listTags(session.db()) }),
  create: (context, { name }) => change(context, 'edit', (db) => ensureTag(db, name)),
  rename: (context, input) => {
    const customers = countLinksOfTag(context.session.db(), input.id);
    return changeAtSize(context, { kind: 'renameTag', source: 'edit', input, customers });
  },
  moveToBin: (context, { id }) => {
    const customers = countLinksOfTag(context.session.db(), id);
    return changeAtSize(context, { kind: 'binTag', source: 'edit', input: id, customers });
  },
};
