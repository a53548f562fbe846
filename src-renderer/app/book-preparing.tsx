import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './notice-page.module.css';

/** While a large book is copied, brought up to date or read after a crash; the page of the book follows by itself. */
export function BookPreparing({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  return (
    <main className={styles.page} aria-busy="true">
      <h1 className={styles.title}>
        <Spin size="small" /> {t('bookPreparing.title')}
      </h1>
      <p className={styles.words} role="status">
        {t('bookPreparing.words')}
      </p>
      <p className={styles.detail}>{path}</p>
    </main>
  );
}
