import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../src-shared/backups/backups-contract.ts';
import type { BookStatus } from '../../src-shared/book/book-contract.ts';
import { client } from '../ipc/client.ts';
import { runJob, useJobStore } from '../ipc/jobs.ts';
import { sayError, settled } from '../ipc/report.ts';
import { useRead } from '../ipc/use-read.ts';
import { momentText } from '../text/day-text.ts';
import { fileSizeText } from '../text/number-text.ts';
import { useWindowWords } from '../text/use-window-words.ts';
import styles from './notice-page.module.css';
import { OverlayHosts } from './shell/overlay-hosts.tsx';

type Problem = Extract<BookStatus, { readonly state: 'problem' }>;

/** The book could not be opened: why, that it was not touched, and the backups that can take its place. */
export function BookProblem({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const backups = useRead('backups', 'list', {});
  const isBusy = useJobStore((state) => state.jobs.length > 0);
  const offered = [...(backups.data?.backups ?? [])].sort(goodFirst);
  const restore = async (fileName: string) => {
    const done = await runJob(t('backup.restoring'), (job) => settled(client.backups.restore({ fileName }, job)));
    if (!done.ok) sayError(done.error);
  };
  const reopen = async () => {
    const done = await settled(client.book.reopen({}));
    if (!done.ok) sayError(done.error);
  };
  const startAnew = async () => {
    const done = await settled(client.book.startAnew({}));
    if (!done.ok) sayError(done.error);
  };
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{t('bookProblem.title')}</h1>
      <p className={styles.words}>{t(`error.storage.${problem.reason}`, { detail: problem.detail ?? '' })}</p>
      <p className={styles.words}>
        {problem.mayStartAnew ? (
          <>
            {t('bookProblem.putBack')} {offered.length > 0 && t('bookProblem.orRestore')}
          </>
        ) : (
          <>
            {t('bookProblem.untouched')} {offered.length > 0 && t('bookProblem.restorable')}
          </>
        )}
        {backups.data && offered.length === 0 && t('bookProblem.noBackups')}
      </p>
      <p className={styles.detail}>{problem.path}</p>
      <div className={styles.actions}>
        <Button type={offered.length === 0 ? 'primary' : 'default'} onClick={() => void reopen()}>
          {t('bookProblem.reopen')}
        </Button>
        <Button onClick={() => void client.book.openDataFolder({})}>{t('bookProblem.openFolder')}</Button>
        {problem.mayStartAnew && (
          <Popconfirm
            title={t('bookProblem.startAnewTitle')}
            description={t('bookProblem.startAnewWords')}
            okText={t('bookProblem.startAnew')}
            cancelText={t('action.cancel')}
            onConfirm={() => void startAnew()}
          >
            <Button type="text" disabled={isBusy}>
              {t('bookProblem.startAnew')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {offered.length > 0 && (
        <ul className={styles.list} aria-label={t('bookProblem.backups')}>
          {offered.map((backup) => (
            <BackupLine key={backup.fileName} backup={backup} isBusy={isBusy} onRestore={restore} />
          ))}
        </ul>
      )}
      <OverlayHosts />
    </main>
  );
}

function goodFirst(a: Backup, b: Backup): number {
  const rank = (backup: Backup) => (backup.state === 'good' ? 0 : 1);
  return rank(a) - rank(b) || b.at.localeCompare(a.at);
}

interface BackupLineProps {
  readonly backup: Backup;
  readonly isBusy: boolean;
  readonly onRestore: (fileName: string) => Promise<void>;
}

function BackupLine({ backup, isBusy, onRestore }: BackupLineProps) {
  const { t } = useTranslation();
  const words = useWindowWords();
  const [isAsked, setAsked] = useState(false);
  return (
    <li className={styles.row}>
      <span className={styles.main}>
        {momentText(words, backup.at)}
        <span className={styles.small}>
          {backup.state === 'good'
            ? t('backup.contents', {
                customers: backup.customers,
                followUps: backup.followUps,
                size: fileSizeText(backup.bytes),
              })
            : t(`backup.state.${backup.state}`)}
        </span>
      </span>
      {isAsked && (
        <Button size="small" onClick={() => setAsked(false)}>
          {t('action.cancel')}
        </Button>
      )}
      <Button
        size="small"
        type={isAsked ? 'primary' : 'default'}
        disabled={isBusy || backup.state === 'damaged'}
        onClick={() => (isAsked ? void onRestore(backup.fileName) : setAsked(true))}
      >
        {t(isAsked ? 'backup.restoreNow' : 'backup.restore')}
      </Button>
    </li>
  );
}
