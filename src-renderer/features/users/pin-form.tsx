import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { User } from '../../../src-shared/users/user.ts';
import { PinField } from '../../components/pin-field.tsx';
import { errorText } from '../../ipc/error-text.ts';
import styles from './pins.module.css';
import { ResetPinDialog } from './reset-pin-dialog.tsx';
import { sitDown } from './sit-down.ts';

interface Props {
  readonly user: User;
  readonly onDone: () => void;
}

/** The PIN of the one who sits down; an owner who forgot it has the recovery code. */
export function PinForm({ user, onDone }: Props) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isReset, setReset] = useState(false);
  const label = t('pin.of', { name: user.name });
  const submit = async () => {
    if (pin === '' || isBusy) return;
    setBusy(true);
    const refused = await sitDown(user.id, pin);
    setBusy(false);
    if (!refused) return onDone();
    setError(refused);
    setPin('');
  };
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <div className={styles.line}>
        <PinField
          label={label}
          typed={pin}
          hasFocus
          isWrong={error !== null}
          onType={(typed) => {
            setPin(typed);
            setError(null);
          }}
        />
        <Button size="small" type="primary" htmlType="submit" loading={isBusy} disabled={pin === ''}>
          {t('pin.enter')}
        </Button>
      </div>
      <p className={styles.problem} role="alert">
        {error && errorText(t, error)}
      </p>
      {user.role === 'owner' ? (
        <button type="button" className={styles.link} onClick={() => setReset(true)}>
          {t('pin.forgot')}
        </button>
      ) : (
        <p className={styles.quiet}>{t('pin.forgotOther')}</p>
      )}
      {isReset && <ResetPinDialog user={user} onClose={() => setReset(false)} onDone={onDone} />}
    </form>
  );
}
