import { Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AgingRow } from '../../../../src-shared/receivables/receivable-views.ts';
import { client } from '../../../ipc/client.ts';
import { sayError, settled } from '../../../ipc/report.ts';
import { useMay } from '../../../ipc/use-current-user.ts';
import { askMoney } from '../../../state/money-request.ts';
import { openCustomer, writeFollowUp } from '../../../state/open-customer.ts';
import { goTo } from '../../../state/page.ts';
import { notifyDone } from '../../../state/toasts.ts';
import type { AgingMenuWish } from './aging-grid.tsx';
import styles from './aging-menu.module.css';

interface Props {
  readonly wish: AgingMenuWish;
  readonly onStatement: (row: AgingRow) => void;
  readonly onDetail: (row: AgingRow) => void;
  readonly onClose: () => void;
}

/** The right-click menu of one customer's line. */
export function AgingMenu({ wish, onStatement, onDetail, onClose }: Props) {
  const { t } = useTranslation();
  const { row } = wish;
  const { customerId } = row;
  const mayEdit = useMay('money.edit', row.ownerId);
  const mayFollow = useMay('follow_ups.edit', row.ownerId);
  const name = row.customerName ?? '';
  const copy = async () => {
    const done = await settled(client.book.copyText({ text: name }));
    if (done.ok) notifyDone(t('rowMenu.copied', { text: name }));
    else sayError(done.error);
  };
  const leave = (go: () => void) => () => {
    goTo('customers');
    go();
  };
  const items: MenuProps['items'] = [
    { key: 'statement', label: t('desk.menu.statement'), onClick: () => onStatement(row) },
    { key: 'detail', label: t('desk.menu.detail'), disabled: row.openFen === 0, onClick: () => onDetail(row) },
    { type: 'divider' },
    {
      key: 'pay',
      label: t('money.pay'),
      disabled: !mayEdit,
      onClick: () => askMoney({ kind: 'payment', customerId }),
    },
    {
      key: 'promise',
      label: t('money.promise'),
      disabled: !mayFollow,
      onClick: () => askMoney({ kind: 'promise', customerId }),
    },
    {
      key: 'follow',
      label: t('rowMenu.followUp'),
      disabled: !mayFollow,
      onClick: leave(() => writeFollowUp(customerId)),
    },
    { type: 'divider' },
    { key: 'open', label: t('desk.menu.customer'), onClick: leave(() => openCustomer(customerId)) },
    { key: 'copy', label: t('rowMenu.copyName'), disabled: name === '', onClick: () => void copy() },
  ];
  return (
    <Dropdown
      open
      trigger={['click']}
      menu={{ items, onClick: onClose }}
      autoFocus
      onOpenChange={(open) => !open && onClose()}
    >
      <span className={styles.spot} style={{ left: wish.x, top: wish.y }} />
    </Dropdown>
  );
}
