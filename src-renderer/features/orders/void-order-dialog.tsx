import { Modal } from 'antd';
import { useState } from 'react';
import { fen } from '../../../src-shared/core/money.ts';
import type { OrderDetail } from '../../../src-shared/orders/order.ts';
import { DayField, ReasonField } from '../../components/change-fields.tsx';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { client } from '../../ipc/client.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './order-sheet.module.css';

/** 作废, with its day and reason; says what becomes prepayment. */
export function VoidOrderDialog({ order, onClose }: { readonly order: OrderDetail; readonly onClose: () => void }) {
  const { t, today } = useWindowWords();
  const [on, setOn] = useState(today < order.issuedOn ? order.issuedOn : today);
  const [reason, setReason] = useState('');
  const { error, isSaving, run, missing } = useChange(onClose);
  const settledFen = fen(order.instalments.reduce((sum, part) => sum + part.amountFen - part.openFen, 0));
  const save = () => {
    if (reason.trim() === '') return missing('reason');
    void run(() => client.orders.void({ id: order.id, on, reason }), t('order.void.done', { no: order.orderNo }));
  };
  return (
    <Modal open width={480} title={t('order.void.of', { no: order.orderNo })} footer={null} onCancel={onClose}>
      <p className={styles.words}>
        {settledFen > 0 ? t('order.void.frees', { amount: moneyText(settledFen) }) : t('order.void.words')}
      </p>
      <ChangeForm label={t('order.void.title')} isDanger isSaving={isSaving} onSave={save} onCancel={onClose}>
        <DayField value={on} problem={problemOf(t, error, 'on')} onChange={setOn} />
        <ReasonField
          value={reason}
          isRequired
          hasFocus
          maxLength={500}
          problem={problemOf(t, error, 'reason')}
          onChange={setReason}
        />
      </ChangeForm>
    </Modal>
  );
}
