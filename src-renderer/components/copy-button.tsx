import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../ipc/client.ts';
import { sayError, settled } from '../ipc/report.ts';
import styles from './copy-button.module.css';

const checkShownMs = 1000;

/** Copies by way of the main process (the page has no clipboard right) and shows a check for a second. */
export function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), checkShownMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    const done = await settled(client.book.copyText({ text }));
    if (done.ok) setCopied(true);
    else sayError(done.error);
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <button type="button" className={styles.button} aria-label={t('copy.label', { text })} onClick={() => void copy()}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span className="kb-unseen" role="status">
        {isCopied && t('copy.done')}
      </span>
    </button>
  );
}
