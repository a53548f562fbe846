import { Phone } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../ipc/client.ts';
import { errorText } from '../ipc/error-text.ts';
import { settled } from '../ipc/report.ts';
import { phoneText } from '../text/number-text.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './dial-bar.module.css';

/** Calls the number as soon as it is shown: to show it was the wish to call. Large, for who dials by hand. */
export function DialBar({ phone }: { readonly phone: string }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<string | null>(null);
  const called = useRef<string | null>(null);
  const dial = useCallback(async () => {
    const done = await settled(client.book.dial({ phone }));
    if (done.ok) return setSaid(t(`dial.${done.value.how}`));
    setSaid(done.error.kind === 'validation' ? t('dial.noNumber') : errorText(t, done.error));
  }, [phone, t]);
  useEffect(() => {
    if (called.current === phone) return;
    called.current = phone;
    void dial();
  }, [phone, dial]);
  return (
    <div className={styles.bar}>
      <Phone size={16} strokeWidth={1.75} aria-hidden />
      <strong className={styles.number}>{phoneText(phone)}</strong>
      <CopyButton text={phone} />
      <span className={styles.said} role="status">
        {said}
      </span>
      <button type="button" className={styles.again} onClick={() => void dial()}>
        {t('dial.again')}
      </button>
    </div>
  );
}
