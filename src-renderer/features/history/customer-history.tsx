import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../src-shared/history/history.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { takeBack } from '../../ipc/take-back.ts';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { useCustomerHistory } from '../../ipc/use-pages.ts';
import { momentText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './customer-history.module.css';
import { byBatch, type HistoryBatch } from './history-batches.ts';
import { fieldLabel } from './history-fields.ts';
import { historyValueText } from './history-values.ts';
import { actionText } from './history-words.ts';

/** 变更记录: who changed what, when, from what to what; each action can be taken back whole. */
export function CustomerHistory({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation();
  const pages = useCustomerHistory(customerId);
  return (
    <PagedList pages={pages} whenEmpty={<EmptyState title={t('history.none')} />}>
      {(entries) => (
        <ol className={styles.list}>
          {byBatch(entries).map((batch) => (
            <Batch key={batch.batchId} batch={batch} />
          ))}
        </ol>
      )}
    </PagedList>
  );
}

function Batch({ batch }: { readonly batch: HistoryBatch }) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const mayUndo = useReach('history.undo') !== null;
  const who = users.find((user) => user.id === batch.userId)?.name ?? t('history.someone');
  return (
    <li className={styles.batch}>
      <div className={styles.line}>
        <span className={styles.who}>
          {who} <span className={styles.source}>{t(`history.source.${batch.source}`)}</span>
        </span>
        <time className={styles.when} dateTime={batch.at}>
          {momentText(words, batch.at)}
        </time>
        {batch.isUndone ? (
          <span className={styles.undone}>{t('history.undone')}</span>
        ) : (
          mayUndo && (
            <button
              type="button"
              className={styles.undo}
              onClick={() => void takeBack(batch.batchId, batch.entries.length)}
            >
              <Undo2 size={14} strokeWidth={1.75} aria-hidden />
              {t('action.undo')}
            </button>
          )
        )}
      </div>
      {batch.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} isUndone={batch.isUndone} />
      ))}
    </li>
  );
}

function Entry({ entry, isUndone }: { readonly entry: HistoryEntry; readonly isUndone: boolean }) {
  const words = useWindowWords();
  const { t } = words;
  const { entity } = entry;
  const isOfCustomer = entity === 'customers';
  return (
    <div className={styles.entry} data-undone={isUndone || undefined}>
      {(!isOfCustomer || entry.action !== 'update') && (
        <p>
          {actionText(t, entry.action, entity, entry.settlement)}
          {entry.title !== null && !isOfCustomer && <span className={styles.title}> {entry.title}</span>}
        </p>
      )}
      {entry.changes.map((change) => (
        <p key={change.field} className={styles.change}>
          <span className={styles.field}>{fieldLabel(t, entity, change.field)}</span>
          <del className={styles.before}>{historyValueText(words, change.before, { entity, field: change.field })}</del>
          <span aria-hidden>→</span>
          <ins className={styles.after}>{historyValueText(words, change.after, { entity, field: change.field })}</ins>
        </p>
      ))}
    </div>
  );
}
