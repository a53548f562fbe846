import { assertNever } from '../../../src-shared/core/assert-never.ts';
import type { Reminder } from '../../../src-shared/reminders/reminder.ts';
import type { ReminderTarget } from '../../../src-shared/reminders/reminders-contract.ts';
import type { SnoozeChoice } from '../../../src-shared/reminders/snooze-until.ts';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { openCustomer } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import { closeReminders, openReminders } from './reminder-panel-store.ts';

/** Where a reminder, or the click on its notification, leads. */
export function goToTarget(target: ReminderTarget): void {
  switch (target.kind) {
    case 'customer':
      goTo('customers');
      openCustomer(target.customerId);
      return;
    case 'today':
      goTo('today');
      return;
    case 'list':
      openReminders(true);
      return;
    default:
      assertNever(target);
  }
}

export function targetOf(reminder: Reminder): ReminderTarget {
  return reminder.kind === 'morning' ? { kind: 'today' } : { kind: 'customer', customerId: reminder.customerId };
}

/** Opening is dealing with it: it leaves the list. */
export async function openReminder(reminder: Reminder): Promise<void> {
  closeReminders();
  goToTarget(targetOf(reminder));
  await dismiss([reminder.key]);
}

export async function dismiss(keys: readonly string[]): Promise<void> {
  const done = await settled(client.reminders.dismiss({ keys: [...keys] }));
  if (!done.ok) sayError(done.error);
}

export async function snooze(keys: readonly string[], until: SnoozeChoice): Promise<void> {
  const done = await settled(client.reminders.snooze({ keys: [...keys], until }));
  if (!done.ok) sayError(done.error);
}

export async function pauseReminders(minutes: number): Promise<void> {
  const done = await settled(client.reminders.pause({ minutes }));
  if (!done.ok) sayError(done.error);
}
