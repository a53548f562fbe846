import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../ipc/app-problem.ts';
import { errorText } from '../ipc/error-text.ts';
import type { Paged } from '../ipc/use-pages.ts';
import styles from './paged-list.module.css';

interface Props<T> {
  readonly pages: Paged<T>;
  readonly whenEmpty: ReactNode;
  /** On the button for the next page; left out: 更早. */
  readonly moreWords?: string;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** Rows, or what an empty list says, or why it could not be read; and 更早 at the end while there is more. */
export function PagedList<T>({ pages, whenEmpty, moreWords, children }: Props<T>) {
  const { t } = useTranslation();
  if (pages.error) {
    return (
      <p className={styles.problem} role="alert">
        {errorText(t, toAppError(pages.error))}
      </p>
    );
  }
  if (pages.items === null) return null;
  if (pages.items.length === 0) return whenEmpty;
  return (
    <>
      {children(pages.items)}
      {pages.hasMore && (
        <div className={styles.more}>
          <Button size="small" loading={pages.isLoadingMore} onClick={pages.loadMore}>
            {moreWords ?? t('action.earlier')}
          </Button>
        </div>
      )}
    </>
  );
}
