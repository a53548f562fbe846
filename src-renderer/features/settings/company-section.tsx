import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NameField } from '../../components/name-field.tsx';
import { SettingsRow, SettingsSection } from '../../components/settings-section.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';

/** What travels with the book's file. */
export function CompanySection() {
  const { t } = useTranslation();
  const settings = useRead('settings', 'get', {});
  const mayEdit = useReach('settings.edit') !== null;
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone })), []);
  const timeZone = settings.data?.timeZone ?? null;
  return (
    <SettingsSection
      title={t('settings.section.company')}
      words={t(mayEdit ? 'settings.company.words' : 'settings.readOnly')}
    >
      {settings.data && (
        <>
          <SettingsRow label={t('settings.company.name')} hint={t('settings.company.nameHint')}>
            <NameField
              label={t('settings.company.name')}
              value={settings.data.companyName ?? ''}
              maxLength={100}
              isOptional
              isReadOnly={!mayEdit}
              onSave={async (companyName) =>
                (await reported(client.settings.save({ companyName }), t('settings.company.saved'))) !== null
              }
            />
          </SettingsRow>
          <SettingsRow label={t('settings.company.timeZone')} hint={t('settings.company.timeZoneWords')}>
            <Select
              size="small"
              aria-label={t('settings.company.timeZone')}
              value={timeZone}
              disabled={!mayEdit}
              showSearch
              options={zones}
              onChange={(zone: string) =>
                void reported(client.settings.save({ timeZone: zone }), t('settings.company.zoneSaved'))
              }
            />
          </SettingsRow>
        </>
      )}
    </SettingsSection>
  );
}
