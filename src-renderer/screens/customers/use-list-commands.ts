import { Download } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerListQuery } from '../../../src-shared/customers/customer-list.ts';
import { shownColumns } from '../../features/customers/list/column-layout.ts';
import { useColumns } from '../../features/customers/list/column-store.ts';
import { exportCustomers } from '../../features/customers/list/export-customers.ts';
import { selectionOf } from '../../features/customers/list/ticked.ts';
import { useTicked } from '../../features/customers/list/ticked-store.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { type Command, useCommands } from '../../state/commands.ts';

/** 导出 of what is ticked, else of the whole view. */
export function useListCommands(view: CustomerListQuery | null): { readonly exportView: () => void } {
  const { t } = useTranslation();
  const today = useToday();
  const mayExport = useReach('export.customers') !== null;
  const exportView = useCallback(() => {
    if (!view) return;
    const ticked = selectionOf(useTicked.getState().ticked, view);
    const selection = ticked ?? { kind: 'view' as const, view, exceptIds: [] };
    void exportCustomers(selection, shownColumns(useColumns.getState().places), today);
  }, [view, today]);
  const commands = useMemo(
    (): readonly Command[] =>
      mayExport ? [{ id: 'export.start', label: t('export.label'), icon: Download, run: exportView }] : [],
    [t, mayExport, exportView],
  );
  useCommands(commands);
  return { exportView };
}
