import { useTranslation } from 'react-i18next';
import styles from './loyalty.module.css';

/** 0–100 as a bar with its figure; null: not known, and not counted. */
export function PartBar({ points }: { readonly points: number | null }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={styles.bar} aria-hidden>
        {points !== null && <span className={styles.fill} style={{ width: `${points}%` }} />}
      </span>
      <span className={styles.points} data-unknown={points === null || undefined}>
        {points === null ? (
          <>
            <span aria-hidden>—</span>
            <span className="kb-unseen">{t('loyalty.notKnown')}</span>
          </>
        ) : (
          Math.round(points)
        )}
      </span>
    </>
  );
}
