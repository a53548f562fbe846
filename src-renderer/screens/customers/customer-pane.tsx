import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '../../components/empty-state.tsx';
import { TabStrip } from '../../components/tab-strip.tsx';
import { AnniversaryList } from '../../features/anniversaries/anniversary-list.tsx';
import { AttachmentList } from '../../features/attachments/attachment-list.tsx';
import { ContactList } from '../../features/contacts/contact-list.tsx';
import { primaryFirst } from '../../features/contacts/primary-first.ts';
import { CostList } from '../../features/costs/cost-list.tsx';
import { MoneyFigures } from '../../features/customer-money/money-figures.tsx';
import { MoneyTab } from '../../features/customer-money/money-tab.tsx';
import { type Cadence, cadenceOf } from '../../features/customers/pane/cadence.ts';
import { Overview } from '../../features/customers/pane/overview.tsx';
import { PaneHeader } from '../../features/customers/pane/pane-header.tsx';
import type { ReadCustomer } from '../../features/customers/pane/save-field.ts';
import { StatementFileButtons } from '../../features/files-out/statement-file-buttons.tsx';
import { CustomerHistory } from '../../features/history/customer-history.tsx';
import { DealJudgement } from '../../features/loyalty/deal-judgement.tsx';
import { LoyaltyPanel } from '../../features/loyalty/loyalty-panel.tsx';
import { StatementPane } from '../../features/statements/statement-pane.tsx';
import { TermsPanel } from '../../features/terms/terms-panel.tsx';
import { Timeline } from '../../features/timeline/timeline.tsx';
import { OpenVisits } from '../../features/visits/open-visits.tsx';
import { WarningBanner } from '../../features/warnings/warning-banner.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/error-text.ts';
import { reported } from '../../ipc/report.ts';
import { useMay, useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { askMoney } from '../../state/money-request.ts';
import { openCustomer, wishFollowUp } from '../../state/open-customer.ts';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';
import styles from './customer-pane.module.css';
import { FollowUpArea } from './follow-up-area.tsx';

const tabs = ['overview', 'timeline', 'contacts', 'visits', 'money', 'loyalty', 'attachments', 'history'] as const;
type PaneTab = (typeof tabs)[number];
/** Where the tab shown last is remembered. */
export const paneTabLayoutKey = 'customers.paneTab';
const bodyId = 'customer-pane-body';

interface Props {
  readonly id: string;
  /** Gives the focus back to the list. */
  readonly onBack: () => void;
}

/** The docked pane: who it is, the line after each call, and everything known. */
export function CustomerPane({ id, onBack }: Props) {
  const { t } = useTranslation();
  const customer = useRead('customers', 'get', { id }, { keepShowing: true });
  if (customer.data) return <Pane customer={customer.data} onBack={onBack} />;
  if (!customer.error) return null;
  return (
    <EmptyState title={errorText(t, toAppError(customer.error))}>
      <Button onClick={() => openCustomer(null)}>{t('pane.close')}</Button>
    </EmptyState>
  );
}

function Pane({ customer, onBack }: { readonly customer: ReadCustomer; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const tier = tiers.find((known) => known.id === customer.tierId) ?? null;
  const cadence = cadenceOf(customer, tier);
  const [tab, setTab] = useState<PaneTab>(() => readLayout(paneTabLayoutKey, z.enum(tabs)) ?? 'timeline');
  const [hasStatement, setStatement] = useState(false);
  const mayReadMoney = useMay('money.read', customer.ownerId);
  const menuItems = useMoneyMenu(customer);
  const show = (chosen: PaneTab) => {
    setTab(chosen);
    saveLayout(paneTabLayoutKey, chosen);
  };
  const shown = tab === 'money' && !mayReadMoney ? 'timeline' : tab;
  if (hasStatement && mayReadMoney) {
    return (
      <StatementPane
        customerId={customer.id}
        isNameLink={false}
        onClose={() => setStatement(false)}
        terms={<TermsPanel customerId={customer.id} />}
        actions={(span) => <StatementFileButtons customerId={customer.id} span={span} />}
      />
    );
  }
  return (
    <>
      <PaneHeader
        customer={customer}
        tier={tier}
        onClose={() => openCustomer(null)}
        menuItems={menuItems}
        figures={mayReadMoney && <MoneyFigures customerId={customer.id} onOpen={() => show('money')} />}
      />
      {customer.deletedAt !== null && <InBin customer={customer} />}
      {customer.deletedAt === null && (
        <WarningBanner key={customer.id} customer={customer} tierName={tier?.name ?? null} onShow={show} />
      )}
      <FollowUpArea
        customer={customer}
        cadence={cadence}
        cadenceText={cadenceText(t, cadence, tier?.name ?? '')}
        onBack={onBack}
      />
      <div className={styles.tabs}>
        <TabStrip
          label={t('pane.tabs')}
          controls={bodyId}
          items={tabs
            .filter((key) => key !== 'money' || mayReadMoney)
            .map((key) => ({ key, label: t(`pane.tab.${key}`) }))}
          current={shown}
          onChoose={show}
        />
      </div>
      <div className={styles.body} role="tabpanel" id={bodyId} aria-label={t(`pane.tab.${shown}`)}>
        <TabBody tab={shown} customer={customer} cadenceDays={cadence.days} onStatement={() => setStatement(true)} />
      </div>
    </>
  );
}

function cadenceText(t: TFunction, cadence: Cadence, tierName: string): string {
  return t(`pane.cadence.${cadence.from}`, { count: cadence.days, tier: tierName });
}

interface TabBodyProps {
  readonly tab: PaneTab;
  readonly customer: ReadCustomer;
  readonly cadenceDays: number;
  readonly onStatement: () => void;
}

function TabBody({ tab, customer, cadenceDays, onStatement }: TabBodyProps) {
  const mayEdit = useMay('customers.edit', customer.ownerId) && customer.deletedAt === null;
  const mayFollow = useMay('follow_ups.edit', customer.ownerId) && customer.deletedAt === null;
  switch (tab) {
    case 'overview':
      return <Overview customer={customer} />;
    case 'timeline':
      return <Timeline customerId={customer.id} contacts={primaryFirst(customer)} mayEdit={mayFollow} />;
    case 'contacts':
      return (
        <>
          <ContactList
            customerId={customer.id}
            contacts={customer.contacts}
            primaryContactId={customer.primaryContactId}
            mayEdit={mayEdit}
          />
          <AnniversaryList
            key={customer.id}
            customerId={customer.id}
            contacts={primaryFirst(customer)}
            mayEdit={mayEdit}
          />
        </>
      );
    case 'visits':
      return (
        <OpenVisits
          customer={{ id: customer.id, name: customer.name, ownerId: customer.ownerId }}
          openPlans={customer.openPlans}
          cadenceDays={cadenceDays}
          mayEdit={mayFollow}
          onComplete={() => wishFollowUp(customer.id)}
        />
      );
    case 'money':
      return (
        <MoneyTab
          customerId={customer.id}
          ownerId={customer.ownerId}
          isInBin={customer.deletedAt !== null}
          onStatement={onStatement}
          terms={
            <>
              <TermsPanel customerId={customer.id} />
              <DealJudgement
                customerId={customer.id}
                ownerId={customer.ownerId}
                isReadOnly={customer.deletedAt !== null}
              />
              <CostList customerId={customer.id} ownerId={customer.ownerId} isReadOnly={customer.deletedAt !== null} />
            </>
          }
        />
      );
    case 'loyalty':
      return <LoyaltyPanel key={customer.id} customer={customer} />;
    case 'attachments':
      return <AttachmentList customerId={customer.id} mayEdit={mayFollow} />;
    case 'history':
      return <CustomerHistory customerId={customer.id} />;
  }
}

/** 记回款 and 新建销售单 in the head's menu, for who may. */
function useMoneyMenu({ id, ownerId, deletedAt }: ReadCustomer) {
  const { t } = useTranslation();
  const mayPay = useMay('money.edit', ownerId) && deletedAt === null;
  const maySell = useMay('orders.edit', ownerId) && deletedAt === null;
  return [
    ...(mayPay
      ? [
          {
            key: 'payment',
            label: t('customerMoney.record'),
            onClick: () => askMoney({ kind: 'payment', customerId: id }),
          },
        ]
      : []),
    ...(maySell
      ? [
          {
            key: 'order',
            label: t('customerMoney.newOrder'),
            onClick: () => askMoney({ kind: 'newOrder', customerId: id }),
          },
        ]
      : []),
  ];
}

/** A customer in the bin can be looked at, and brought back. */
function InBin({ customer }: { readonly customer: ReadCustomer }) {
  const { t } = useTranslation();
  const mayRestore = useReach('bin.restore') !== null;
  return (
    <div className={styles.inBin} role="status">
      <span>{t('pane.inBin')}</span>
      {mayRestore && (
        <Button
          size="small"
          onClick={() =>
            void reported(client.customers.restore({ ids: [customer.id] }), t('pane.restored', { name: customer.name }))
          }
        >
          {t('pane.restore')}
        </Button>
      )}
    </div>
  );
}
