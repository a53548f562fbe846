import type { CustomerRow } from '../../../src-shared/customers/customer.ts';
import type { Command } from '../../state/commands.ts';

export type PaletteEntry =
  | { readonly kind: 'customer'; readonly row: CustomerRow }
  | { readonly kind: 'command'; readonly command: Command };

/** Customers first, as the main process ranks them; then the commands whose words hold what was typed. */
export function paletteEntries(
  search: string,
  rows: readonly CustomerRow[],
  commands: readonly Command[],
): readonly PaletteEntry[] {
  const wanted = search.toLowerCase();
  // Of two commands with one id the later is the page's own and answers.
  const offered = commands.filter((command, index) => commands.findLastIndex(({ id }) => id === command.id) === index);
  return [
    ...rows.map((row): PaletteEntry => ({ kind: 'customer', row })),
    ...offered
      .filter((command) => command.label.toLowerCase().includes(wanted))
      .map((command): PaletteEntry => ({ kind: 'command', command })),
  ];
}
