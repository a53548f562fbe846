import { type Query, QueryClient } from '@tanstack/react-query';
import type { StaleMessage } from '../../src-shared/ipc/contract.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import { bridge } from './bridge.ts';
import { queryTopics } from './query-topics.ts';

/** Nothing goes stale by itself: the main process says so. A failed read is not a glitch of a network, so no retries. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 5 * 60_000, retry: false, refetchOnWindowFocus: false },
  },
});

const topicsOfQuery: ReadonlyMap<string, readonly Topic[]> = new Map(
  Object.entries(queryTopics).flatMap(([area, queries]) =>
    Object.entries(queries).map(([name, topics]): [string, readonly Topic[]] => [`${area}.${name}`, topics]),
  ),
);

/** Whether a cached read shows any of these topics. */
export function showsTopic(query: Pick<Query, 'queryKey'>, stale: ReadonlySet<Topic>): boolean {
  const [area, procedure] = query.queryKey;
  return (topicsOfQuery.get(`${area}.${procedure}`) ?? []).some((topic) => stale.has(topic));
}

const staleListeners = new Set<(stale: ReadonlySet<Topic>) => void>();

/** For what lives outside the query cache, such as the grid's rows. Returns the function that stops it. */
export function onStale(listen: (stale: ReadonlySet<Topic>) => void): () => void {
  staleListeners.add(listen);
  return () => staleListeners.delete(listen);
}

/** Connects what the main process announces to the cache. Returns the function that disconnects. */
export function connectStaleTopics(): () => void {
  return bridge().on('stale', (message: StaleMessage) => {
    const stale = new Set(message.topics);
    const predicate = (query: Query) => showsTopic(query, stale);
    for (const query of queryClient.getQueryCache().findAll({ fetchStatus: 'fetching', predicate })) {
      if (query.state.data === undefined) readAgainAfterFirst(query);
    }
    void queryClient.invalidateQueries({ predicate });
    for (const listen of staleListeners) listen(stale);
  });
}

/**
 * A first read on its way may have been answered from before the change. The cache joins it instead of starting anew, and
 * calls its answer fresh: the window would show the old book until the next change.
 */
function readAgainAfterFirst(query: Query): void {
  const again = () => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
  // What went wrong with the first read is shown where it is read.
  void query.fetch().then(again, again);
}
