import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { SettingsRow, SettingsSection } from '../../components/settings-section.tsx';
import { savePreferences, usePreferences } from '../../ipc/use-preferences.ts';

/** How this PC shows the app; at once, without a restart. */
export function LookSection() {
  const { t } = useTranslation();
  const { language, theme, density } = usePreferences();
  return (
    <SettingsSection title={t('settings.section.look')} words={t('settings.look.words')}>
      <SettingsRow label={t('settings.look.language')}>
        <span>
          <Segmented
            aria-label={t('settings.look.language')}
            value={language}
            options={[
              { value: 'zh-CN' as const, label: t('settings.look.zh') },
              { value: 'en' as const, label: t('settings.look.en') },
            ]}
            onChange={(chosen) => void savePreferences({ language: chosen })}
          />
        </span>
      </SettingsRow>
      <SettingsRow label={t('settings.look.theme')}>
        <span>
          <Segmented
            aria-label={t('settings.look.theme')}
            value={theme}
            options={(['light', 'dark', 'system'] as const).map((value) => ({
              value,
              label: t(`settings.look.${value}`),
            }))}
            onChange={(chosen) => void savePreferences({ theme: chosen })}
          />
        </span>
      </SettingsRow>
      <SettingsRow label={t('settings.look.density')}>
        <span>
          <Segmented
            aria-label={t('settings.look.density')}
            value={density}
            options={(['comfortable', 'compact'] as const).map((value) => ({
              value,
              label: t(`settings.look.${value}`),
            }))}
            onChange={(chosen) => void savePreferences({ density: chosen })}
          />
        </span>
      </SettingsRow>
    </SettingsSection>
  );
}
