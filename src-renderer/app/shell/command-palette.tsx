import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../components/key-hint.tsx';
import { EntryLabel, EntrySide, SearchList } from '../../components/search-list.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { useCustomerFinder } from '../../ipc/use-customer-finder.ts';
import { useRead } from '../../ipc/use-read.ts';
import { type Command, useCommandStore } from '../../state/commands.ts';
import { openCustomer } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import { phoneText } from '../../text/number-text.ts';
import { type PaletteEntry, paletteEntries } from './palette-entries.ts';

/** Ctrl+K: a customer by name, phone or pinyin initials, or any command. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const commands = useCommandStore((state) => state.commands);
  const { typed, type, search, rows, isSettled } = useCustomerFinder();
  const entries = paletteEntries(search, rows, commands);
  const choose = (entry: PaletteEntry) => {
    onClose();
    if (entry.kind === 'command') return entry.command.run();
    goTo('customers');
    openCustomer(entry.row.id);
  };
  return (
    <Modal open onCancel={onClose} footer={null} closable={false} width={560} title={null} style={{ top: 96 }}>
      <SearchList
        hint={t('palette.hint')}
        typed={typed}
        onType={type}
        entries={entries}
        keyOf={(entry) => (entry.kind === 'command' ? entry.command.id : entry.row.id)}
        entryOf={(entry) =>
          entry.kind === 'command' ? <CommandEntry command={entry.command} /> : <CustomerEntry row={entry.row} />
        }
        isSettled={isSettled}
        isNothing={entries.length === 0 && isSettled}
        onChoose={choose}
      />
    </Modal>
  );
}

function CommandEntry({ command }: { readonly command: Command }) {
  const Icon = command.icon;
  return (
    <>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <EntryLabel>{command.label}</EntryLabel>
      {command.keys && <KeyHint combo={command.keys} />}
    </>
  );
}

function CustomerEntry({ row }: { readonly row: Extract<PaletteEntry, { kind: 'customer' }>['row'] }) {
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  return (
    <>
      <TierBadge tier={tiers.find((tier) => tier.id === row.tierId) ?? null} />
      <EntryLabel>{row.name}</EntryLabel>
      <EntrySide>
        {row.contactName} {row.phone && phoneText(row.phone)}
      </EntrySide>
    </>
  );
}
