import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { LimitBreach } from '../../../src-shared/orders/order-limits.ts';
import { reachOf } from '../../../src-shared/users/rights.ts';
import { FormField } from '../../components/form-field.tsx';
import { GrowingText } from '../../components/growing-text.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { moveOnEnter } from '../../components/move-on-enter.ts';
import { PinField } from '../../components/pin-field.tsx';
import { errorText } from '../../ipc/error-text.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './approval-dialog.module.css';
import { breachText } from './breach-text.ts';
import type { Approval } from './use-order-form.ts';

interface Props {
  readonly breaches: readonly LimitBreach[];
  readonly isSaving: boolean;
  /** Gives back what the person who agrees can put right: a wrong PIN. */
  readonly onApprove: (approval: Approval) => Promise<AppError | null>;
  readonly onCancel: () => void;
}

/** The limits an order passes, and who lets it pass: whose role may, by PIN unless they sit here, with a reason. */
export function ApprovalDialog({ breaches, isSaving, onApprove, onCancel }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const { users, current } = useUsers();
  const people = users.filter((user) => !user.isGone && reachOf(user.role, 'orders.approve') !== null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const chosen =
    people.find((user) => user.id === chosenId) ?? people.find((user) => user.id === current?.id) ?? people[0];
  const isSelf = chosen?.id === current?.id;
  const asksPin = chosen?.hasPin === true && !isSelf;
  const mayApprove = chosen !== undefined && reason.trim() !== '' && (!asksPin || pin !== '');
  const approve = async () => {
    if (!chosen || !mayApprove || isSaving) return;
    const refused = await onApprove({ userId: chosen.id, pin: asksPin ? pin : null, reason });
    if (!refused) return;
    setError(refused);
    setPin('');
  };
  return (
    <Modal open width={520} title={t('order.approval.title')} footer={null} onCancel={onCancel}>
      <form
        aria-label={t('order.approval.title')}
        onSubmit={(event) => {
          event.preventDefault();
          void approve();
        }}
        onKeyDown={(event) => {
          // The form below must not take the keys of the question over it.
          event.stopPropagation();
          if (!['mod+enter', 'mod+s'].includes(comboOf(event))) return moveOnEnter(event);
          event.preventDefault();
          void approve();
        }}
      >
        <ul className={styles.breaches} aria-label={t('order.approval.breaches')}>
          {breaches.map((breach) => (
            <li key={'of' in breach ? `${breach.code} ${breach.of}` : breach.code}>{breachText(words, breach)}</li>
          ))}
        </ul>
        <p className={styles.words}>{t('order.approval.words')}</p>
        <FormField label={t('order.approval.who')} isRequired>
          <Select
            size="small"
            aria-label={t('order.approval.who')}
            value={chosen?.id ?? null}
            options={people.map((user) => ({
              value: user.id,
              label: t('shell.userWithRole', { name: user.name, role: t(`role.${user.role}`) }),
            }))}
            onChange={(id) => {
              setChosenId(id);
              setPin('');
              setError(null);
            }}
          />
        </FormField>
        {asksPin && (
          <FormField label={t('order.approval.pin')} isRequired problem={error && errorText(t, error)}>
            <PinField
              label={t('order.approval.pin')}
              typed={pin}
              hasFocus
              isWrong={error !== null}
              onType={(typed) => {
                setPin(typed);
                setError(null);
              }}
            />
          </FormField>
        )}
        <FormField label={t('order.approval.reason')} isRequired>
          <GrowingText
            aria-label={t('order.approval.reason')}
            autoFocus={!asksPin}
            maxLength={500}
            value={reason}
            placeholder={t('order.approval.reasonHint')}
            onChange={(event) => setReason(event.target.value)}
          />
        </FormField>
        <div className={styles.foot}>
          <Button size="small" onClick={onCancel}>
            {t('order.approval.back')}
          </Button>
          <Button size="small" type="primary" htmlType="submit" disabled={!mayApprove} loading={isSaving}>
            {t('order.approval.approve')}
            <KeyHint combo="mod+enter" onSolid />
          </Button>
        </div>
      </form>
    </Modal>
  );
}
