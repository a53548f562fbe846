import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../components/key-hint.tsx';
import { ReminderBell } from '../../features/reminders/reminder-bell.tsx';
import { useBook } from '../../ipc/use-book.ts';
import { type Command, useCommandStore } from '../../state/commands.ts';
import { SearchBox } from './search-box.tsx';
import styles from './top-bar.module.css';

/** The page that can do it offers the command; a button without a command is not there. */
function useCommand(id: string): Command | null {
  return useCommandStore((state) => state.commands.findLast((command) => command.id === id) ?? null);
}

export function TopBar() {
  const { t } = useTranslation();
  const create = useCommand('customers.new');
  // In an empty book the first-run page has the one primary button.
  const isEmpty = useBook()?.customerCount === 0;
  return (
    <header className={styles.bar}>
      <SearchBox />
      <div className={styles.actions} role="toolbar" aria-label={t('shell.actions')}>
        <CommandButton id="import.start" />
        <CommandButton id="export.start" />
        <ReminderBell />
        {create && (
          <Button
            type={isEmpty ? 'default' : 'primary'}
            icon={<create.icon size={16} strokeWidth={1.75} />}
            onClick={create.run}
          >
            {create.label}
          </Button>
        )}
      </div>
    </header>
  );
}

function CommandButton({ id }: { readonly id: string }) {
  const command = useCommand(id);
  if (!command) return null;
  const Icon = command.icon;
  return (
    <Button type="text" icon={<Icon size={16} strokeWidth={1.75} />} onClick={command.run}>
      {command.label}
      {command.keys && <KeyHint combo={command.keys} unseen />}
    </Button>
  );
}
