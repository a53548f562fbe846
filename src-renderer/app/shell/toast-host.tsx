import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { comboText } from '../../components/key-hint.tsx';
import { takeBack } from '../../ipc/take-back.ts';
import { closeToast, type Toast, useToastStore } from '../../state/toasts.ts';
import styles from './toasts.module.css';

export function ToastHost() {
  const { t } = useTranslation();
  const toasts = useToastStore((state) => state.toasts);
  return (
    <section className={styles.list} aria-live="polite" aria-label={t('shell.messages')}>
      {toasts.map((toast, index) => (
        <ToastLine key={toast.id} toast={toast} isLatest={index === toasts.length - 1} />
      ))}
    </section>
  );
}

function ToastLine({ toast, isLatest }: { readonly toast: Toast; readonly isLatest: boolean }) {
  const { t } = useTranslation();
  const { undoBatchId, action } = toast;
  const act = (run: () => void) => () => {
    closeToast(toast.id);
    run();
  };
  return (
    <div
      className={toast.tone === 'problem' ? styles.problem : styles.toast}
      role={toast.tone === 'problem' ? 'alert' : 'status'}
    >
      <span className={styles.words}>{toast.text}</span>
      {action && (
        <button type="button" className={styles.action} onClick={act(action.run)}>
          {action.label}
        </button>
      )}
      {undoBatchId && (
        <button type="button" className={styles.action} onClick={act(() => void takeBack(undoBatchId))}>
          {t('action.undo')}
          {isLatest && <span className={styles.keys}>{comboText('mod+z')}</span>}
        </button>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label={t('action.close')}
        onClick={() => closeToast(toast.id)}
      >
        <X size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  );
}
