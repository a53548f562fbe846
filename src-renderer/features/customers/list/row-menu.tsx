import { Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../src-shared/core/id.ts';
import type { BulkChange } from '../../../../src-shared/customers/customers-contract.ts';
import { client } from '../../../ipc/client.ts';
import { useMay, useReach } from '../../../ipc/use-current-user.ts';
import { askMoney } from '../../../state/money-request.ts';
import { writeFollowUp } from '../../../state/open-customer.ts';
import { notifyDone } from '../../../state/toasts.ts';
import { bulkEdit } from './bulk-edit.ts';
import { ownerItems, tagItems, tierItems } from './change-menu.ts';
import type { RowMenuWish } from './customer-grid.tsx';
import styles from './row-menu.module.css';
import { withTicks } from './ticked.ts';
import { setTicked, useTicked } from './ticked-store.ts';
import { useMenuWords } from './use-menu-words.ts';

interface Props {
  readonly wish: RowMenuWish;
  readonly onClose: () => void;
  /** 对账单 of the customer, on its own page. */
  readonly onStatement: (customer: { readonly id: Id; readonly name: string }) => void;
}

/** The right-click menu of one customer. */
export function RowMenu({ wish, onClose, onStatement }: Props) {
  const { t } = useTranslation();
  const words = useMenuWords();
  const { row } = wish;
  const mayEdit = useMay('customers.edit', row.ownerId);
  const mayFollow = useMay('follow_ups.edit', row.ownerId);
  const mayReadMoney = useMay('money.read', row.ownerId);
  const mayPay = useMay('money.edit', row.ownerId);
  const maySell = useMay('orders.edit', row.ownerId);
  const mayGiveTier = useReach('tiers.edit') !== null;
  const apply = (change: BulkChange) => void bulkEdit({ kind: 'ids', ids: [row.id] }, change);
  const copy = async (text: string) => {
    const done = await client.book.copyText({ text });
    if (done.ok) notifyDone(t('rowMenu.copied', { text }));
  };
  const items: MenuProps['items'] = [
    { key: 'follow', label: t('rowMenu.followUp'), disabled: !mayFollow, onClick: () => writeFollowUp(row.id) },
    ...(mayReadMoney
      ? [
          {
            key: 'pay',
            label: t('money.pay'),
            disabled: !mayPay,
            onClick: () => askMoney({ kind: 'payment', customerId: row.id }),
          },
          {
            key: 'order',
            label: t('rowMenu.newOrder'),
            disabled: !maySell,
            onClick: () => askMoney({ kind: 'newOrder', customerId: row.id }),
          },
          {
            key: 'statement',
            label: t('desk.tab.statement'),
            onClick: () => onStatement({ id: row.id, name: row.name }),
          },
        ]
      : []),
    {
      key: 'tick',
      label: t('rowMenu.tick'),
      onClick: () => setTicked(withTicks(useTicked.getState().ticked, [row.id], true)),
    },
    { type: 'divider' },
    {
      key: 'copyPhone',
      label: t('rowMenu.copyPhone'),
      disabled: row.phone === null,
      onClick: () => row.phone !== null && void copy(row.phone),
    },
    { key: 'copyName', label: t('rowMenu.copyName'), onClick: () => void copy(row.name) },
    { type: 'divider' },
    ...(mayGiveTier
      ? [{ key: 'tier', label: t('bulk.tier'), disabled: !mayEdit, children: tierItems(words, apply) }]
      : []),
    { key: 'owner', label: t('bulk.owner'), disabled: !mayEdit, children: ownerItems(words, apply) },
    { key: 'addTag', label: t('bulk.addTag'), disabled: !mayEdit, children: tagItems(words, 'addTag', apply) },
    { type: 'divider' },
    { key: 'bin', label: t('action.delete'), disabled: !mayEdit, onClick: () => apply({ kind: 'bin' }) },
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
