import { Modal } from 'antd';
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../components/key-hint.tsx';
import { TierBadge } from '../../components/tier-badge.tsx';
import { useRead } from '../../ipc/use-read.ts';
import { type Command, useCommandStore } from '../../state/commands.ts';
import { openCustomer } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import { phoneText } from '../../text/number-text.ts';
import styles from './command-palette.module.css';
import { type PaletteEntry, paletteEntries } from './palette-entries.ts';

const customersShown = 8;

/** Ctrl+K: a customer by name, phone or pinyin initials, or any command. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const search = useDeferredValue(typed.trim());
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const commands = useCommandStore((state) => state.commands);
  const found = useRead(
    'customers',
    'list',
    { view: { search }, offset: 0, limit: customersShown },
    { enabled: search !== '', keepShowing: true },
  );
  const entries = paletteEntries(search, search === '' ? [] : (found.data?.rows ?? []), commands);
  const current = Math.min(at, entries.length - 1);
  const choose = (entry: PaletteEntry) => {
    onClose();
    if (entry.kind === 'command') return entry.command.run();
    goTo('customers');
    openCustomer(entry.row.id);
  };
  // Someone types a name and presses Enter faster than the list follows: what stood there before must not answer.
  const isSettled =
    search === typed.trim() &&
    (search === '' || found.error !== null || (found.data !== undefined && !found.isPlaceholderData));
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  useEffect(() => {
    if (!isEnterWaiting || !isSettled) return;
    setEnterWaiting(false);
    const entry = entries[current];
    if (entry) choose(entry);
  });
  const step = (by: number) => {
    const next = (current + by + entries.length) % Math.max(1, entries.length);
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Modal open onCancel={onClose} footer={null} closable={false} width={560} title={null} style={{ top: 96 }}>
      <input
        // The palette is opened to type into it.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        className={styles.input}
        spellCheck={false}
        value={typed}
        maxLength={200}
        placeholder={t('palette.hint')}
        aria-label={t('palette.hint')}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={entries[current] ? `${listId}-${current}` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setEnterWaiting(false);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') step(1);
          else if (event.key === 'ArrowUp') step(-1);
          else if (event.key === 'Enter') setEnterWaiting(true);
          else return;
          event.preventDefault();
        }}
      />
      <div className={styles.list} role="listbox" id={listId} ref={list} aria-label={t('palette.results')}>
        {entries.map((entry, index) => (
          <div
            key={entry.kind === 'command' ? entry.command.id : entry.row.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles.entry}
            onMouseMove={() => setAt(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(entry)}
            onKeyDown={undefined}
          >
            {entry.kind === 'command' ? <CommandEntry command={entry.command} /> : <CustomerEntry row={entry.row} />}
          </div>
        ))}
        {entries.length === 0 && !found.isFetching && <p className={styles.none}>{t('palette.nothing')}</p>}
      </div>
    </Modal>
  );
}

function CommandEntry({ command }: { readonly command: Command }) {
  const Icon = command.icon;
  return (
    <>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span className={styles.label}>{command.label}</span>
      {command.keys && <KeyHint combo={command.keys} />}
    </>
  );
}

function CustomerEntry({ row }: { readonly row: Extract<PaletteEntry, { kind: 'customer' }>['row'] }) {
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  return (
    <>
      <TierBadge tier={tiers.find((tier) => tier.id === row.tierId) ?? null} />
      <span className={styles.label}>{row.name}</span>
      <span className={styles.side}>
        {row.contactName} {row.phone && phoneText(row.phone)}
      </span>
    </>
  );
}
