import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../src-shared/backups/backups-contract.ts';
import table from '../../components/list-table.module.css';
import { client } from '../../ipc/client.ts';
import { runJob } from '../../ipc/jobs.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useBook } from '../../ipc/use-book.ts';
import { notifyDone, notifyProblem } from '../../state/toasts.ts';
import { momentText } from '../../text/day-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './backups-section.module.css';

interface Props {
  readonly backup: Backup;
  readonly onClose: () => void;
}

/** What a restore does, with the figures of both books side by side, before anything happens. */
export function RestoreQuestion({ backup, onClose }: Props) {
  const words = useWindowWords();
  const { t } = useTranslation();
  const book = useBook();
  const [isBusy, setBusy] = useState(false);
  const { fileName, state } = backup;
  const restore = async () => {
    setBusy(true);
    const done = await settled(runJob(t('backup.restoring'), (job) => client.backups.restore({ fileName }, job)));
    setBusy(false);
    onClose();
    if (!done.ok) return sayError(done.error);
    const { savedAs: file, missingFiles: count } = done.value;
    if (count === 0) notifyDone(t('backup.restored', { file }));
    else notifyProblem(t('backup.restoredLacking', { count, file }));
  };
  const isKnown = state === 'good';
  return (
    <Modal
      open
      width={520}
      title={t('backup.restoreTitle', { when: momentText(words, backup.at) })}
      okText={t('backup.restoreNow')}
      cancelText={t('action.cancel')}
      confirmLoading={isBusy}
      onOk={() => void restore()}
      onCancel={onClose}
    >
      <p className={styles.words}>{t('backup.restoreWords')}</p>
      {!isKnown && <p className={styles.warning}>{t(`backup.state.${state}`)}</p>}
      <table className={table.table}>
        <thead>
          <tr>
            <th aria-hidden />
            <th scope="col" className={table.number}>
              {t('backup.customers')}
            </th>
            <th scope="col" className={table.number}>
              {t('backup.followUps')}
            </th>
            <th scope="col" className={table.number}>
              {t('backup.attachments')}
            </th>
            <th scope="col">{t('backup.lastFollowUp')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('backup.restoreNowRow')}</th>
            <td className={table.number}>{book ? countText(book.customerCount) : ''}</td>
            <td />
            <td />
            <td />
          </tr>
          <tr>
            <th scope="row">{t('backup.restoreThenRow')}</th>
            <td className={table.number}>{isKnown ? countText(backup.customers) : '?'}</td>
            <td className={table.number}>{isKnown ? countText(backup.followUps) : '?'}</td>
            <td className={table.number}>{isKnown ? countText(backup.attachments) : '?'}</td>
            <td>
              {isKnown && (backup.lastFollowUpAt ? momentText(words, backup.lastFollowUpAt) : t('backup.noFollowUp'))}
            </td>
          </tr>
        </tbody>
      </table>
    </Modal>
  );
}
