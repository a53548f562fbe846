import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../src-shared/backups/backups-contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import table from '../../components/list-table.module.css';
import { SettingsRow, SettingsSection } from '../../components/settings-section.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/error-text.ts';
import { runJob } from '../../ipc/jobs.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { notifyDone } from '../../state/toasts.ts';
import { fileSizeText } from '../../text/number-text.ts';
import { BackupLine } from './backup-line.tsx';
import styles from './backups-section.module.css';
import { RestoreQuestion } from './restore-question.tsx';

/** Where copies lie, one at once, and the way back to any of them. */
export function BackupsSection() {
  const { t } = useTranslation();
  const list = useRead('backups', 'list', {});
  const mayRestore = useReach('backup.restore') !== null;
  const [isBusy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Backup | null>(null);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  const make = async () => {
    const done = await settled(runJob(t('backup.making'), (job) => client.backups.make({}, job)));
    if (!done.ok) return sayError(done.error);
    const { customers, bytes } = done.value;
    notifyDone(t('backup.made', { customers, size: fileSizeText(bytes) }));
  };
  const data = list.data;
  return (
    <SettingsSection
      title={t('settings.section.backups')}
      words={t('backup.words', { keep: data?.keep ?? '' })}
      action={
        <Button type="primary" size="small" disabled={isBusy} onClick={() => void run(make)}>
          {t('backup.make')}
        </Button>
      }
    >
      {list.error && <p role="alert">{errorText(t, toAppError(list.error))}</p>}
      {data && <FolderRow folder={data.folder} isDefault={data.isDefaultFolder} />}
      {data?.backups.length === 0 && <EmptyState title={t('backup.none')} words={t('backup.noneWords')} />}
      {data && data.backups.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('backup.at')}</th>
              <th scope="col">{t('backup.why')}</th>
              <th scope="col" className={table.number}>
                {t('backup.size')}
              </th>
              <th scope="col" className={table.number}>
                {t('backup.customers')}
              </th>
              <th scope="col" className={table.number}>
                {t('backup.followUps')}
              </th>
              <th scope="col">{t('backup.check')}</th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {[...data.backups]
              .sort((a, b) => b.at.localeCompare(a.at))
              .map((backup) => (
                <BackupLine
                  key={backup.fileName}
                  backup={backup}
                  isBusy={isBusy}
                  onBusy={run}
                  {...(mayRestore ? { onRestore: setAsked } : {})}
                />
              ))}
          </tbody>
        </table>
      )}
      {asked && <RestoreQuestion backup={asked} onClose={() => setAsked(null)} />}
    </SettingsSection>
  );
}

async function setFolder(useDefault: boolean, said: (folder: string) => string): Promise<void> {
  const done = await settled(client.backups.chooseFolder({ useDefault }));
  if (!done.ok) return sayError(done.error);
  if (done.value.folder !== null) notifyDone(said(done.value.folder));
}

async function openFolder(): Promise<void> {
  const done = await settled(client.backups.openFolder({}));
  if (!done.ok) sayError(done.error);
}

function FolderRow({ folder, isDefault }: { readonly folder: string; readonly isDefault: boolean }) {
  const { t } = useTranslation();
  const mayEdit = useReach('settings.edit') !== null;
  const said = (chosen: string) => t('backup.folderSet', { folder: chosen });
  return (
    <SettingsRow label={t('backup.folder')} {...(isDefault ? { hint: t('backup.folderHint') } : {})}>
      <span className={styles.folder}>
        {folder} {isDefault && <span className={table.quiet}>{t('backup.defaultFolder')}</span>}
      </span>
      <span className={styles.buttons}>
        <Button size="small" onClick={() => void openFolder()}>
          {t('backup.open')}
        </Button>
        {mayEdit && (
          <Button size="small" onClick={() => void setFolder(false, said)}>
            {t('backup.choose')}
          </Button>
        )}
        {mayEdit && !isDefault && (
          <Button size="small" type="text" onClick={() => void setFolder(true, said)}>
            {t('backup.useDefault')}
          </Button>
        )}
      </span>
    </SettingsRow>
  );
}
