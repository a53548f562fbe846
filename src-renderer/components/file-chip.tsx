import { Paperclip, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './file-chip.module.css';

interface Props {
  readonly name: string;
  /** Its size, beside the name. */
  readonly detail?: string;
  readonly onOpen?: () => void;
  readonly onRemove?: () => void;
}

/** A file in one line: its name opens it, the cross takes it away. */
export function FileChip({ name, detail, onOpen, onRemove }: Props) {
  const { t } = useTranslation();
  const inside = (
    <>
      <Paperclip size={12} strokeWidth={1.75} aria-hidden />
      <span className={styles.name}>{name}</span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
    </>
  );
  return (
    <span className={styles.chip} title={name}>
      {onOpen ? (
        <button type="button" className={styles.open} aria-label={t('attachment.openOf', { name })} onClick={onOpen}>
          {inside}
        </button>
      ) : (
        <span className={styles.open}>{inside}</span>
      )}
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('attachment.removeOf', { name })}
          onClick={onRemove}
        >
          <X size={12} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </span>
  );
}
