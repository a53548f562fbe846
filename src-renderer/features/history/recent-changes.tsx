import { useTranslation } from 'react-i18next';
import type { BatchSummary } from '../../../src-shared/history/history.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import table from '../../components/list-table.module.css';
import { PagedList } from '../../components/paged-list.tsx';
import { SettingsSection } from '../../components/settings-section.tsx';
import { takeBack } from '../../ipc/take-back.ts';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { momentText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { batchCustomersText, batchText } from './batch-words.ts';
import styles from './recent-changes.module.css';
import { useRecentChanges } from './use-recent-changes.ts';

/** 最近的变更: every action in the book, each of which can be taken back whole. */
export function RecentChanges() {
  const { t } = useTranslation();
  const pages = useRecentChanges();
  return (
    <SettingsSection title={t('settings.section.changes')} words={t('changes.words')}>
      <PagedList pages={pages} moreWords={t('changes.more')} whenEmpty={<EmptyState title={t('changes.none')} />}>
        {(batches) => (
          <ol className={styles.list}>
            {batches.map((batch) => (
              <BatchLine key={batch.batchId} batch={batch} />
            ))}
          </ol>
        )}
      </PagedList>
    </SettingsSection>
  );
}

function BatchLine({ batch }: { readonly batch: BatchSummary }) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const mayUndo = useReach('history.undo') !== null;
  const who = users.find((user) => user.id === batch.userId)?.name ?? t('history.someone');
  const customers = batchCustomersText(t, batch);
  return (
    <li className={styles.line} data-undone={batch.isUndone || undefined}>
      <time className={styles.when} dateTime={batch.at}>
        {momentText(words, batch.at)}
      </time>
      <span className={styles.who}>{who}</span>
      <span className={styles.source}>{t(`history.source.${batch.source}`)}</span>
      <span className={styles.what} title={customers}>
        {batch.undoesBatchId !== null ? t('changes.undoes') : batchText(t, batch)}
        {batch.fileName !== null && <span className={styles.names}>{t('changes.file', { name: batch.fileName })}</span>}
        {customers !== '' && <span className={styles.names}>{customers}</span>}
      </span>
      {batch.isUndone ? (
        <span className={table.quiet}>{t('changes.undone')}</span>
      ) : (
        mayUndo &&
        !batch.isOfPins && (
          <button type="button" className={table.link} onClick={() => void takeBack(batch.batchId)}>
            {t('action.undo')}
          </button>
        )
      )}
    </li>
  );
}
