import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { closePrintPreview } from '../../state/print-request.ts';
import { notifyDone } from '../../state/toasts.ts';

/** Once the pages are there, saves them as a PDF where the user says; where the window cannot, its print dialog does. */
export function useSaveAsPdf(saveAs: string | undefined, isReady: boolean): void {
  const { t } = useTranslation();
  const isAsked = useRef(false);
  useEffect(() => {
    if (saveAs === undefined || !isReady || isAsked.current) return;
    isAsked.current = true;
    void (async () => {
      const saved = await settled(client.exports.savePdf({ proposedName: saveAs }));
      if (!saved.ok) {
        sayError(saved.error);
        return;
      }
      const outcome = saved.value;
      if (outcome.kind === 'by_hand') {
        // The page stays, because the print dialog takes it from here.
        notifyDone(t('moneyFile.pdfByHand'));
        window.print();
        return;
      }
      closePrintPreview();
      if (outcome.kind !== 'saved') return;
      const { path } = outcome;
      notifyDone(t('moneyFile.pdfSaved'), null, {
        label: t('export.show'),
        run: () => void client.exports.showInFolder({ path }),
      });
    })();
  }, [saveAs, isReady, t]);
}
