import {
  FilePlus2,
  HeartHandshake,
  Keyboard,
  Languages,
  Moon,
  Plus,
  ReceiptText,
  Redo2,
  Rows3,
  Search,
  Store,
  Undo2,
  Upload,
  WalletCards,
} from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { wantTarget } from '../../features/files-in/import-store.ts';
import { takeBackLast } from '../../ipc/take-back.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { savePreferences, usePreferences } from '../../ipc/use-preferences.ts';
import { type Command, useCommands } from '../../state/commands.ts';
import { focusCustomerSearch } from '../../state/customer-search.ts';
import { askMoney } from '../../state/money-request.ts';
import { openNewCustomer } from '../../state/new-customer.ts';
import { openOverlay } from '../../state/overlays.ts';
import { goTo } from '../../state/page.ts';
import { useShortcut } from '../../state/shortcuts.ts';
import { pages } from '../pages.ts';

/** The commands and keys that work on every page. */
export function useShellCommands(): void {
  const { t } = useTranslation();
  const preferences = usePreferences();
  const mayCreate = useReach('customers.edit') !== null;
  const mayFollow = useReach('follow_ups.edit') !== null;
  const mayOrder = useReach('orders.edit') !== null;
  const mayUndo = useReach('history.undo') !== null;
  const mayImport = useReach('import.files') !== null;
  const mayImportMoney = useReach('import.money') !== null;
  const mayReadMoney = useReach('money.read') !== null;
  const mayPay = useReach('money.edit') !== null;
  const commands = useMemo((): readonly Command[] => {
    const { language, theme, density } = preferences;
    return [
      ...(mayCreate
        ? [{ id: 'customers.new', label: t('command.newCustomer'), icon: Plus, keys: 'mod+n', run: openNewCustomer }]
        : []),
      ...(mayImport
        ? [{ id: 'import.start', label: t('imports.label'), icon: Upload, run: () => startImport(null) }]
        : []),
      ...(mayImportMoney
        ? (['openings', 'orders', 'payments'] as const).map((target) => ({
            id: `import.${target}`,
            label: t(`imports.startOf.${target}`),
            icon: Upload,
            run: () => startImport(target),
          }))
        : []),
      ...(mayFollow
        ? [
            {
              id: 'followUp.inbound',
              label: t('followUp.inbound.command'),
              icon: Store,
              run: () => openOverlay('inboundVisit'),
            },
          ]
        : []),
      ...(mayOrder
        ? [{ id: 'orders.new', label: t('command.newOrder'), icon: ReceiptText, keys: 'mod+shift+o', run: newOrder }]
        : []),
      ...(mayPay
        ? [
            {
              id: 'payment.record',
              label: t('money.pay'),
              icon: WalletCards,
              keys: 'mod+shift+p',
              run: recordPayment,
            },
            {
              id: 'receivable.enter',
              label: t('receivable.title'),
              icon: FilePlus2,
              run: () => askMoney({ kind: 'receivable', customerId: null }),
            },
          ]
        : []),
      {
        id: 'warnings.winBack',
        label: t('warnings.winBack.title'),
        icon: HeartHandshake,
        run: () => openOverlay('winBack'),
      },
      { id: 'shell.search', label: t('command.search'), icon: Search, keys: 'mod+f', run: focusCustomerSearch },
      ...pages
        .filter((page) => page.menu !== null && (page.needs !== 'money.read' || mayReadMoney))
        .map((page) => ({
          id: `page.${page.id}`,
          label: t('command.goTo', { page: t(`page.${page.id}`) }),
          icon: page.icon,
          run: () => goTo(page.id),
        })),
      ...(mayUndo
        ? [
            { id: 'undo', label: t('command.undo'), icon: Undo2, keys: 'mod+z', run: () => void takeBackLast('undo') },
            {
              id: 'redo',
              label: t('command.redo'),
              icon: Redo2,
              keys: 'mod+shift+z',
              run: () => void takeBackLast('redo'),
            },
          ]
        : []),
      {
        id: 'look.language',
        label: t('command.language'),
        icon: Languages,
        run: () => void savePreferences({ language: language === 'en' ? 'zh-CN' : 'en' }),
      },
      {
        id: 'look.theme',
        label: t('command.theme'),
        icon: Moon,
        run: () => void savePreferences({ theme: theme === 'dark' ? 'light' : 'dark' }),
      },
      {
        id: 'look.density',
        label: t('command.density'),
        icon: Rows3,
        run: () => void savePreferences({ density: density === 'compact' ? 'comfortable' : 'compact' }),
      },
      {
        id: 'shortcuts',
        label: t('command.shortcuts'),
        icon: Keyboard,
        keys: '?',
        run: () => openOverlay('shortcuts'),
      },
    ];
  }, [t, preferences, mayCreate, mayFollow, mayOrder, mayUndo, mayImport, mayImportMoney, mayReadMoney, mayPay]);
  useCommands(commands);
  useShortcut('mod+k', () => openOverlay('palette'));
  useShortcut('mod+n', openNewCustomer, { enabled: mayCreate });
  useShortcut('mod+shift+o', newOrder, { enabled: mayOrder });
  useShortcut('mod+f', focusCustomerSearch);
  useShortcut('mod+shift+p', recordPayment, { enabled: mayPay });
  useShortcut('mod+z', () => void takeBackLast('undo'), { enabled: mayUndo });
  useShortcut('mod+shift+z', () => void takeBackLast('redo'), { enabled: mayUndo });
  useShortcut('mod+y', () => void takeBackLast('redo'), { enabled: mayUndo });
  useShortcut('?', () => openOverlay('shortcuts'));
}

function recordPayment(): void {
  askMoney({ kind: 'payment', customerId: null });
}

function newOrder(): void {
  askMoney({ kind: 'newOrder', customerId: null });
}

function startImport(target: Parameters<typeof wantTarget>[0]): void {
  wantTarget(target);
  goTo('import');
}
