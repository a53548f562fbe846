import { Button } from 'antd';
import { FlaskConical, HardDrive, type LucideIcon, UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropArea } from '../../components/drop-area.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useBook } from '../../ipc/use-book.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import styles from './first-run.module.css';

interface Props {
  readonly onChooseFile: () => void;
  readonly onFile: (path: string) => void;
  readonly onNew: () => void;
}

/** An empty book: one way that most take, two plain ones, and where the data lies. */
export function FirstRun({ onChooseFile, onFile, onNew }: Props) {
  const { t } = useTranslation();
  const book = useBook();
  const mayImport = useReach('import.customers') !== null;
  const mayCreate = useReach('customers.edit') !== null;
  return (
    <FileDrop onPath={onFile} isDisabled={!mayImport}>
      <div className={styles.page}>
        <h2 className={styles.title}>{t('firstRun.title')}</h2>
        <p className={styles.words}>{t('firstRun.words')}</p>
        {mayImport && <DropArea label={t('firstRun.import')} onChoose={onChooseFile} />}
        {mayCreate && (
          <Way icon={UserPlus} title={t('firstRun.create')} words={t('firstRun.createWords')}>
            <Button onClick={onNew}>
              {t('firstRun.createButton')}
              <KeyHint combo="mod+n" />
            </Button>
          </Way>
        )}
        {book && !book.isSample && <SampleWay />}
        <p className={styles.place}>
          <HardDrive size={14} strokeWidth={1.75} aria-hidden />
          <span className={styles.path}>{t('firstRun.dataAt', { path: book?.path ?? '' })}</span>
          <button type="button" className={styles.link} onClick={() => void openFolder()}>
            {t('firstRun.openFolder')}
          </button>
        </p>
      </div>
    </FileDrop>
  );
}

async function openFolder(): Promise<void> {
  const done = await settled(client.book.openDataFolder({}));
  if (!done.ok) sayError(done.error);
}

function SampleWay() {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    const done = await settled(client.book.openSample({}));
    setBusy(false);
    if (!done.ok) sayError(done.error);
  };
  return (
    <Way icon={FlaskConical} title={t('firstRun.sample')} words={t('firstRun.sampleWords')}>
      <Button loading={isBusy} onClick={() => void open()}>
        {t('firstRun.sampleButton')}
      </Button>
    </Way>
  );
}

interface WayProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}

function Way({ icon: Icon, title, words, children }: WayProps) {
  return (
    <div className={styles.way}>
      <span className={styles.icon}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </span>
      <div className={styles.wayWords}>
        <h3 className={styles.wayTitle}>{title}</h3>
        <p className={styles.words}>{words}</p>
      </div>
      {children}
    </div>
  );
}
