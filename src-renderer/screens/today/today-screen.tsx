import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PaneDock } from '../../components/pane-dock.tsx';
import { ProposalLine } from '../../features/segmentation/proposal-line.tsx';
import { TodayBoard } from '../../features/today/today-board.tsx';
import { TodayHeader } from '../../features/today/today-header.tsx';
import { openHere, usePaneHere } from '../../features/today/use-opened-here.ts';
import { personsOf, useTodayLists } from '../../features/today/use-today.ts';
import { useTodayScope } from '../../features/today/use-today-scope.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useIsEmptyBook } from '../../ipc/use-is-empty-book.ts';
import { openCustomer } from '../../state/open-customer.ts';
import { goTo } from '../../state/page.ts';
import { showPrintPreview } from '../../state/print-request.ts';
import { saveLayout } from '../../state/saved-layout.ts';
import { CustomerPane, paneTabLayoutKey } from '../customers/customer-pane.tsx';
import { CustomersFirstRun } from '../customers/customers-first-run.tsx';
import { showPaymentsTab } from '../payments/payments-tabs.ts';
import { showTiersTab } from '../tiers/tiers-tabs.ts';
import { showDueCustomers } from './show-due-customers.ts';
import styles from './today-screen.module.css';
import { useTodayCommands } from './use-today-commands.ts';
import { useTodayWarnings, useWarnedHere } from './use-today-warnings.tsx';

/** 今日: what to do now, in order; everything on it can be done here. */
export function TodayScreen() {
  const { t } = useTranslation();
  if (useIsEmptyBook()) {
    return (
      <>
        <PageHeader title={t('page.today')} />
        <CustomersFirstRun />
      </>
    );
  }
  return <Day />;
}

function Day() {
  const { t } = useTranslation();
  const { scope } = useTodayScope();
  const lists = useTodayLists(scope, useWarnedHere(scope));
  const pane = usePaneHere();
  const warnings = useTodayWarnings(scope, pane.id);
  const today = useToday();
  const { current } = useUsers();
  const userId = current?.id ?? null;
  const printRoute = useCallback(
    () => showPrintPreview({ kind: 'route', from: today, to: today, ...personsOf(scope, userId) }),
    [today, scope, userId],
  );
  const printMorning = useCallback(() => showPrintPreview({ kind: 'morning', scope }), [scope]);
  useTodayCommands(printRoute, printMorning);
  return (
    <div className={styles.screen}>
      <section className={styles.day} aria-label={t('page.today')}>
        <TodayHeader lists={lists} onPrint={printMorning} />
        <ProposalLine onLook={showProposal} />
        <TodayBoard
          lists={lists}
          paneId={pane.id}
          onOpen={openHere}
          onHistory={openHistory}
          onClosePane={() => openCustomer(null)}
          onPrintRoute={printRoute}
          onShowAllDue={() => showDueCustomers(scope, userId)}
          onShowMoney={showCallList}
          warnings={warnings}
        />
      </section>
      {pane.id !== null && (
        <PaneDock label={t('pane.label')} layoutKey="customers.paneWidth">
          <CustomerPane key={`${pane.id} ${pane.times}`} id={pane.id} onBack={focusBoard} />
        </PaneDock>
      )}
    </div>
  );
}

/** 回款计划: whom to call, and what was promised. */
function showCallList(): void {
  showPaymentsTab('plan');
  goTo('payments');
}

/** What was done before the app was started is taken back from the customer's own history. */
function openHistory(customerId: string): void {
  saveLayout(paneTabLayoutKey, 'history');
  openHere(customerId);
}

/** The month's proposal beside the ladder. */
function showProposal(): void {
  showTiersTab('ladder');
  goTo('tiers');
}

/** Back from the pane to the line one stood on: the one line that is a stop of Tab. */
function focusBoard(): void {
  document.querySelector<HTMLElement>('[data-row] [data-main][tabindex="0"]')?.focus();
}
