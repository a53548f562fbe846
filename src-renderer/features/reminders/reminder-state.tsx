import { Bell, BellOff } from 'lucide-react';
import { useRead } from '../../ipc/use-read.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { comesAtText } from './reminder-text.ts';

/** For the status line: whether reminders come, and whether they go on when the window is closed. */
export function ReminderState({ className }: { readonly className: string | undefined }) {
  const words = useWindowWords();
  const { t } = words;
  const list = useRead('reminders', 'list', {}).data;
  if (!list) return null;
  const { isOn, pausedUntil, staysInTray } = list;
  const Icon = isOn && pausedUntil === null ? Bell : BellOff;
  return (
    <span className={className}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {!isOn
        ? t('reminders.stateOff')
        : pausedUntil !== null
          ? t('reminders.statePaused', { when: comesAtText(words, pausedUntil) })
          : t(staysInTray ? 'reminders.runningInTray' : 'reminders.running')}
    </span>
  );
}
