import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChosenCustomer, CustomerField } from '../../components/customer-field.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { StatementPane } from '../../features/statements/statement-pane.tsx';
import { TermsPanel } from '../../features/terms/terms-panel.tsx';
import styles from './payments-screen.module.css';

/** 对账单 of any customer, with room for it. */
export function StatementTab() {
  const { t } = useTranslation();
  const [customer, setCustomer] = useState<ChosenCustomer | null>(null);
  return (
    <>
      <div className={styles.choose}>
        <span>
          <CustomerField
            label={t('money.customer')}
            right="money.read"
            value={customer}
            hasFocus={customer === null}
            onChange={setCustomer}
          />
        </span>
      </div>
      {customer === null ? (
        <EmptyState title={t('desk.chooseCustomer')} words={t('desk.chooseCustomerWords')} />
      ) : (
        <div className={styles.sheet}>
          <StatementPane
            key={customer.id}
            customerId={customer.id}
            onClose={() => setCustomer(null)}
            terms={<TermsPanel customerId={customer.id} />}
          />
        </div>
      )}
    </>
  );
}
