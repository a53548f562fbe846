import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PaneDock } from '../../components/pane-dock.tsx';
import { TabStrip } from '../../components/tab-strip.tsx';
import { MoneyExportMenu } from '../../features/files-out/money-export-menu.tsx';
import { StatementFileButtons } from '../../features/files-out/statement-file-buttons.tsx';
import { OrderList } from '../../features/orders/order-list.tsx';
import { PaymentList } from '../../features/payments/payment-list.tsx';
import { AsOfPicker } from '../../features/receivables/aging/as-of-picker.tsx';
import { StatementPane } from '../../features/statements/statement-pane.tsx';
import { TermsPanel } from '../../features/terms/terms-panel.tsx';
import { useReach } from '../../ipc/use-current-user.ts';
import styles from './payments-screen.module.css';
import { paymentsTabs, showPaymentsTab, usePaymentsTab } from './payments-tabs.ts';
import { PlanTab } from './plan-tab.tsx';
import { ReceivablesTab } from './receivables-tab.tsx';
import { RecordMenu } from './record-menu.tsx';
import { StatementTab } from './statement-tab.tsx';

const panelId = 'payments-panel';

/** 收款: who owes what, what was sold and paid, what is promised, and the statement of each. */
export function PaymentsScreen() {
  const { t } = useTranslation();
  const reach = useReach('money.read');
  if (reach === null) {
    return (
      <>
        <PageHeader title={t('page.payments')} />
        <EmptyState title={t('desk.notYours')} />
      </>
    );
  }
  return <Desk />;
}

function Desk() {
  const { t } = useTranslation();
  const tab = usePaymentsTab();
  const [openId, setOpenId] = useState<Id | null>(null);
  const hasPane = openId !== null && (tab === 'receivables' || tab === 'plan');
  return (
    <div className={styles.screen}>
      <div className={styles.list}>
        <PageHeader title={t('page.payments')} wraps>
          <TabStrip
            label={t('page.payments')}
            items={paymentsTabs.map((key) => ({ key, label: t(`desk.tab.${key}`) }))}
            current={tab}
            onChoose={showPaymentsTab}
            controls={panelId}
          />
          <span className={styles.actions}>
            {tab === 'receivables' && <AsOfPicker />}
            <MoneyExportMenu />
            <RecordMenu />
          </span>
        </PageHeader>
        <div id={panelId} role="tabpanel" className={styles.panel} aria-label={t(`desk.tab.${tab}`)}>
          {tab === 'receivables' && <ReceivablesTab openId={openId} onOpen={setOpenId} />}
          {tab === 'orders' && <OrderList customerId={null} />}
          {tab === 'payments' && <PaymentList />}
          {tab === 'plan' && <PlanTab onOpen={setOpenId} />}
          {tab === 'statement' && <StatementTab />}
        </div>
      </div>
      {hasPane && (
        <PaneDock label={t('desk.tab.statement')} layoutKey="payments.paneWidth" first={432}>
          <div className={styles.pane} data-statement tabIndex={-1}>
            <StatementPane
              key={openId}
              customerId={openId}
              onClose={() => setOpenId(null)}
              terms={<TermsPanel customerId={openId} />}
              actions={(span) => <StatementFileButtons customerId={openId} span={span} />}
            />
          </div>
        </PaneDock>
      )}
    </div>
  );
}
