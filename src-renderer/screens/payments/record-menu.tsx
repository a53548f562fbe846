import { Button, Dropdown, Space } from 'antd';
import { ChevronDown, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useReach } from '../../ipc/use-current-user.ts';
import { askMoney } from '../../state/money-request.ts';

/** 记回款, and behind the arrow what else is entered here: a balance from before Keben, an order. */
export function RecordMenu() {
  const { t } = useTranslation();
  const mayPay = useReach('money.edit') !== null;
  const maySell = useReach('orders.edit') !== null;
  if (!mayPay) return null;
  const others = [
    { key: 'receivable' as const, label: t('receivable.title') },
    ...(maySell ? [{ key: 'newOrder' as const, label: t('order.newTitle') }] : []),
  ];
  return (
    <Space.Compact>
      <Button
        size="small"
        type="primary"
        icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
        onClick={() => askMoney({ kind: 'payment', customerId: null })}
      >
        {t('money.pay')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: others.map(({ key, label }) => ({
            key,
            label,
            onClick: () => askMoney({ kind: key, customerId: null }),
          })),
        }}
      >
        <Button
          size="small"
          type="primary"
          aria-label={t('desk.enterOther')}
          title={t('desk.enterOther')}
          icon={<ChevronDown size={14} strokeWidth={1.75} aria-hidden />}
        />
      </Dropdown>
    </Space.Compact>
  );
}
