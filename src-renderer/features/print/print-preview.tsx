import { Button } from 'antd';
import { Printer, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useBook } from '../../ipc/use-book.ts';
import { closePrintPreview, type PrintRequest, type ReportRequest } from '../../state/print-request.ts';
import { useShortcut } from '../../state/shortcuts.ts';
import { Paper } from './paper.tsx';
import styles from './print-preview.module.css';
import './print-window.css';
import { reportSheets } from './report-sheets.tsx';
import type { SheetsRead } from './sheet.ts';
import { useMorningSheets } from './use-morning-sheets.tsx';
import { useRouteSheets } from './use-route-sheets.tsx';
import { useSaveAsPdf } from './use-save-as-pdf.ts';
import { useStatementSheets } from './use-statement-sheets.tsx';

/** The window's pages over everything, as they will come out of the printer. */
export function PrintPreview({ request }: { readonly request: PrintRequest }) {
  switch (request.kind) {
    case 'route':
      return <RoutePreview request={request} />;
    case 'morning':
      return <MorningPreview request={request} />;
    case 'statement':
      return <StatementPreview request={request} />;
    case 'report':
      return <ReportPreview request={request} />;
  }
}

function RoutePreview({ request }: { readonly request: Extract<PrintRequest, { kind: 'route' }> }) {
  return <Preview title="print.route" read={useRouteSheets(request)} />;
}

function MorningPreview({ request }: { readonly request: Extract<PrintRequest, { kind: 'morning' }> }) {
  return <Preview title="print.morning" read={useMorningSheets(request.scope)} />;
}

function StatementPreview({ request }: { readonly request: Extract<PrintRequest, { kind: 'statement' }> }) {
  return <Preview title="print.statement" read={useStatementSheets(request)} saveAs={request.saveAs} />;
}

function ReportPreview({ request }: { readonly request: ReportRequest }) {
  const sheets = useMemo(() => reportSheets(request), [request]);
  return <Preview title="print.report" read={{ sheets, error: null }} />;
}

interface PreviewProps {
  readonly title: 'print.route' | 'print.morning' | 'print.statement' | 'print.report';
  readonly read: SheetsRead;
  /** The name of a PDF that the pages go into by themselves. */
  readonly saveAs?: string | undefined;
}

function Preview({ title, read, saveAs }: PreviewProps) {
  const { t } = useTranslation();
  const book = useBook();
  const [pages, setPages] = useState(0);
  const area = useRef<HTMLDivElement>(null);
  useAloneInWindow(area);
  const { sheets, error } = read;
  const isReady = sheets !== null && sheets.length > 0 && pages > 0;
  const print = useCallback(() => window.print(), []);
  const isByHand = useSaveAsPdf(saveAs, isReady);
  useShortcut('escape', closePrintPreview, { inFields: true });
  useShortcut('mod+p', print, { enabled: isReady });
  return createPortal(
    <div className={`kb-print ${styles.preview}`} role="dialog" aria-modal aria-label={t(title)}>
      <header className={styles.bar}>
        <h1 className={styles.title}>{t(title)}</h1>
        <span className={styles.count}>{isReady && t('print.pages', { count: pages })}</span>
        <span className={styles.gap} />
        {isByHand && <span role="status">{t('moneyFile.pdfByHand')}</span>}
        <Button
          type="primary"
          disabled={!isReady}
          icon={<Printer size={16} strokeWidth={1.75} aria-hidden />}
          onClick={print}
        >
          {t('print.print')}
          <KeyHint combo="mod+p" onSolid />
        </Button>
        <Button icon={<X size={16} strokeWidth={1.75} aria-hidden />} onClick={closePrintPreview}>
          {t('action.close')}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys that scroll need it */}
      <section ref={area} className={styles.area} tabIndex={0} aria-label={t('print.preview')}>
        {error !== null && <EmptyState title={errorText(t, toAppError(error))} />}
        {sheets?.length === 0 && <EmptyState title={t('print.nothing')} words={t('print.nothingWords')} />}
        {sheets && sheets.length > 0 && <Paper sheets={sheets} foot={book?.companyName ?? ''} onPages={setPages} />}
      </section>
    </div>,
    document.body,
  );
}

/** While the preview is open the rest of the window is out of reach; afterwards the focus is where it was. */
function useAloneInWindow(area: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const app = document.getElementById('root');
    app?.setAttribute('inert', '');
    area.current?.focus();
    return () => {
      app?.removeAttribute('inert');
      if (before instanceof HTMLElement) before.focus();
    };
  }, [area]);
}
