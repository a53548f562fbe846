import { lazy, Suspense } from 'react';
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
const UndoConflicts = lazy(async () => ({
  default: (await import('../../features/history/undo-conflicts.tsx')).UndoConflicts,
}));
const PrintPreview = lazy(async () => ({
  default: (await import('../../features/print/print-preview.tsx')).PrintPreview,
}));

/** What lies over any page: toasts, running jobs, palette, shortcut sheet, the question before an undo, what is printed. */
export function OverlayHosts() {
  const open = useOverlayStore((state) => state.open);
  const isCreating = useNewCustomerStore((state) => state.isOpen);
  const question = useUndoStore((state) => state.question);
  const printed = usePrintStore((state) => state.request);
  return (
    <>
      <div className={styles.corner}>
        <JobStrip />
        <ToastHost />
      </div>
      <Suspense fallback={null}>
        {open === 'palette' && <CommandPalette onClose={closeOverlay} />}
        {open === 'inboundVisit' && <InboundVisitDialog onClose={closeOverlay} />}
        {open === 'shortcuts' && <ShortcutSheet onClose={closeOverlay} />}
        {isCreating && <NewCustomerForm />}
        {question && <UndoConflicts question={question} />}
        {printed && <PrintPreview request={printed} />}
      </Suspense>
    </>
  );
}
