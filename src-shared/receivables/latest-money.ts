import type { Id } from '../core/id.ts';
import type { CustomerMoney, ReceivableView } from './receivable-views.ts';

export interface LatestWish {
  /** So many of each list, the newest. */
  readonly latest: number;
  /** Receivables that are wanted however old. */
  readonly receivableIds: readonly Id[];
}

/** More open debts of one customer than this are no list to read; the earliest due come first. */
export const mostOpenListed = 500;

/**
 * A customer's money shortened to what is looked at: the newest of each list; of receivables also what is open, what a
 * listed promise is about and what was asked for. Figures and counts stay those of all. Order is kept.
 */
export function latestMoney(money: CustomerMoney, { latest, receivableIds }: LatestWish): CustomerMoney {
  const promises = money.promises.slice(0, latest);
  const wanted = new Set<Id | null>([...receivableIds, ...promises.map(({ receivableId }) => receivableId)]);
  for (const { id } of money.receivables.slice(0, latest)) wanted.add(id);
  for (const { id } of firstDue(money.receivables)) wanted.add(id);
  const { upcoming } = money;
  return {
    ...money,
    promises,
    receivables: money.receivables.filter(({ id }) => wanted.has(id)),
    sources: money.sources.slice(0, latest),
    upcoming: {
      receivables: upcoming.receivables.slice(0, latest),
      sources: upcoming.sources.slice(0, latest),
    },
  };
}

function firstDue(receivables: readonly ReceivableView[]): readonly ReceivableView[] {
  const open = receivables.filter(({ openFen }) => openFen > 0);
  return open.sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn))).slice(0, mostOpenListed);
}
