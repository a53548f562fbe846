import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { useReach } from '../../ipc/use-current-user.ts';
import { useCommandStore } from '../../state/commands.ts';
import { askMoney } from '../../state/money-request.ts';

/** Nothing was ever sold: where to enter or bring in orders. */
export function NoOrders() {
  const { t } = useTranslation();
  const maySell = useReach('orders.edit') !== null;
  // Offered app-wide to who may (app/shell): the import that asks for a file of orders.
  const importOrders = useCommandStore((state) => state.commands.find(({ id }) => id === 'import.orders'));
  return (
    <EmptyState title={t('segmentation.problem.noOrders')} words={t('segmentation.problem.noOrdersWords')}>
      {maySell && (
        <Button type="primary" onClick={() => askMoney({ kind: 'newOrder', customerId: null })}>
          {t('customerMoney.newOrder')}
        </Button>
      )}
      {importOrders && <Button onClick={importOrders.run}>{t('segmentation.problem.import')}</Button>}
    </EmptyState>
  );
}
