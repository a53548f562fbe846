import { create } from 'zustand';
import type { CustomerColumn } from '../../../src-shared/customers/customer-list.ts';
import type { CustomerSelection } from '../../../src-shared/customers/customers-contract.ts';

export interface ExportScope {
  readonly selection: CustomerSelection;
  /** Customers in it, as the list counts them. */
  readonly count: number;
}

/** What 导出 was pressed for; the dialog is open while there is one. */
export interface ExportRequest {
  /** Null: nothing is ticked. */
  readonly ticked: ExportScope | null;
  readonly view: ExportScope;
  /** On screen, in their order there. */
  readonly shownColumns: readonly CustomerColumn[];
}

export const useExportRequest = create<{ readonly request: ExportRequest | null }>(() => ({ request: null }));

export function askForExport(request: ExportRequest | null): void {
  useExportRequest.setState({ request });
}
