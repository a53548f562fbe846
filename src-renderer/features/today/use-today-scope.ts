import { z } from 'zod';
import { type VisitScope, visitScopeField } from '../../../src-shared/visits/visits-contract.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { saveLayout, useLayoutStore } from '../../state/saved-layout.ts';

const layoutKey = 'today.scope';
const savedSchema = z.record(z.string(), visitScopeField);

/** Whose day is shown, remembered per user: a salesperson begins with his own, the others with everybody's. */
export function useTodayScope(): {
  readonly scope: VisitScope;
  readonly choose: (scope: VisitScope) => void;
  /** Nobody else is there: nothing to choose. */
  readonly isAlone: boolean;
} {
  const { users, current } = useUsers();
  const raw = useLayoutStore((state) => state.layout[layoutKey]);
  const parsed = savedSchema.safeParse(raw);
  const saved = parsed.success ? parsed.data : {};
  const isAlone = users.filter((user) => !user.isGone).length < 2;
  const own: VisitScope = current?.role === 'salesperson' ? 'mine' : 'all';
  const scope = isAlone ? 'all' : ((current && saved[current.id]) ?? own);
  const choose = (chosen: VisitScope) => {
    if (current) saveLayout(layoutKey, { ...saved, [current.id]: chosen });
  };
  return { scope, choose, isAlone };
}
