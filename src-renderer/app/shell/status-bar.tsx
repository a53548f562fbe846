import { HardDrive, LoaderCircle, Shield, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../components/key-hint.tsx';
import { ReminderState } from '../../features/reminders/reminder-state.tsx';
import { type OpenBook, useBook } from '../../ipc/use-book.ts';
import { openOverlay } from '../../state/overlays.ts';
import { momentText } from '../../text/day-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './status-bar.module.css';

export function StatusBar() {
  const { t } = useTranslation();
  const book = useBook();
  return (
    <footer className={styles.bar}>
      {book && (
        <span>{t('status.customers', { count: book.customerCount, shown: countText(book.customerCount) })}</span>
      )}
      {book && <BackupState book={book} />}
      {book?.areWarningsStale && (
        <span className={styles.part} role="status">
          <LoaderCircle size={14} strokeWidth={1.75} aria-hidden />
          {t('status.warnings')}
        </span>
      )}
      <ReminderState className={styles.part} />
      <span className={styles.part} title={book?.path}>
        <HardDrive size={14} strokeWidth={1.75} aria-hidden />
        {t('status.local')}
      </span>
      <span className={styles.gap} />
      <button type="button" className={styles.button} onClick={() => openOverlay('shortcuts')}>
        <KeyHint combo="?" />
        {t('status.shortcuts')}
      </button>
    </footer>
  );
}

function BackupState({ book }: { readonly book: OpenBook }) {
  const words = useWindowWords();
  const { t } = words;
  if (book.backupProblem) {
    return (
      <span className={styles.problem} title={t(`error.storage.${book.backupProblem}`, { detail: '' })}>
        <ShieldAlert size={14} strokeWidth={1.75} aria-hidden />
        {t('status.backupFailed')}
      </span>
    );
  }
  if (book.isSample) {
    return (
      <span className={styles.part}>
        <Shield size={14} strokeWidth={1.75} aria-hidden />
        {t('status.sampleNotBackedUp')}
      </span>
    );
  }
  const Icon = book.lastBackupAt ? ShieldCheck : Shield;
  return (
    <span className={styles.part}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {book.lastBackupAt ? t('status.backedUp', { when: momentText(words, book.lastBackupAt) }) : t('status.noBackup')}
    </span>
  );
}
