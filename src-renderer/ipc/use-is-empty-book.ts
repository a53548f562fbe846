import { useBook } from './use-book.ts';
import { useRead } from './use-read.ts';

/** Nobody was ever noted: not in the list and not in the bin. */
export function useIsEmptyBook(): boolean {
  const isWithoutCustomers = useBook()?.customerCount === 0;
  const counts = useRead('customers', 'tabCounts', {}, { enabled: isWithoutCustomers });
  return isWithoutCustomers && counts.data?.all === 0 && counts.data.inBin === 0;
}
