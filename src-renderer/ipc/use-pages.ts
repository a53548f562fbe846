import { useInfiniteQuery } from '@tanstack/react-query';
import type { TimelineItem } from '../../src-shared/customers/timeline.ts';
import type { HistoryEntry } from '../../src-shared/history/history.ts';
import { AppProblem } from './app-problem.ts';
import { client } from './client.ts';
import { readKey } from './use-read.ts';

export interface Paged<T> {
  readonly items: readonly T[] | null;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
}

/** A customer's timeline, newest first, page by page. */
export function useTimeline(id: string): Paged<TimelineItem> {
  const query = useInfiniteQuery({
    queryKey: readKey('customers', 'timeline', { id }),
    initialPageParam: startOfTimeline,
    queryFn: async ({ pageParam }) => {
      const page = await client.customers.timeline({ id, before: pageParam });
      if (!page.ok) throw new AppProblem(page.error);
      return page.value;
    },
    getNextPageParam: (last) => last.next,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? null,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

const startOfTimeline: string | null = null;
const startOfHistory: number | null = null;

/** What was changed of a customer and what belongs to it, newest first, page by page. */
export function useCustomerHistory(customerId: string): Paged<HistoryEntry> {
  const query = useInfiniteQuery({
    queryKey: readKey('history', 'ofCustomer', { customerId }),
    initialPageParam: startOfHistory,
    queryFn: async ({ pageParam }) => {
      const page = await client.history.ofCustomer({ customerId, before: pageParam });
      if (!page.ok) throw new AppProblem(page.error);
      return page.value;
    },
    getNextPageParam: (last) => last.next,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.entries) ?? null,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
