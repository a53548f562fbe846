import { Popover } from 'antd';
import { Bell, BellOff } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useCommands } from '../../state/commands.ts';
import { useShortcut } from '../../state/shortcuts.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { ReminderPanel } from './reminder-panel.tsx';
import { closeReminders, openReminders, useReminderPanel } from './reminder-panel-store.ts';
import { comesAtText } from './reminder-text.ts';
import styles from './reminders.module.css';
import { useReminderArrivals } from './use-reminder-arrivals.ts';

const shownAtMost = 99;

/** How many reminders wait, and the list of them. It also says whether any come at all. */
export function ReminderBell() {
  const { t } = useTranslation();
  const words = useWindowWords();
  const list = useRead('reminders', 'list', {}).data;
  const isOpen = useReminderPanel((state) => state.isOpen);
  const bell = useRef<HTMLButtonElement>(null);
  useReminderArrivals(list);
  const commands = useMemo(
    () => [{ id: 'reminders.open', label: t('reminders.command'), icon: Bell, run: () => openReminders(true) }],
    [t],
  );
  useCommands(commands);
  const close = () => {
    closeReminders();
    if (!list?.open.some(({ isMissed }) => isMissed)) return;
    void settled(client.reminders.seeMissed({})).then((done) => {
      if (!done.ok) sayError(done.error);
    });
  };
  const closeAndReturn = () => {
    close();
    bell.current?.focus();
  };
  useShortcut('escape', closeAndReturn, { enabled: isOpen, inFields: true });
  if (!list) return null;
  const count = list.open.length;
  const isSilent = !list.isOn || list.pausedUntil !== null;
  const Icon = isSilent ? BellOff : Bell;
  const state = !list.isOn
    ? t('reminders.off')
    : list.pausedUntil !== null
      ? t('reminders.pausedUntil', { when: comesAtText(words, list.pausedUntil) })
      : t('reminders.waiting', { count });
  return (
    <Popover
      open={isOpen}
      onOpenChange={(open) => (open ? openReminders(true) : close())}
      trigger="click"
      placement="bottomRight"
      // Beside the bell, so that Tab leads from the bell into the list.
      getPopupContainer={(node) => node.parentElement ?? document.body}
      content={<ReminderPanel list={list} onClose={closeAndReturn} />}
      destroyOnHidden
    >
      <button
        ref={bell}
        type="button"
        className={styles.bell}
        aria-label={t('reminders.bell', { state })}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        title={state}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        {count > 0 && (
          <span className={styles.count} aria-hidden>
            {Math.min(count, shownAtMost)}
          </span>
        )}
      </button>
    </Popover>
  );
}
