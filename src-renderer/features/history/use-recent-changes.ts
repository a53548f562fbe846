import { useInfiniteQuery } from '@tanstack/react-query';
import type { BatchSummary } from '../../../src-shared/history/history.ts';
import { AppProblem } from '../../ipc/app-problem.ts';
import { client } from '../../ipc/client.ts';
import type { Paged } from '../../ipc/use-pages.ts';
import { readKey } from '../../ipc/use-read.ts';

const start: number | null = null;

/** What anybody did in the book, newest first, page by page. */
export function useRecentChanges(): Paged<BatchSummary> {
  const query = useInfiniteQuery({
    queryKey: readKey('history', 'recent', {}),
    initialPageParam: start,
    queryFn: async ({ pageParam }) => {
      const page = await client.history.recent({ before: pageParam });
      if (!page.ok) throw new AppProblem(page.error);
      return page.value;
    },
    getNextPageParam: (last) => last.next,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.batches) ?? null,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
