import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { errorText } from '../ipc/error-text.ts';
import styles from './notice-page.module.css';

/** A whole page that could not be read. */
export function Failure({ error, onRetry }: { readonly error: AppError; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <section role="alert" className={styles.page}>
      <h1 className={styles.title}>{t('failure.title')}</h1>
      <p className={styles.words}>{errorText(t, error)}</p>
      <div className={styles.actions}>
        <Button type="primary" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      </div>
    </section>
  );
}
