import { z } from 'zod';
import type { CustomerListQuery, CustomerSortKey } from '../../../../src-shared/customers/customer-list.ts';
import { customerSortKeys, quietSpans } from '../../../../src-shared/customers/customer-list.ts';

/**
 * A tab over the list: all, mine, the customers of one tier, those without a tier, those whose visit is overdue, those
 * who slip away, those nobody spoke with for some days.
 */
export const tabSchema = z.union([
  z.literal('all'),
  z.literal('mine'),
  z.literal('withoutTier'),
  z.literal('visitOverdue'),
  z.literal('owes'),
  z.literal('overdueMoney'),
  z.literal('warned'),
  z.object({ tierId: z.string() }),
  z.object({ quietDays: z.literal(quietSpans) }),
]);
export type CustomerTab = z.output<typeof tabSchema>;

export const filterSchema = z.object({
  ownerIds: z.array(z.string()).optional(),
  tierIds: z.array(z.string()).optional(),
  tagIds: z.array(z.string()).optional(),
  districts: z.array(z.string()).optional(),
  industries: z.array(z.string()).optional(),
  sources: z.array(z.string()).optional(),
  quietDays: z.number().optional(),
  dueNow: z.literal(true).optional(),
  owes: z.literal(true).optional(),
  overdueMoney: z.literal(true).optional(),
});
export type CustomerFilter = z.output<typeof filterSchema>;
export type FilterKey = keyof CustomerFilter & string;

export const sortSchema = z.object({ key: z.enum(customerSortKeys), direction: z.enum(['asc', 'desc']) });
export type CustomerSort = z.output<typeof sortSchema>;

/** How the user looks at the list; what is kept from one day to the next. */
export const savedViewSchema = z.object({
  tab: tabSchema,
  filter: filterSchema,
  sort: sortSchema.nullable(),
});
export type SavedView = z.output<typeof savedViewSchema>;

export interface CustomerView extends SavedView {
  /** The order chosen while something is searched for; null: by rank. Forgotten when the search is emptied. */
  readonly searchSort: CustomerSort | null;
}

export const plainView: CustomerView = { tab: 'all', filter: {}, sort: null, searchSort: null };

export function effectiveSort(view: CustomerView, search: string): CustomerSort | null {
  return search.trim() === '' ? (view.sort ?? ownSort(view)) : view.searchSort;
}

/** Who waits longest, or owes most, comes first where that is what a list is about. */
function ownSort({ tab, filter }: SavedView): CustomerSort | null {
  if (tab === 'visitOverdue' || filter.dueNow) return { key: 'due', direction: 'asc' };
  if (tab === 'owes' || tab === 'overdueMoney' || filter.owes || filter.overdueMoney) {
    return { key: 'owed', direction: 'desc' };
  }
  return typeof tab === 'object' && 'quietDays' in tab ? { key: 'lastContact', direction: 'asc' } : null;
}

/** What the main process is asked for: tab and filter chips narrow each other. */
export function listQueryOf(view: CustomerView, search: string, currentUserId: string): CustomerListQuery {
  const filter: CustomerListQuery['filter'] = { ...view.filter };
  const { tab } = view;
  if (tab === 'mine') filter.ownerIds = narrowed(filter.ownerIds, currentUserId);
  if (tab === 'withoutTier') filter.tierIds = narrowed(filter.tierIds, 'none');
  if (tab === 'visitOverdue') filter.visitOverdue = true;
  if (tab === 'owes') filter.owes = true;
  if (tab === 'overdueMoney') filter.overdueMoney = true;
  if (tab === 'warned') filter.warned = true;
  if (typeof tab === 'object' && 'tierId' in tab) filter.tierIds = narrowed(filter.tierIds, tab.tierId);
  if (typeof tab === 'object' && 'quietDays' in tab) {
    filter.quietDays = Math.max(tab.quietDays, filter.quietDays ?? 0);
  }
  return { search: search.trim(), filter, sort: effectiveSort(view, search) };
}

/** Both wishes at once; an impossible pair asks for nobody, which an id that does not exist says. */
const nobody = '00000000-0000-7000-8000-000000000000';

function narrowed(chosen: readonly string[] | undefined, wanted: string): string[] {
  return chosen === undefined || chosen.includes(wanted) ? [wanted] : [nobody];
}

/** A click on a column's head: ascending, descending, then no order of its own. */
export function nextSort(sort: CustomerSort | null, key: CustomerSortKey): CustomerSort | null {
  if (sort?.key !== key) return { key, direction: 'asc' };
  return sort.direction === 'asc' ? { key, direction: 'desc' } : null;
}

export function isFiltered(view: CustomerView, search: string): boolean {
  return search.trim() !== '' || Object.keys(view.filter).length > 0;
}
