import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { User } from '../../../src-shared/users/user.ts';
import { FormField } from '../../components/form-field.tsx';
import { PinField } from '../../components/pin-field.tsx';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/error-text.ts';
import { settled } from '../../ipc/report.ts';
import styles from './pins.module.css';
import { RecoveryCodeDialog } from './recovery-code.tsx';

/** Another recovery code: the paper with the one before is lost or was read by somebody. */
export function NewCodeDialog({ current, onClose }: { readonly current: User; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const make = async () => {
    const done = await settled(client.users.newRecoveryCode({ currentPin: current.hasPin ? pin : null }));
    if (done.ok) setCode(done.value.recoveryCode);
    else setError(done.error);
  };
  if (code !== null) return <RecoveryCodeDialog code={code} onClose={onClose} />;
  return (
    <Modal
      open
      width={440}
      title={t('pin.newCode')}
      okText={t('pin.newCodeMake')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: current.hasPin && pin === '' }}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <p className={styles.words}>{t('pin.newCodeWords')}</p>
      {current.hasPin && (
        <FormField label={t('pin.current')} isRequired problem={error && errorText(t, error)}>
          <PinField label={t('pin.current')} typed={pin} hasFocus isWrong={error !== null} onType={setPin} />
        </FormField>
      )}
    </Modal>
  );
}
