import { useEffect, useRef } from 'react';
import type { ReminderList } from '../../../src-shared/reminders/reminders-contract.ts';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { notifyDone } from '../../state/toasts.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { goToTarget, openReminder } from './reminder-actions.ts';
import { closeReminders, openReminders, useReminderPanel } from './reminder-panel-store.ts';
import { reminderTitle, reminderWhen } from './reminder-text.ts';

/** Follows what happens outside the window: a click on a notification, a reminder that came, a list of missed ones. */
export function useReminderArrivals(list: ReminderList | undefined): void {
  useFollowClick(list?.toOpen ?? null);
  useShowMissed(list);
  useSayNew(list);
}

function useFollowClick(toOpen: ReminderList['toOpen']): void {
  const followed = useRef<number | null>(null);
  useEffect(() => {
    if (!toOpen || followed.current === toOpen.id) return;
    followed.current = toOpen.id;
    goToTarget(toOpen.target);
    void settled(client.reminders.followed({ id: toOpen.id })).then((done) => {
      if (!done.ok) sayError(done.error);
    });
  }, [toOpen]);
}

/**
 * Once for each lot: a list that was closed does not open again by itself. A morning summary alone opens nothing: whoever
 * sits down after its time has it on the page of today.
 */
function useShowMissed(list: ReminderList | undefined): void {
  const lot = (list?.open ?? [])
    .filter(({ reminder, isMissed }) => isMissed && reminder.kind !== 'morning')
    .map(({ reminder }) => reminder.key)
    .join(' ');
  const isEmpty = list?.open.length === 0;
  useEffect(() => {
    if (lot !== '') openReminders(false);
    // What opened by itself closes by itself: all was dealt with, or somebody else sits here now.
    else if (isEmpty && !useReminderPanel.getState().takesFocus) closeReminders();
  }, [lot, isEmpty]);
}

/** Says in the window what came while one looks at it; a notification in the corner is easily overlooked there. */
function useSayNew(list: ReminderList | undefined): void {
  const words = useWindowWords();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!list) return;
    const before = known.current;
    known.current = new Set(list.open.map(({ reminder }) => reminder.key));
    if (before === null || !document.hasFocus()) return;
    const fresh = list.open.filter(({ reminder, isMissed }) => !isMissed && !before.has(reminder.key));
    const [first] = fresh;
    if (!first) return;
    const open = { label: words.t('reminders.open'), run: () => void openReminder(first.reminder) };
    const look = { label: words.t('reminders.look'), run: () => openReminders(true) };
    const text = [reminderWhen(words, first.reminder), reminderTitle(words, first.reminder)].join(' ');
    if (fresh.length === 1) notifyDone(text, null, open);
    else notifyDone(words.t('reminders.came', { count: fresh.length }), null, look);
  }, [list, words]);
}
