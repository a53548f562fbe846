import { Button, Dropdown } from 'antd';
import { Download } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyReportKinds } from '../../../src-shared/files-out/money-reports.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { type Command, useCommands } from '../../state/commands.ts';
import { askForMoneyExport, type MoneyExportKind, useMoneyExportRequest } from './money-export-request.ts';

const MoneyExportDialog = lazy(async () => ({
  default: (await import('./money-export-dialog.tsx')).MoneyExportDialog,
}));

const kinds: readonly MoneyExportKind[] = [...moneyReportKinds, 'statements'];

/** 导出 on 收款: what the bookkeeper asks for, and 对账单 of many. The shell's 导出 opens the first, whose dialog has all. */
export function MoneyExportMenu() {
  const { t } = useTranslation();
  const mayExport = useReach('export.money') !== null;
  const asked = useMoneyExportRequest((state) => state.kind);
  const commands = useMemo(
    (): readonly Command[] =>
      mayExport
        ? [{ id: 'export.start', label: t('export.label'), icon: Download, run: () => askForMoneyExport('aging') }]
        : [],
    [t, mayExport],
  );
  useCommands(commands);
  if (!mayExport) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: kinds.map((kind) => ({ key: kind, label: t(`moneyFile.kind.${kind}`) })),
          onClick: ({ key }) => askForMoneyExport(kinds.find((kind) => kind === key) ?? null),
        }}
      >
        <Button size="small" icon={<Download size={14} strokeWidth={1.75} aria-hidden />}>
          {t('moneyFile.menu')}
        </Button>
      </Dropdown>
      {asked !== null && (
        <Suspense fallback={null}>
          <MoneyExportDialog key={asked} kind={asked} />
        </Suspense>
      )}
    </>
  );
}
