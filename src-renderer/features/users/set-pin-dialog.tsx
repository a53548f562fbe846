import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { User } from '../../../src-shared/users/user.ts';
import { FormField } from '../../components/form-field.tsx';
import { moveOnEnter } from '../../components/move-on-enter.ts';
import { PinField } from '../../components/pin-field.tsx';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/error-text.ts';
import { settled } from '../../ipc/report.ts';
import { notifyDone } from '../../state/toasts.ts';
import { isPin } from './is-pin.ts';
import styles from './pins.module.css';
import { RecoveryCodeDialog } from './recovery-code.tsx';

interface Props {
  /** Whose PIN it is. */
  readonly user: User;
  /** Who sits here and says so first, with a PIN once they have one. */
  readonly current: User;
  readonly onClose: () => void;
}

/** A new PIN, twice, so that a slip of the finger locks nobody out; or none any more. */
export function SetPinDialog({ user, current, onClose }: Props) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [currentPin, setCurrentPin] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isSelf = user.id === current.id;
  const asks = current.hasPin;
  const maySave = isPin(pin) && again === pin && (!asks || currentPin !== '');
  const save = async (wanted: string | null) => {
    if (isBusy) return;
    setBusy(true);
    const typed = asks ? currentPin : null;
    const done = await settled(client.users.setPin({ id: user.id, pin: wanted, currentPin: typed }));
    setBusy(false);
    if (!done.ok) {
      setError(done.error);
      setCurrentPin('');
      return;
    }
    notifyDone(t(wanted === null ? 'pin.removed' : 'pin.saved', { name: user.name }));
    if (done.value.recoveryCode !== null) setCode(done.value.recoveryCode);
    else onClose();
  };
  if (code !== null) return <RecoveryCodeDialog code={code} onClose={onClose} />;
  return (
    <Modal open width={480} title={t('pin.setTitle', { name: user.name })} footer={null} onCancel={onClose}>
      <form
        onKeyDown={moveOnEnter}
        onSubmit={(event) => {
          event.preventDefault();
          if (maySave) void save(pin);
        }}
      >
        <p className={styles.words}>{t('pin.words')}</p>
        {asks && (
          <FormField label={t(isSelf ? 'pin.current' : 'pin.yours')} isRequired problem={error && errorText(t, error)}>
            <PinField
              label={t(isSelf ? 'pin.current' : 'pin.yours')}
              typed={currentPin}
              hasFocus
              isWrong={error !== null}
              onType={(typed) => {
                setCurrentPin(typed);
                setError(null);
              }}
            />
          </FormField>
        )}
        <FormField label={t('pin.new')} isRequired problem={pin !== '' && !isPin(pin) ? t('pin.tooShort') : null}>
          <PinField label={t('pin.new')} typed={pin} hasFocus={!asks} onType={setPin} />
        </FormField>
        <FormField
          label={t('pin.again')}
          isRequired
          problem={again !== '' && !pin.startsWith(again) ? t('pin.notSame') : null}
        >
          <PinField label={t('pin.again')} typed={again} onType={setAgain} />
        </FormField>
        {!asks && error && (
          <p className={styles.problem} role="alert">
            {errorText(t, error)}
          </p>
        )}
        <div className={styles.foot}>
          {user.hasPin && (
            <Button
              size="small"
              danger
              className={styles.remove ?? ''}
              disabled={isBusy || (asks && currentPin === '')}
              onClick={() => void save(null)}
            >
              {t('pin.remove')}
            </Button>
          )}
          <Button size="small" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button size="small" type="primary" htmlType="submit" disabled={!maySave} loading={isBusy}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
