import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useBook } from '../../ipc/use-book.ts';
import styles from './banner.module.css';

/** Says that what one sees is the sample, which never mixes with the user's own book, and leads back. */
export function SampleBanner() {
  const { t } = useTranslation();
  const book = useBook();
  if (!book?.isSample) return null;
  const leave = async () => {
    const done = await settled(client.book.closeSample({}));
    if (!done.ok) sayError(done.error);
  };
  return (
    <div className={styles.banner} role="status">
      <FlaskConical size={14} strokeWidth={1.75} aria-hidden />
      <span className={styles.words}>{t('sample.words')}</span>
      <button type="button" className={styles.action} onClick={() => void leave()}>
        {t('sample.leave')}
      </button>
    </div>
  );
}
