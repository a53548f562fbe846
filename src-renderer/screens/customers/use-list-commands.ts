import { Download } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerListQuery } from '../../../src-shared/customers/customer-list.ts';
import { shownColumns } from '../../features/customers/list/column-layout.ts';
import { useColumns } from '../../features/customers/list/column-store.ts';
import { selectionOf, tickedCount } from '../../features/customers/list/ticked.ts';
import { useTicked } from '../../features/customers/list/ticked-store.ts';
import { askForExport } from '../../features/files-out/export-request.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { type Command, useCommands } from '../../state/commands.ts';

/** 导出 of what is ticked or of the whole view: the dialog asks. */
export function useListCommands(view: CustomerListQuery | null): { readonly exportView: () => void } {
  const { t } = useTranslation();
  const mayExport = useReach('export.customers') !== null;
  const exportView = useCallback(() => {
    if (!view) return;
    const { ticked, viewCount } = useTicked.getState();
    const selection = selectionOf(ticked, view);
    askForExport({
      ticked: selection && { selection, count: tickedCount(ticked, viewCount) },
      view: { selection: { kind: 'view', view, exceptIds: [] }, count: viewCount },
      shownColumns: shownColumns(useColumns.getState().places),
    });
  }, [view]);
  const commands = useMemo(
    (): readonly Command[] =>
      mayExport ? [{ id: 'export.start', label: t('export.label'), icon: Download, run: exportView }] : [],
    [t, mayExport, exportView],
  );
  useCommands(commands);
  return { exportView };
}
