import { type CustomerColumn, customerColumns } from '../../../src-shared/customers/customer-list.ts';

/** All columns: those on screen in their order there, then the others. */
export function columnsOffered(shown: readonly CustomerColumn[]): readonly CustomerColumn[] {
  return [...shown, ...customerColumns.filter((column) => !shown.includes(column))];
}

/** The chosen ones in the order offered, whatever the order of ticking. */
export function inOfferedOrder(
  offered: readonly CustomerColumn[],
  chosen: readonly CustomerColumn[],
): readonly CustomerColumn[] {
  return offered.filter((column) => chosen.includes(column));
}
