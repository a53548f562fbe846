import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { User } from '../../../src-shared/users/user.ts';
import { FormField } from '../../components/form-field.tsx';
import { PinField } from '../../components/pin-field.tsx';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/error-text.ts';
import { settled } from '../../ipc/report.ts';
import { isPin } from './is-pin.ts';
import styles from './pins.module.css';
import { RecoveryCodeDialog } from './recovery-code.tsx';
import { sitDown } from './sit-down.ts';

interface Props {
  readonly user: User;
  readonly onClose: () => void;
  /** The owner sits here, and has the next code. */
  readonly onDone: () => void;
}

/** 忘记 PIN: the recovery code and a new PIN; the code is used up, so the next one is shown. */
export function ResetPinDialog({ user, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [newPin, setNewPin] = useState('');
  const [next, setNext] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const done = await settled(client.users.resetOwnerPin({ id: user.id, code, newPin }));
    setBusy(false);
    if (done.ok) setNext(done.value.recoveryCode);
    else setError(done.error);
  };
  const enter = async () => {
    const refused = await sitDown(user.id, newPin);
    if (refused) setError(refused);
    else onDone();
  };
  if (next !== null) return <RecoveryCodeDialog code={next} onClose={() => void enter()} />;
  return (
    <Modal
      open
      width={480}
      title={t('pin.resetTitle', { name: user.name })}
      okText={t('pin.reset')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: code.trim() === '' || !isPin(newPin), loading: isBusy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className={styles.words}>{t('pin.resetWords')}</p>
      <FormField label={t('pin.code')} isRequired problem={codeProblem()}>
        <Input
          size="small"
          aria-label={t('pin.code')}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          placeholder="XXXX-XXXX-XXXX-XXXX"
          value={code}
          onChange={(event) => {
            setCode(event.target.value);
            setError(null);
          }}
        />
      </FormField>
      <FormField label={t('pin.new')} isRequired>
        <PinField label={t('pin.new')} typed={newPin} onType={setNewPin} />
      </FormField>
    </Modal>
  );

  function codeProblem(): string | null {
    if (!error) return null;
    if (error.kind === 'conflict' && error.reason === 'wrong_pin') return t('pin.wrongCode');
    return errorText(t, error);
  }
}
