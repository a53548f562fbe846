import { useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import type { PaymentReason, PaymentRecordRules } from '../../../src-shared/payments/payment-record.ts';
import type { ReceivableView } from '../../../src-shared/receivables/receivable-views.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { askMoney } from '../../state/money-request.ts';
import { countText } from '../../text/number-text.ts';
import { receivableDueText, receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './terms-panel.module.css';
import { reasonText } from './terms-words.ts';

interface Props {
  readonly reasons: readonly PaymentReason[];
  readonly receivables: readonly ReceivableView[];
  readonly rules: PaymentRecordRules;
}

/** Why the grade is what it is; each reason opens the receivables that say so. */
export function RecordReasons({ reasons, receivables, rules }: Props) {
  const [open, setOpen] = useState<PaymentReason['code'] | null>(null);
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason.code}>
          <Reason
            reason={reason}
            rules={rules}
            isOpen={open === reason.code}
            receivables={receivables}
            onToggle={() => setOpen(open === reason.code ? null : reason.code)}
          />
        </li>
      ))}
    </ul>
  );
}

interface ReasonProps {
  readonly reason: PaymentReason;
  readonly rules: PaymentRecordRules;
  readonly isOpen: boolean;
  readonly receivables: readonly ReceivableView[];
  readonly onToggle: () => void;
}

function Reason({ reason, rules, isOpen, receivables, onToggle }: ReasonProps) {
  const { t } = useWindowWords();
  const text = reasonText(t, reason, rules);
  const wanted = new Set<Id>(reason.receivableIds);
  const behind = receivables.filter(({ id }) => wanted.has(id));
  if (wanted.size === 0) return <span className={styles.reason}>{text}</span>;
  return (
    <>
      <button type="button" className={styles.reason} aria-expanded={isOpen} onClick={onToggle}>
        {text}
        <span className={styles.rowCount}>
          {t('terms.rows', { count: wanted.size, shown: countText(wanted.size) })}
        </span>
      </button>
      {isOpen && (
        <ul className={styles.rows}>
          {behind.map((receivable) => (
            <Row key={receivable.id} receivable={receivable} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ receivable }: { readonly receivable: ReceivableView }) {
  const words = useWindowWords();
  const { orderId, amountFen, openFen, settlement } = receivable;
  const name = receivableText(words, receivable);
  const due = receivableDueText(words, receivable);
  return (
    <li className={styles.row}>
      {orderId === null ? (
        <span className={styles.rowName}>{name}</span>
      ) : (
        <button type="button" className={styles.rowName} onClick={() => askMoney({ kind: 'order', orderId })}>
          {name}
        </button>
      )}
      <span className={styles.rowDue} data-tone={due.tone}>
        {settlement === 'settled' ? words.t('terms.dueWas', { day: receivable.dueOn }) : due.text}
      </span>
      <MoneyText amount={openFen > 0 ? openFen : amountFen} tone={openFen > 0 ? 'plain' : 'quiet'} />
    </li>
  );
}
