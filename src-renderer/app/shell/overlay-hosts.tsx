import { lazy, Suspense } from 'react';
import { useDialStore } from '../../state/dial-request.ts';
import { type MoneyRequest, useMoneyRequestStore } from '../../state/money-request.ts';
import { useNewCustomerStore } from '../../state/new-customer.ts';
import { closeOverlay, useOverlayStore } from '../../state/overlays.ts';
import { usePrintStore } from '../../state/print-request.ts';
import { useUndoStore } from '../../state/undo-requests.ts';
import { JobStrip } from './job-strip.tsx';
import { ToastHost } from './toast-host.tsx';
import styles from './toasts.module.css';

const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }));
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }));
const NewCustomerForm = lazy(async () => ({
  default: (await import('../../features/customers/form/new-customer-form.tsx')).NewCustomerForm,
}));
const InboundVisitDialog = lazy(async () => ({
  default: (await import('../../features/follow-ups/inbound-visit-dialog.tsx')).InboundVisitDialog,
}));
const WinBackDialog = lazy(async () => ({
  default: (await import('../../features/warnings/win-back-dialog.tsx')).WinBackDialog,
}));
const DialDialog = lazy(async () => ({
  default: (await import('../../components/dial-dialog.tsx')).DialDialog,
}));
const UndoConflicts = lazy(async () => ({
  default: (await import('../../features/history/undo-conflicts.tsx')).UndoConflicts,
}));
const PaymentDialog = lazy(async () => ({
  default: (await import('../../features/payments/payment-dialog.tsx')).PaymentDialog,
}));
const SourceDialog = lazy(async () => ({
  default: (await import('../../features/payments/source-dialog.tsx')).SourceDialog,
}));
const ReceivableDialog = lazy(async () => ({
  default: (await import('../../features/receivables/receivable-dialog.tsx')).ReceivableDialog,
}));
const ReceivableSheet = lazy(async () => ({
  default: (await import('../../features/receivables/receivable-sheet.tsx')).ReceivableSheet,
}));
const ReceivableChangeDialog = lazy(async () => ({
  default: (await import('../../features/receivables/receivable-change-dialog.tsx')).ReceivableChangeDialog,
}));
const PromiseDialog = lazy(async () => ({
  default: (await import('../../features/payments/promise-dialog.tsx')).PromiseDialog,
}));
const PromiseOutcomeDialog = lazy(async () => ({
  default: (await import('../../features/payments/promise-outcome-dialog.tsx')).PromiseOutcomeDialog,
}));
const OrderForm = lazy(async () => ({
  default: (await import('../../features/orders/order-form.tsx')).OrderForm,
}));
const OrderSheet = lazy(async () => ({
  default: (await import('../../features/orders/order-sheet.tsx')).OrderSheet,
}));
const PrintPreview = lazy(async () => ({
  default: (await import('../../features/print/print-preview.tsx')).PrintPreview,
}));

/** What lies over any page: toasts, running jobs, palette, shortcut sheet, the question before an undo, what is printed. */
export function OverlayHosts() {
  const open = useOverlayStore((state) => state.open);
  const isCreating = useNewCustomerStore((state) => state.isOpen);
  const question = useUndoStore((state) => state.question);
  const dialled = useDialStore((state) => state.request);
  const printed = usePrintStore((state) => state.request);
  const money = useMoneyRequestStore((state) => state.request);
  return (
    <>
      <div className={styles.corner}>
        <JobStrip />
        <ToastHost />
      </div>
      <Suspense fallback={null}>
        {open === 'palette' && <CommandPalette onClose={closeOverlay} />}
        {open === 'inboundVisit' && <InboundVisitDialog onClose={closeOverlay} />}
        {open === 'winBack' && <WinBackDialog onClose={closeOverlay} />}
        {open === 'shortcuts' && <ShortcutSheet onClose={closeOverlay} />}
        {isCreating && <NewCustomerForm />}
        {dialled && <DialDialog request={dialled} />}
        {question && <UndoConflicts question={question} />}
        {money && <MoneyOverlay request={money} />}
        {printed && <PrintPreview request={printed} />}
      </Suspense>
    </>
  );
}

function MoneyOverlay({ request }: { readonly request: MoneyRequest }) {
  switch (request.kind) {
    case 'payment':
      return <PaymentDialog customerId={request.customerId} receivableId={request.receivableId ?? null} />;
    case 'source':
      return <SourceDialog sourceId={request.sourceId} />;
    case 'receivable':
      return <ReceivableDialog customerId={request.customerId} />;
    case 'receivableSheet':
      return <ReceivableSheet customerId={request.customerId} receivableId={request.receivableId} />;
    case 'receivableChange':
      return <ReceivableChangeDialog receivable={request.receivable} change={request.change} />;
    case 'promise':
      return <PromiseDialog customerId={request.customerId} receivableId={request.receivableId ?? null} />;
    case 'promiseOutcome':
      return (
        <PromiseOutcomeDialog promise={request.promise} customerName={request.customerName} chosen={request.outcome} />
      );
    case 'newOrder':
      return <OrderForm customerId={request.customerId} />;
    case 'order':
      return <OrderSheet orderId={request.orderId} />;
  }
}
