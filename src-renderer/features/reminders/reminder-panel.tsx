import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ReminderList } from '../../../src-shared/reminders/reminders-contract.ts';
import { goTo } from '../../state/page.ts';
import { saveLayout } from '../../state/saved-layout.ts';
import { useWindowWords, type WindowWords } from '../../text/use-window-words.ts';
import { dismiss, pauseReminders } from './reminder-actions.ts';
import { ReminderLine } from './reminder-line.tsx';
import { closeReminders, useReminderPanel } from './reminder-panel-store.ts';
import { comesAtText } from './reminder-text.ts';
import styles from './reminders.module.css';

/** What waits, what was put off and what is still to come today. */
export function ReminderPanel({ list, onClose }: { readonly list: ReminderList; readonly onClose: () => void }) {
  const words = useWindowWords();
  const { t } = words;
  const takesFocus = useReminderPanel((state) => state.takesFocus);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) panel.current?.focus();
  }, [takesFocus]);
  const { open, snoozed, upcoming } = list;
  const missed = open.filter(({ isMissed }) => isMissed).length;
  const dismissAll = () => {
    void dismiss(open.map(({ reminder }) => reminder.key));
    onClose();
  };
  const isEmpty = open.length + snoozed.length + upcoming.length === 0;
  return (
    <section ref={panel} className={styles.panel} tabIndex={-1} aria-label={t('reminders.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('reminders.title')}</h2>
        <SilenceSwitch list={list} words={words} />
      </header>
      {missed > 0 && <p className={styles.missed}>{t('reminders.missed', { count: missed })}</p>}
      <div className={styles.lists}>
        {isEmpty && <p className={styles.none}>{t(list.isOn ? 'reminders.none' : 'reminders.noneOff')}</p>}
        <List>
          {open.map(({ reminder, isMissed }) => (
            <ReminderLine key={reminder.key} reminder={reminder} isMissed={isMissed} />
          ))}
        </List>
        <List title={t('reminders.snoozed')}>
          {snoozed.map(({ reminder, until }) => (
            <ReminderLine key={reminder.key} reminder={reminder} comesAt={comesAtText(words, until)} isSnoozed />
          ))}
        </List>
        <List title={t('reminders.upcoming')}>
          {upcoming.map(({ reminder, comesAt }) => (
            <ReminderLine key={reminder.key} reminder={reminder} comesAt={comesAtText(words, comesAt)} />
          ))}
        </List>
      </div>
      <footer className={styles.foot}>
        {open.length > 1 && (
          <Button size="small" onClick={dismissAll}>
            {t('reminders.dismissAll')}
          </Button>
        )}
        <span className={styles.gap} />
        <Button size="small" type="text" onClick={goToSettings}>
          {t('reminders.settings')}
        </Button>
      </footer>
    </section>
  );
}

function goToSettings(): void {
  closeReminders();
  saveLayout('settings.section', 'reminders');
  goTo('settings');
}

function SilenceSwitch({ list, words }: { readonly list: ReminderList; readonly words: WindowWords }) {
  const { t } = words;
  if (!list.isOn) return <span className={styles.state}>{t('reminders.off')}</span>;
  if (list.pausedUntil === null) {
    return (
      <Button size="small" type="text" onClick={() => void pauseReminders(60)}>
        {t('reminders.pause')}
      </Button>
    );
  }
  return (
    <>
      <span className={styles.state}>{t('reminders.pausedUntil', { when: comesAtText(words, list.pausedUntil) })}</span>
      <Button size="small" type="text" onClick={() => void pauseReminders(0)}>
        {t('reminders.resume')}
      </Button>
    </>
  );
}

function List({ title, children }: { readonly title?: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      {title !== undefined && <h3 className={styles.group}>{title}</h3>}
      <ul className={styles.list}>{children}</ul>
    </>
  );
}
