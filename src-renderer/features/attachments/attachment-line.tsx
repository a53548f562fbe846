import { Download, FileText, Pencil, Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ListedAttachment } from '../../../src-shared/attachments/attachment.ts';
import { client } from '../../ipc/client.ts';
import { reported, sayError, settled } from '../../ipc/report.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { notifyDone } from '../../state/toasts.ts';
import { momentText } from '../../text/day-text.ts';
import { fileSizeText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './attachments.module.css';
import { FileNameEditor } from './file-name-editor.tsx';

interface Props {
  readonly attachment: ListedAttachment;
  readonly mayEdit: boolean;
}

/** One file: its name opens it; size, who, when and the talk it came with below. */
export function AttachmentLine({ attachment, mayEdit }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const [isRenaming, setRenaming] = useState(false);
  const { id, fileName: name, talk, isMissing } = attachment;
  const who = users.find((user) => user.id === attachment.createdBy)?.name ?? null;
  const open = async () => {
    const done = await settled(client.attachments.open({ id }));
    if (!done.ok) sayError(done.error);
  };
  const saveAs = async () => {
    const done = await settled(client.attachments.saveAs({ id }));
    if (!done.ok) return sayError(done.error);
    if (done.value.path !== null) notifyDone(t('attachment.savedAs', { path: done.value.path }));
  };
  const rename = async (fileName: string) => {
    setRenaming(false);
    if (fileName !== name) {
      await reported(client.attachments.rename({ id, fileName }), t('attachment.renamed', { name: fileName }));
    }
  };
  const said = [
    fileSizeText(attachment.sizeBytes),
    who,
    momentText(words, attachment.createdAt),
    talk && `${t(`channel.${talk.channel}`)} ${firstLine(talk.text)}`,
  ].filter((part) => part !== null);
  const Icon = isMissing ? TriangleAlert : FileText;
  return (
    <li className={styles.line} data-missing={isMissing || undefined}>
      <span className={styles.icon}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </span>
      <div className={styles.body}>
        {isRenaming ? (
          <FileNameEditor name={name} onSave={(typed) => void rename(typed)} onCancel={() => setRenaming(false)} />
        ) : (
          <button
            type="button"
            className={styles.name}
            title={name}
            aria-label={t('attachment.openOf', { name })}
            onClick={() => void open()}
          >
            {name}
          </button>
        )}
        <p className={styles.side}>{isMissing ? t('attachment.missing') : said.join(' · ')}</p>
      </div>
      <span className={styles.actions}>
        <button
          type="button"
          className={styles.action}
          aria-label={t('attachment.saveAsOf', { name })}
          title={t('attachment.saveAs')}
          onClick={() => void saveAs()}
        >
          <Download size={14} strokeWidth={1.75} aria-hidden />
        </button>
        {mayEdit && (
          <>
            <button
              type="button"
              className={styles.action}
              aria-label={t('attachment.renameOf', { name })}
              title={t('attachment.rename')}
              onClick={() => setRenaming(true)}
            >
              <Pencil size={14} strokeWidth={1.75} aria-hidden />
            </button>
            <button
              type="button"
              className={styles.action}
              aria-label={t('attachment.binOf', { name })}
              title={t('action.delete')}
              onClick={() => void reported(client.attachments.moveToBin({ id }), t('attachment.binned', { name }))}
            >
              <Trash2 size={14} strokeWidth={1.75} aria-hidden />
            </button>
          </>
        )}
      </span>
    </li>
  );
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 24 ? `${line.slice(0, 24)}…` : line;
}
