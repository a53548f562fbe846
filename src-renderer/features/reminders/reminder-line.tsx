import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import type { Reminder } from '../../../src-shared/reminders/reminder.ts';
import { type SnoozeChoice, snoozeChoices } from '../../../src-shared/reminders/snooze-until.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { dismiss, openReminder, snooze } from './reminder-actions.ts';
import { reminderDetail, reminderTitle, reminderWhen } from './reminder-text.ts';
import styles from './reminders.module.css';

interface Props {
  readonly reminder: Reminder;
  /** The moment it will be shown; absent: it was. */
  readonly comesAt?: string;
  readonly isSnoozed?: boolean;
  /** It came while the user was away. */
  readonly isMissed?: boolean;
}

/** When, who and what for; and what to do with it. */
export function ReminderLine({ reminder, comesAt, isSnoozed = false, isMissed = false }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const detail = reminderDetail(reminder);
  const title = reminderTitle(words, reminder);
  const name = `${reminderWhen(words, reminder)} ${title}`;
  return (
    <li className={styles.line} data-missed={isMissed || undefined}>
      <span className={styles.when}>{reminderWhen(words, reminder)}</span>
      <div className={styles.what}>
        <span className={styles.who}>{title}</span>
        {detail !== '' && <span className={styles.detail}>{detail}</span>}
        {comesAt !== undefined && (
          <span className={styles.detail}>
            {t(isSnoozed ? 'reminders.comesAgain' : 'reminders.comesAt', { when: comesAt })}
          </span>
        )}
        <div className={styles.acts}>
          <Button size="small" onClick={() => void openReminder(reminder)} aria-label={t('reminders.openOf', { name })}>
            {t('reminders.open')}
          </Button>
          {comesAt === undefined && <SnoozeButton reminder={reminder} name={name} />}
          {(comesAt === undefined || isSnoozed) && (
            <Button
              size="small"
              type="text"
              onClick={() => void dismiss([reminder.key])}
              aria-label={t('reminders.dismissOf', { name })}
            >
              {t('action.understood')}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

function SnoozeButton({ reminder, name }: { readonly reminder: Reminder; readonly name: string }) {
  const { t } = useWindowWords();
  const items = snoozeChoices.map((choice) => ({
    key: choice,
    label: t(`reminders.snooze.${choice}`),
    onClick: () => put(choice),
  }));
  const put = (choice: SnoozeChoice) => void snooze([reminder.key], choice);
  return (
    <Dropdown autoFocus trigger={['click']} menu={{ items }}>
      <Button size="small" aria-label={t('reminders.laterOf', { name })}>
        {t('reminders.later')}
        <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
      </Button>
    </Dropdown>
  );
}
