import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.tsx';
import styles from './pins.module.css';

/** The code that resets an owner's PIN, shown this once: it closes by its button alone. */
export function RecoveryCodeDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      width={480}
      title={t('pin.codeTitle')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      okText={t('pin.codeWritten')}
      cancelButtonProps={{ hidden: true }}
      onOk={onClose}
    >
      <p className={styles.words}>{t('pin.codeWords')}</p>
      <p className={styles.code}>
        <output aria-label={t('pin.code')}>{code}</output>
        <CopyButton text={code} />
      </p>
    </Modal>
  );
}
