import { Button } from 'antd';
import { FileText, Paperclip, Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import { FilesDrop } from '../../components/file-drop.tsx';
import { client } from '../../ipc/client.ts';
import { reported, sayError, settled } from '../../ipc/report.ts';
import { stageFiles } from '../../ipc/stage-files.ts';
import { useRead } from '../../ipc/use-read.ts';
import { fileSizeText } from '../../text/number-text.ts';
import styles from './order-files.module.css';

interface Props {
  readonly customerId: Id;
  readonly orderId: Id;
  readonly mayEdit: boolean;
}

/** Files of an order: contract, delivery note, photo of the bill. They are among the customer's files too. */
export function OrderFiles({ customerId, orderId, mayEdit }: Props) {
  const { t } = useTranslation();
  const all = useRead('attachments', 'list', { customerId }).data?.attachments ?? [];
  const files = all.filter((file) => file.orderId === orderId);
  const [isBusy, setBusy] = useState(false);
  const add = async (paths: readonly string[] | null) => {
    setBusy(true);
    const staged = await stageFiles(paths);
    if (staged.length > 0) {
      const said = t('attachment.added', { count: staged.length });
      await reported(client.attachments.add({ customerId, orderId, files: [...staged] }), said);
    }
    setBusy(false);
  };
  const open = async (id: Id) => {
    const done = await settled(client.attachments.open({ id }));
    if (!done.ok) sayError(done.error);
  };
  return (
    <section aria-label={t('order.files')}>
      <FilesDrop words={t('attachment.let')} isDisabled={!mayEdit || isBusy} onPaths={(paths) => void add(paths)}>
        <div className={styles.head}>
          <h3 className={styles.title}>{t('order.files')}</h3>
          {mayEdit && (
            <Button
              size="small"
              type="text"
              icon={<Paperclip size={14} strokeWidth={1.75} aria-hidden />}
              loading={isBusy}
              onClick={() => void add(null)}
            >
              {t('attachment.add')}
            </Button>
          )}
        </div>
        <ul className={styles.list}>
          {files.map(({ id, fileName, sizeBytes, isMissing }) => {
            const Icon = isMissing ? TriangleAlert : FileText;
            return (
              <li key={id} className={styles.file} data-missing={isMissing || undefined}>
                <Icon size={14} strokeWidth={1.75} aria-hidden />
                <button
                  type="button"
                  className={styles.name}
                  aria-label={t('attachment.openOf', { name: fileName })}
                  onClick={() => void open(id)}
                >
                  {fileName}
                </button>
                <span className={styles.side}>{isMissing ? t('attachment.missing') : fileSizeText(sizeBytes)}</span>
                {mayEdit && (
                  <button
                    type="button"
                    className={styles.remove}
                    aria-label={t('attachment.binOf', { name: fileName })}
                    onClick={() =>
                      void reported(client.attachments.moveToBin({ id }), t('attachment.binned', { name: fileName }))
                    }
                  >
                    <Trash2 size={14} strokeWidth={1.75} aria-hidden />
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </FilesDrop>
    </section>
  );
}
