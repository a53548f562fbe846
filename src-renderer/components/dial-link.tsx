import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../ipc/use-current-user.ts';
import { askDial } from '../state/dial-request.ts';
import { phoneText } from '../text/number-text.ts';
import styles from './dial-link.module.css';

interface Props {
  readonly phone: string;
  readonly name: string;
  readonly contactName: string | null;
  /** Of the customer; null: nobody's. */
  readonly ownerId: string | null;
  /** Only the sign of a phone, where there is no room for the number. */
  readonly isIcon?: boolean;
  /** -1: reached with the arrows of its list, not with Tab. */
  readonly tabIndex?: 0 | -1;
  readonly onNote: () => void;
}

/** 打电话: the number itself is the button. */
export function DialLink({ phone, name, contactName, ownerId, isIcon = false, tabIndex = 0, onNote }: Props) {
  const { t } = useTranslation();
  const mayFollow = useMay('follow_ups.edit', ownerId);
  const label = t('dial.call', { name, phone: phoneText(phone) });
  return (
    <button
      type="button"
      className={styles.link}
      data-icon={isIcon || undefined}
      tabIndex={tabIndex}
      aria-label={label}
      title={label}
      onClick={() => askDial({ phone, name, contactName, onNote: mayFollow ? onNote : null })}
    >
      <Phone size={14} strokeWidth={1.75} aria-hidden />
      {!isIcon && phoneText(phone)}
    </button>
  );
}
