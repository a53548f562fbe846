import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PaneDock } from '../../components/pane-dock.tsx';
import { CustomerTabs } from '../../features/customers/list/customer-tabs.tsx';
import { ExportDialogHost } from '../../features/files-out/export-dialog.tsx';
import { useIsEmptyBook } from '../../ipc/use-is-empty-book.ts';
import { focusCustomerRow } from '../../state/customer-search.ts';
import { useOpenCustomer } from '../../state/open-customer.ts';
import { CustomerList } from './customer-list.tsx';
import { CustomerPane } from './customer-pane.tsx';
import { CustomersFirstRun } from './customers-first-run.tsx';
import styles from './customers-screen.module.css';

/** 客户: the list, and beside it the customer the user stands on. */
export function CustomersScreen() {
  const { t } = useTranslation();
  const openId = useOpenCustomer((state) => state.id);
  if (useIsEmptyBook()) {
    return (
      <>
        <PageHeader title={t('page.customers')} />
        <CustomersFirstRun />
      </>
    );
  }
  return (
    <div className={styles.screen}>
      <div className={styles.list}>
        <PageHeader title={t('page.customers')}>
          <CustomerTabs />
        </PageHeader>
        <CustomerList />
      </div>
      <ExportDialogHost />
      {openId !== null && (
        <PaneDock label={t('pane.label')} layoutKey="customers.paneWidth">
          <CustomerPane key={openId} id={openId} onBack={focusCustomerRow} />
        </PaneDock>
      )}
    </div>
  );
}
