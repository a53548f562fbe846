import { Button, Segmented, Select, Switch } from 'antd';
import type { ReminderPreferences } from '../../../src-shared/reminders/reminder-preferences.ts';
import { closingChoices } from '../../../src-shared/workspace/workspace-contract.ts';
import { SettingsRow, SettingsSection } from '../../components/settings-section.tsx';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { savePreferences, usePreferences } from '../../ipc/use-preferences.ts';
import { notifyProblem } from '../../state/toasts.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './reminders-section.module.css';
import { TimeSelect } from './time-select.tsx';

const leads = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120];

/** How this PC reminds its user, and whether it goes on when the window is closed. */
export function RemindersSection() {
  const words = useWindowWords();
  const { t } = words;
  const { reminders, closing } = usePreferences();
  const { isOn, leadMinutes, morning, hasOccasions, quiet, whose } = reminders;
  const save = (change: Partial<ReminderPreferences>) => savePreferences({ reminders: { ...reminders, ...change } });
  const tryOne = async () => {
    const done = await settled(client.reminders.tryOne({}));
    if (!done.ok) sayError(done.error);
    else if (!done.value.isShown) notifyProblem(t('reminderSettings.cannotShow'));
  };
  const leadOptions = [...new Set([...leads, leadMinutes])].sort((a, b) => a - b);
  return (
    <SettingsSection
      title={t('settings.section.reminders')}
      words={t('reminderSettings.words')}
      action={<Button onClick={() => void tryOne()}>{t('reminderSettings.try')}</Button>}
    >
      <SettingsRow label={t('reminderSettings.on')} hint={t('reminderSettings.onHint')}>
        <span>
          <Switch aria-label={t('reminderSettings.on')} checked={isOn} onChange={(next) => void save({ isOn: next })} />
        </span>
      </SettingsRow>
      <SettingsRow label={t('reminderSettings.lead')}>
        <span className={styles.line}>
          <Select
            aria-label={t('reminderSettings.lead')}
            style={{ width: 160 }}
            disabled={!isOn}
            value={leadMinutes}
            options={leadOptions.map((value) => ({
              value,
              label: value === 0 ? t('reminderSettings.atTime') : t('reminderSettings.minutes', { count: value }),
            }))}
            onChange={(next) => void save({ leadMinutes: next })}
          />
        </span>
      </SettingsRow>
      <SettingsRow label={t('reminderSettings.morning')} hint={t('reminderSettings.morningHint')}>
        <span className={styles.line}>
          <Switch
            aria-label={t('reminderSettings.morning')}
            disabled={!isOn}
            checked={morning.isOn}
            onChange={(next) => void save({ morning: { ...morning, isOn: next } })}
          />
          <TimeSelect
            label={t('reminderSettings.morningTime')}
            disabled={!isOn}
            value={morning.time}
            onChange={(time) => void save({ morning: { ...morning, time } })}
          />
          <Segmented
            aria-label={t('reminderSettings.morningDays')}
            disabled={!isOn || !morning.isOn}
            value={morning.days}
            options={(['workdays', 'every_day'] as const).map((value) => ({
              value,
              label: t(`reminderSettings.days.${value}`),
            }))}
            onChange={(days) => void save({ morning: { ...morning, days } })}
          />
        </span>
      </SettingsRow>
      <SettingsRow label={t('reminderSettings.occasions')} hint={t('reminderSettings.occasionsHint')}>
        <span>
          <Switch
            aria-label={t('reminderSettings.occasions')}
            disabled={!isOn}
            checked={hasOccasions}
            onChange={(next) => void save({ hasOccasions: next })}
          />
        </span>
      </SettingsRow>
      <SettingsRow label={t('reminderSettings.quiet')} hint={t('reminderSettings.quietHint')}>
        <span className={styles.line}>
          <Switch
            aria-label={t('reminderSettings.quiet')}
            disabled={!isOn}
            checked={quiet.isOn}
            onChange={(next) => void save({ quiet: { ...quiet, isOn: next } })}
          />
          <TimeSelect
            label={t('reminderSettings.quietFrom')}
            disabled={!isOn || !quiet.isOn}
            value={quiet.from}
            onChange={(from) => void save({ quiet: { ...quiet, from } })}
          />
          <span>{t('reminderSettings.until')}</span>
          <TimeSelect
            label={t('reminderSettings.quietTo')}
            disabled={!isOn || !quiet.isOn}
            value={quiet.to}
            onChange={(to) => void save({ quiet: { ...quiet, to } })}
          />
        </span>
      </SettingsRow>
      <SettingsRow label={t('reminderSettings.whose')}>
        <span>
          <Segmented
            aria-label={t('reminderSettings.whose')}
            disabled={!isOn}
            value={whose}
            options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`reminderSettings.of.${value}`) }))}
            onChange={(next) => void save({ whose: next })}
          />
        </span>
      </SettingsRow>
      <SettingsRow label={t('reminderSettings.closing')} hint={t('reminderSettings.closingHint')}>
        <span>
          <Segmented
            aria-label={t('reminderSettings.closing')}
            value={closing}
            options={closingChoices.map((value) => ({ value, label: t(`reminderSettings.close.${value}`) }))}
            onChange={(next) => void savePreferences({ closing: next })}
          />
        </span>
      </SettingsRow>
    </SettingsSection>
  );
}
