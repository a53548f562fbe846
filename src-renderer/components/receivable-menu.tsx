import { Dropdown, type MenuProps } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReceivableView } from '../../src-shared/receivables/receivable-views.ts';
import { useMay } from '../ipc/use-current-user.ts';
import { askMoney, type ReceivableChange } from '../state/money-request.ts';
import { receivableText } from '../text/receivable-text.ts';
import { useWindowWords } from '../text/use-window-words.ts';
import styles from './receivable-menu.module.css';

interface Props {
  readonly receivable: ReceivableView;
  /** Of its customer; null: nobody's. */
  readonly ownerId: string | null;
}

/** Everything that can be done to a debt besides paying it; the forms open over the page. */
export function ReceivableMenu({ receivable, ownerId }: Props) {
  const words = useWindowWords();
  const { t } = useTranslation();
  const mayEdit = useMay('money.edit', ownerId);
  const mayPromise = useMay('follow_ups.edit', ownerId);
  const { orderId, customerId } = receivable;
  const isOpen = receivable.openFen > 0;
  const change = (wanted: ReceivableChange) => ({
    key: wanted,
    label: t(`money.change.${wanted}`),
    onClick: () => askMoney({ kind: 'receivableChange', receivable, change: wanted }),
  });
  const items: MenuProps['items'] = [
    ...(orderId === null
      ? []
      : [{ key: 'order', label: t('money.openOrder'), onClick: () => askMoney({ kind: 'order', orderId }) }]),
    ...(mayPromise && isOpen
      ? [
          {
            key: 'promise',
            label: t('money.promise'),
            onClick: () => askMoney({ kind: 'promise', customerId, receivableId: receivable.id }),
          },
        ]
      : []),
    ...(mayEdit && receivable.voidedOn === null
      ? [
          change('due'),
          // An order's amount is that of its lines, and it is voided whole.
          ...(orderId === null ? [change('amount')] : []),
          {
            ...change('dispute'),
            label: t(receivable.disputeReason === null ? 'money.change.dispute' : 'money.change.disputed'),
          },
          ...(isOpen ? [change('writeOff')] : []),
          ...(orderId === null ? [change('void')] : []),
        ]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <Dropdown autoFocus trigger={['click']} menu={{ items }} placement="bottomRight">
      <button
        type="button"
        className={styles.button}
        aria-label={t('money.moreOf', { name: receivableText(words, receivable) })}
      >
        <Ellipsis size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </Dropdown>
  );
}
