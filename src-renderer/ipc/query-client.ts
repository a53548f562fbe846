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

/** Whether a cached read shows any of these topics. */
export function showsTopic(query: Pick<Query, 'queryKey'>, stale: ReadonlySet<Topic>): boolean {
  const [area, procedure] = query.queryKey;
  const ofArea: Readonly<Record<string, readonly Topic[]>> | undefined = Object.entries(queryTopics).find(
    ([name]) => name === area,
  )?.[1];
  return typeof procedure === 'string' && (ofArea?.[procedure] ?? []).some((topic) => stale.has(topic));
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
    void queryClient.invalidateQueries({ predicate: (query) => showsTopic(query, stale) });
    for (const listen of staleListeners) listen(stale);
  });
}
