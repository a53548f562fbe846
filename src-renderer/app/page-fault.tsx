import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './notice-page.module.css';

export function PageFault({ message, onRetry }: { readonly message: string; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <section role="alert" className={styles.page}>
      <h1 className={styles.title}>{t('fault.title')}</h1>
      <p className={styles.words}>{t('fault.words')}</p>
      <p className={styles.detail}>{message}</p>
      <div className={styles.actions}>
        <Button type="primary" onClick={onRetry}>
          {t('action.retry')}
        </Button>
        <Button onClick={() => window.location.reload()}>{t('fault.reload')}</Button>
      </div>
    </section>
  );
}
