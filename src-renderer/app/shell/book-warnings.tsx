import type { TFunction } from 'i18next';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookWarning } from '../../../src-shared/book/book-contract.ts';
import { assertNever } from '../../../src-shared/core/assert-never.ts';
import { useBook } from '../../ipc/use-book.ts';
import { momentText } from '../../text/day-text.ts';
import { useWindowWords, type WindowWords } from '../../text/use-window-words.ts';
import styles from './banner.module.css';

/** Things that do not stop the work but must be said; closed for this session by the user. */
export function BookWarnings() {
  const { t } = useTranslation();
  const words = useWindowWords();
  const book = useBook();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  return (book?.warnings ?? [])
    .filter((warning) => !closed.has(warning.kind))
    .map((warning) => (
      <div key={warning.kind} className={styles.warning} role="status">
        <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
        <span className={styles.words}>{warningText(t, words, warning)}</span>
        <button
          type="button"
          className={styles.action}
          onClick={() => setClosed((before) => new Set([...before, warning.kind]))}
        >
          {t('action.understood')}
        </button>
      </div>
    ));
}

function warningText(t: TFunction, words: WindowWords, warning: BookWarning): string {
  switch (warning.kind) {
    case 'synced_folder':
      return t('bookWarning.syncedFolder', { service: t(`syncService.${warning.service}`) });
    case 'clock_behind':
      return t('bookWarning.clockBehind', { when: momentText(words, warning.lastEntryAt) });
    case 'unclean_shutdown_checked':
      return t('bookWarning.uncleanShutdown');
    default:
      return assertNever(warning);
  }
}
