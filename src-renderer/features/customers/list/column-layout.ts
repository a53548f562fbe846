import { z } from 'zod';
import { type CustomerColumn, customerColumns } from '../../../../src-shared/customers/customer-list.ts';

/** Where a column stands and how wide; the order of the list is the order in the grid. */
export interface ColumnPlace {
  readonly id: CustomerColumn;
  readonly width: number;
  readonly isHidden: boolean;
  /** Takes the width that is left over. */
  readonly isFlexible: boolean;
}

const defaultWidths: Readonly<Record<CustomerColumn, number>> = {
  name: 204,
  tier: 48,
  contactName: 72,
  phone: 110,
  wechat: 120,
  province: 72,
  city: 72,
  district: 68,
  address: 220,
  industry: 88,
  source: 88,
  owner: 64,
  tags: 140,
  owed: 104,
  overdueDays: 100,
  lastPaymentOn: 88,
  nextVisitOn: 92,
  dueOn: 108,
  lastContactAt: 88,
  createdAt: 96,
  updatedAt: 96,
};

const shownAtFirst: readonly CustomerColumn[] = [
  'name',
  'tier',
  'contactName',
  'phone',
  'district',
  'owner',
  'owed',
  'nextVisitOn',
];

export const defaultColumns: readonly ColumnPlace[] = [
  ...shownAtFirst,
  ...customerColumns.filter((id) => !shownAtFirst.includes(id)),
].map((id) => ({ id, width: defaultWidths[id], isHidden: !shownAtFirst.includes(id), isFlexible: id === 'name' }));

export const savedColumnsSchema = z.array(
  z.object({ id: z.string(), width: z.number().min(36).max(2000), isHidden: z.boolean(), isFlexible: z.boolean() }),
);

/** The saved places; columns that a newer version added come last, hidden, and those it dropped are left out. */
export function columnsFrom(saved: z.output<typeof savedColumnsSchema> | null): readonly ColumnPlace[] {
  if (!saved) return defaultColumns;
  const known = saved.flatMap((place): ColumnPlace[] => {
    const id = customerColumns.find((column) => column === place.id);
    return id ? [{ ...place, id, isHidden: id === 'name' ? false : place.isHidden }] : [];
  });
  const missing = defaultColumns.filter((column) => !known.some((place) => place.id === column.id));
  return [...known, ...missing.map((place) => ({ ...place, isHidden: place.id !== 'name' }))];
}

/** The columns on screen in their order: what an export of the view contains. */
export function shownColumns(places: readonly ColumnPlace[]): CustomerColumn[] {
  return places.filter((place) => !place.isHidden).map((place) => place.id);
}
