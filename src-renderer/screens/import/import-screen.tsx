import { ImportWizard } from '../../features/files-in/import-wizard.tsx';
import { goTo } from '../../state/page.ts';

/** 导入. */
export function ImportScreen() {
  return <ImportWizard onToCustomers={() => goTo('customers')} onToPayments={() => goTo('payments')} />;
}
