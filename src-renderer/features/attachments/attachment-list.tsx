import { Button } from 'antd';
import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxAttachmentBytes } from '../../../src-shared/attachments/attachment.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilesDrop } from '../../components/file-drop.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { stageFiles } from '../../ipc/stage-files.ts';
import { useRead } from '../../ipc/use-read.ts';
import { fileSizeText } from '../../text/number-text.ts';
import { AttachmentLine } from './attachment-line.tsx';
import styles from './attachments.module.css';

interface Props {
  readonly customerId: string;
  readonly mayEdit: boolean;
}

/** 附件: every file of a customer and its talks, newest first; files may be dropped anywhere on the tab. */
export function AttachmentList({ customerId, mayEdit }: Props) {
  const { t } = useTranslation();
  const attachments = useRead('attachments', 'list', { customerId }).data?.attachments;
  const [isBusy, setBusy] = useState(false);
  const add = async (paths: readonly string[] | null) => {
    setBusy(true);
    const files = await stageFiles(paths);
    if (files.length > 0) {
      const said = t('attachment.added', { count: files.length });
      await reported(client.attachments.add({ customerId, files: [...files] }), said);
    }
    setBusy(false);
  };
  const addButton = mayEdit && (
    <Button
      size="small"
      icon={<Paperclip size={14} strokeWidth={1.75} aria-hidden />}
      loading={isBusy}
      onClick={() => void add(null)}
    >
      {t('attachment.add')}
    </Button>
  );
  return (
    <FilesDrop words={t('attachment.let')} isDisabled={!mayEdit || isBusy} onPaths={(paths) => void add(paths)}>
      {attachments?.length === 0 && (
        <EmptyState
          title={t('attachment.none')}
          words={mayEdit ? t('attachment.noneWords', { most: fileSizeText(maxAttachmentBytes) }) : ''}
        >
          {addButton}
        </EmptyState>
      )}
      {attachments && attachments.length > 0 && (
        <div className={styles.attachments}>
          <ul className={styles.list}>
            {attachments.map((attachment) => (
              <AttachmentLine key={attachment.id} attachment={attachment} mayEdit={mayEdit} />
            ))}
          </ul>
          <div className={styles.add}>
            {addButton}
            {mayEdit && <span className={styles.words}>{t('attachment.dropWords')}</span>}
          </div>
        </div>
      )}
    </FilesDrop>
  );
}
