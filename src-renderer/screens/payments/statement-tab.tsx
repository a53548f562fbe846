import { useTranslation } from 'react-i18next';
import { CustomerField } from '../../components/customer-field.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { StatementFileButtons } from '../../features/files-out/statement-file-buttons.tsx';
import { StatementPane } from '../../features/statements/statement-pane.tsx';
import { TermsPanel } from '../../features/terms/terms-panel.tsx';
import styles from './payments-screen.module.css';
import { chooseStatementOf, useStatementOf } from './payments-tabs.ts';

/** 对账单 of any customer, with room for it. */
export function StatementTab() {
  const { t } = useTranslation();
  const customer = useStatementOf();
  return (
    <>
      <div className={styles.choose}>
        <span>
          <CustomerField
            label={t('money.customer')}
            right="money.read"
            value={customer}
            hasFocus={customer === null}
            onChange={chooseStatementOf}
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
            onClose={() => chooseStatementOf(null)}
            terms={<TermsPanel customerId={customer.id} />}
            actions={(span) => <StatementFileButtons customerId={customer.id} span={span} />}
          />
        </div>
      )}
    </>
  );
}
