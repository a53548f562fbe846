import { useMemo } from 'react';
import { useUsers } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import { useWindowWords } from '../../../text/use-window-words.ts';
import type { GridContext } from './cells.ts';

/** Names behind the ids of a row, and the words for days. A new object only when one of them changed. */
export function useGridContext(): GridContext {
  const words = useWindowWords();
  const tiers = useRead('tiers', 'list', {}).data?.tiers;
  const tags = useRead('tags', 'list', {}).data?.tags;
  const { users } = useUsers();
  const owners = useMemo(() => new Map(users.map((user) => [user.id, user.name])), [users]);
  return useMemo(
    () => ({
      words,
      tiers: new Map((tiers ?? []).map((tier) => [tier.id, tier])),
      tags: new Map((tags ?? []).map((tag) => [tag.id, tag])),
      owners,
    }),
    [words, tiers, tags, owners],
  );
}
