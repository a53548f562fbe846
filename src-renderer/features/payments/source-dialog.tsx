import { Modal } from 'antd';
import { useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import type { AllocationView, RefundView } from '../../../src-shared/payments/payment.ts';
import type { PaymentRow } from '../../../src-shared/payments/payments-contract.ts';
import type { CustomerMoney } from '../../../src-shared/receivables/receivable-views.ts';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useRead } from '../../ipc/use-read.ts';
import { closeMoneyRequest } from '../../state/money-request.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { EditSourceForm } from './edit-source-form.tsx';
import { MoveForm } from './move-form.tsx';
import { RefundForm } from './refund-form.tsx';
import { SourceCard } from './source-card.tsx';
import styles from './source-dialog.module.css';
import { UseRestForm } from './use-rest-form.tsx';
import { VoidRefundForm, VoidSourceForm } from './void-forms.tsx';

/** What is being done to a payment, return or write-off. */
export type SourceMode =
  | { readonly kind: 'look' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'use' }
  | { readonly kind: 'refund' }
  | { readonly kind: 'void' }
  | { readonly kind: 'move'; readonly allocation: AllocationView }
  | { readonly kind: 'voidRefund'; readonly refund: RefundView };

/** As many as the contract takes. */
const mostNamed = 500;

/** A payment, return or write-off: what it settled, what was paid back of it, and all that can be done about it. */
export function SourceDialog({ sourceId }: { readonly sourceId: Id }) {
  const { t } = useWindowWords();
  const found = useRead('payments', 'get', { id: sourceId });
  const customerId = found.data?.customerId ?? '';
  // What it settled, however long ago, and what it can be moved to.
  const receivableIds = (found.data?.allocations ?? []).slice(0, mostNamed).map(({ receivableId }) => receivableId);
  const money = useRead(
    'receivables',
    'ofCustomer',
    { customerId, latest: 1, receivableIds },
    { enabled: found.data !== undefined },
  );
  const error = found.error ?? money.error;
  const { data: source } = found;
  return (
    <Modal
      open
      width={640}
      style={{ top: 64 }}
      title={source ? t('source.title', { kind: t(`money.source.${source.kind}`), name: source.customerName }) : ' '}
      footer={null}
      mask={{ closable: false }}
      onCancel={closeMoneyRequest}
    >
      <div className={styles.body} aria-busy={!error && !money.data}>
        {error && (
          <p className={styles.problem} role="alert">
            {errorText(t, toAppError(error))}
          </p>
        )}
        {source && money.data && <SourceBody source={source} money={money.data} />}
      </div>
    </Modal>
  );
}

function SourceBody({ source, money }: { readonly source: PaymentRow; readonly money: CustomerMoney }) {
  const [mode, setMode] = useState<SourceMode>({ kind: 'look' });
  const look = () => setMode({ kind: 'look' });
  const given = { source, money, onDone: look };
  return (
    <>
      <SourceCard source={source} money={money} isBusy={mode.kind !== 'look'} onMode={setMode} />
      {mode.kind === 'edit' && <EditSourceForm {...given} />}
      {mode.kind === 'use' && <UseRestForm {...given} />}
      {mode.kind === 'refund' && <RefundForm {...given} />}
      {mode.kind === 'void' && <VoidSourceForm {...given} />}
      {mode.kind === 'move' && <MoveForm {...given} allocation={mode.allocation} />}
      {mode.kind === 'voidRefund' && <VoidRefundForm refund={mode.refund} onDone={look} />}
    </>
  );
}
