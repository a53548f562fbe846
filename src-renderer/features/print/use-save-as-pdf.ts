import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { closePrintPreview } from '../../state/print-request.ts';
import { notifyDone } from '../../state/toasts.ts';

/**
 * Once the pages are there, saves them as a PDF where the user says and closes the preview. True: this window cannot, so
 * its print dialog was opened, and the preview stays and says what to choose there.
 */
export function useSaveAsPdf(saveAs: string | undefined, isReady: boolean): boolean {
  const { t } = useTranslation();
  const isAsked = useRef(false);
  const [isByHand, setIsByHand] = useState(false);
  useEffect(() => {
    if (saveAs === undefined || !isReady || isAsked.current) return;
    isAsked.current = true;
    void (async () => {
      const saved = await settled(client.exports.savePdf({ proposedName: saveAs }));
      if (saved.ok && saved.value.kind === 'by_hand') return setIsByHand(true);
      // Messages are said over the page, and the preview would lie over them.
      closePrintPreview();
      if (!saved.ok) return sayError(saved.error);
      if (saved.value.kind !== 'saved') return;
      const { path } = saved.value;
      notifyDone(t('moneyFile.pdfSaved'), null, {
        label: t('export.show'),
        run: () => void client.exports.showInFolder({ path }),
      });
    })();
  }, [saveAs, isReady, t]);
  // A browser's print dialog holds the page: what to choose there must be on show before it opens.
  useEffect(() => {
    if (!isByHand) return;
    const shown = setTimeout(() => window.print(), 300);
    return () => clearTimeout(shown);
  }, [isByHand]);
  return isByHand;
}
