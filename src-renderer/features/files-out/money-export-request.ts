import { create } from 'zustand';
import type { MoneyReportKind } from '../../../src-shared/files-out/money-reports.ts';

/** What 导出 was chosen for on 收款; its dialog is open while there is one. */
export type MoneyExportKind = MoneyReportKind | 'statements';

export const useMoneyExportRequest = create<{ readonly kind: MoneyExportKind | null }>(() => ({ kind: null }));

export function askForMoneyExport(kind: MoneyExportKind | null): void {
  useMoneyExportRequest.setState({ kind });
}
