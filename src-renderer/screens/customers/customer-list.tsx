import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { BulkBar } from '../../features/customers/list/bulk-bar.tsx';
import { CustomerGrid, type RowMenuWish } from '../../features/customers/list/customer-grid.tsx';
import { isFiltered } from '../../features/customers/list/customer-view.ts';
import { FilterBar } from '../../features/customers/list/filter-bar.tsx';
import { ListFooter } from '../../features/customers/list/list-footer.tsx';
import { RowMenu } from '../../features/customers/list/row-menu.tsx';
import { tickedCount } from '../../features/customers/list/ticked.ts';
import { useTicked } from '../../features/customers/list/ticked-store.ts';
import { useCurrentView } from '../../features/customers/list/use-current-view.ts';
import { useGridKeys } from '../../features/customers/list/use-grid-keys.ts';
import { useGridRows } from '../../features/customers/list/use-grid-rows.ts';
import { clearFilters, showTab, useCustomerView } from '../../features/customers/list/view-store.ts';
import { usePreferences } from '../../ipc/use-preferences.ts';
import { searchCustomers, useCustomerSearch } from '../../state/customer-search.ts';
import { openNewCustomer } from '../../state/new-customer.ts';
import { useOpenCustomer } from '../../state/open-customer.ts';
import { openStatement } from '../payments/payments-tabs.ts';
import styles from './customers-screen.module.css';
import { useListCommands } from './use-list-commands.ts';

/** Filters or the bulk bar, the grid, its footer and its menus. */
export function CustomerList() {
  const view = useCurrentView();
  // The infinite row model reads the height of a row once: another density is another grid.
  const { density } = usePreferences();
  const openId = useOpenCustomer((state) => state.id);
  const { ticked, viewCount } = useTicked();
  const [menu, setMenu] = useState<RowMenuWish | null>(null);
  const { api, onReady, onStand, onRowKey } = useGridKeys(view);
  const rows = useGridRows(api, view);
  const { exportView } = useListCommands(view);
  const look = useCustomerView();
  const search = useCustomerSearch((state) => state.text);
  return (
    <>
      {view && tickedCount(ticked, viewCount) > 0 ? <BulkBar view={view} onExport={exportView} /> : <FilterBar />}
      <div className={styles.grid}>
        <CustomerGrid
          key={density}
          view={view}
          openId={openId}
          onReady={onReady}
          onStand={onStand}
          onRowKey={onRowKey}
          onMenu={setMenu}
        />
        {rows.count === 0 && (
          <div className={styles.over}>
            <NothingHere isFiltered={isFiltered(look, search)} isWholeBook={look.tab === 'all'} />
          </div>
        )}
      </div>
      <ListFooter rows={rows} isFiltered={isFiltered(look, search)} view={view} />
      {menu && <RowMenu wish={menu} onClose={() => setMenu(null)} onStatement={openStatement} />}
    </>
  );
}

interface NothingHereProps {
  readonly isFiltered: boolean;
  readonly isWholeBook: boolean;
}

function NothingHere({ isFiltered: isNarrowed, isWholeBook }: NothingHereProps) {
  const { t } = useTranslation();
  const clearAll = useMemo(
    () => () => {
      searchCustomers('');
      clearFilters();
    },
    [],
  );
  if (isNarrowed) {
    return (
      <EmptyState title={t('list.nothingFound')} words={t('list.nothingFoundWords')}>
        <Button onClick={clearAll}>{t('list.clearAll')}</Button>
      </EmptyState>
    );
  }
  if (!isWholeBook) {
    return (
      <EmptyState title={t('list.emptyTab')} words={t('list.emptyTabWords')}>
        <Button onClick={() => showTab('all')}>{t('list.showAll')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('list.emptyBook')} words={t('list.emptyBookWords')}>
      <Button type="primary" onClick={openNewCustomer}>
        {t('command.newCustomer')}
      </Button>
    </EmptyState>
  );
}
