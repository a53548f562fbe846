import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { BinnedCustomer } from '../../../src-shared/customers/customers-contract.ts';
import { AppProblem } from '../../ipc/app-problem.ts';
import { client } from '../../ipc/client.ts';
import type { Paged } from '../../ipc/use-pages.ts';
import { readKey } from '../../ipc/use-read.ts';

const pageSize = 100;

/** Customers in the bin that fit the search, latest first, page by page. `total` is null until the first answer. */
export function useBin(search: string): { readonly pages: Paged<BinnedCustomer>; readonly total: number | null } {
  const query = useInfiniteQuery({
    queryKey: readKey('customers', 'bin', { search }),
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam }) => {
      const page = await client.customers.bin({ search, offset: pageParam, limit: pageSize });
      if (!page.ok) throw new AppProblem(page.error);
      return page.value;
    },
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && read < last.total ? read : null;
    },
  });
  return {
    total: query.data?.pages[0]?.total ?? null,
    pages: {
      items: query.data?.pages.flatMap((page) => page.rows) ?? null,
      error: query.error,
      hasMore: query.hasNextPage,
      isLoadingMore: query.isFetchingNextPage,
      loadMore: () => void query.fetchNextPage(),
    },
  };
}
