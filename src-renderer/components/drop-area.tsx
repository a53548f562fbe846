import { Button } from 'antd';
import { FileSpreadsheet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './drop-area.module.css';

interface Props {
  readonly label: string;
  readonly onChoose: () => void;
  readonly isBusy?: boolean;
}

/** The dashed area with its one button; the page around it takes the drop. */
export function DropArea({ label, onChoose, isBusy = false }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.area}>
      <Button
        type="primary"
        icon={<FileSpreadsheet size={16} strokeWidth={1.75} aria-hidden />}
        disabled={isBusy}
        onClick={onChoose}
      >
        {label}
      </Button>
      <p className={styles.words}>{t('imports.drop.words')}</p>
    </div>
  );
}
