import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../src-shared/backups/backups-contract.ts';
import table from '../../components/list-table.module.css';
import { client } from '../../ipc/client.ts';
import { runJob } from '../../ipc/jobs.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { notifyDone, notifyProblem } from '../../state/toasts.ts';
import { momentText } from '../../text/day-text.ts';
import { countText, fileSizeText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './backups-section.module.css';

interface Props {
  readonly backup: Backup;
  readonly isBusy: boolean;
  readonly onBusy: (work: () => Promise<void>) => Promise<void>;
  /** Absent: the user may not restore. */
  readonly onRestore?: (backup: Backup) => void;
}

export function BackupLine({ backup, isBusy, onBusy, onRestore }: Props) {
  const words = useWindowWords();
  const { t } = useTranslation();
  const when = momentText(words, backup.at);
  const { fileName, state } = backup;
  const verify = async () => {
    const done = await settled(runJob(t('backup.verifying'), (job) => client.backups.verify({ fileName }, job)));
    if (!done.ok) return sayError(done.error);
    const said = t(`backup.verified.${done.value.state}`);
    if (done.value.state === 'good') notifyDone(said);
    else notifyProblem(said);
  };
  return (
    <tr>
      <td title={`${fileName} · ${t('backup.version', { version: backup.appVersion })}`}>{when}</td>
      <td>{t(`backup.reason.${backup.reason}`)}</td>
      <td className={table.number}>{fileSizeText(backup.bytes)}</td>
      <td className={table.number}>{state === 'good' ? countText(backup.customers) : ''}</td>
      <td className={table.number}>{state === 'good' ? countText(backup.followUps) : ''}</td>
      <td>
        <span className={styles.state} data-state={state}>
          {state === 'good' ? t('backup.good') : t(`backup.state.${state}`)}
        </span>
      </td>
      <td className={table.actions}>
        <button
          type="button"
          className={table.link}
          disabled={isBusy}
          aria-label={t('backup.verifyOf', { when })}
          onClick={() => void onBusy(verify)}
        >
          {t('backup.verify')}
        </button>
        {onRestore && (
          <button
            type="button"
            className={table.link}
            disabled={isBusy || state === 'damaged'}
            aria-label={t('backup.restoreOf', { when })}
            onClick={() => onRestore(backup)}
          >
            {t('backup.restore')}
          </button>
        )}
      </td>
    </tr>
  );
}
