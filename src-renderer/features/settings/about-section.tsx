import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import table from '../../components/list-table.module.css';
import { SettingsRow, SettingsSection } from '../../components/settings-section.tsx';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useRead } from '../../ipc/use-read.ts';
import styles from './about-section.module.css';

async function openDataFolder(): Promise<void> {
  const done = await settled(client.book.openDataFolder({}));
  if (!done.ok) sayError(done.error);
}

/** Which version, where the data lies, and whose work is inside. */
export function AboutSection() {
  const { t } = useTranslation();
  const about = useRead('book', 'about', {}).data;
  const [typed, setTyped] = useState('');
  if (!about) return null;
  const wanted = typed.trim().toLowerCase();
  const licences = about.licences.filter((each) => `${each.name} ${each.licence}`.toLowerCase().includes(wanted));
  const { electron, chrome, node, sqlite } = about.runtimeVersions;
  return (
    <SettingsSection title={t('settings.about.version', { version: about.version })} words={t('settings.about.local')}>
      <SettingsRow label={t('settings.about.bookPath')}>
        <span className={styles.path}>{about.bookPath}</span>
      </SettingsRow>
      <SettingsRow label={t('settings.about.dataFolder')}>
        <span className={styles.path}>{about.dataFolder}</span>
        <span>
          <Button size="small" onClick={() => void openDataFolder()}>
            {t('settings.about.open')}
          </Button>
        </span>
      </SettingsRow>
      <SettingsRow label={t('settings.about.runtime')}>
        <span
          className={styles.path}
        >{`Electron ${electron} · Chrome ${chrome} · Node ${node} · SQLite ${sqlite}`}</span>
      </SettingsRow>
      <SettingsRow label={t('settings.about.licences')}>
        <Input
          size="small"
          allowClear
          placeholder={t('settings.about.find')}
          aria-label={t('settings.about.find')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keys */}
        <section className={styles.licences} aria-label={t('settings.about.licences')} tabIndex={0}>
          <table className={table.table}>
            <tbody>
              {licences.map((each) => (
                <tr key={`${each.name} ${each.version}`}>
                  <td>{each.name}</td>
                  <td>{each.version}</td>
                  <td>{each.licence}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <span className={table.quiet} role="status">
          {t('settings.about.licenceCount', { count: licences.length })}
        </span>
      </SettingsRow>
    </SettingsSection>
  );
}
