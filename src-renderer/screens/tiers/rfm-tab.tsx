import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaneDock } from '../../components/pane-dock.tsx';
import { exportRfm } from '../../features/segmentation/rfm/export-rfm.ts';
import type { RfmChoice } from '../../features/segmentation/rfm/rfm-choice.ts';
import { RfmList } from '../../features/segmentation/rfm/rfm-list.tsx';
import { type RfmQuestion, RfmView } from '../../features/segmentation/rfm/rfm-view.tsx';
import { useRfm } from '../../features/segmentation/rfm/use-rfm.ts';
import { useToday } from '../../ipc/use-book.ts';
import { CustomerPane } from '../customers/customer-pane.tsx';
import styles from './tiers-screen.module.css';
import { useCustomerHere } from './use-customer-here.ts';

interface Props {
  readonly head: ReactNode;
  readonly panelId: string;
}

/** RFM, and beside it the customers of what was clicked. */
export function RfmTab({ head, panelId }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const [question, setQuestion] = useState<RfmQuestion>({ asOf: null, windowMonths: null });
  const [chosen, setChosen] = useState<RfmChoice | null>(null);
  const reading = useRfm(question.asOf ?? today, question.windowMonths);
  const customer = useCustomerHere();
  const rfmId = reading.answer?.cuts ? reading.answer.rfmId : null;
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        {head}
        <div id={panelId} role="tabpanel" className={styles.panel} aria-label={t('tiersPage.tab.rfm')}>
          <RfmView reading={reading} question={question} onAsk={setQuestion} chosen={chosen} onChoose={setChosen} />
        </div>
      </div>
      {customer.id !== null && (
        <PaneDock label={t('pane.label')} layoutKey="customers.paneWidth">
          <CustomerPane key={customer.id} id={customer.id} onBack={noFocus} />
        </PaneDock>
      )}
      {customer.id === null && rfmId !== null && chosen && (
        <PaneDock label={t('rfm.list')} layoutKey="tiers.paneWidth" first={400} min={360}>
          <RfmList
            rfmId={rfmId}
            choice={chosen}
            onOpen={customer.open}
            onClose={() => setChosen(null)}
            onExport={(choice) => void exportRfm(question, today, choice)}
            onExpired={reading.askAgain}
          />
        </PaneDock>
      )}
    </div>
  );
}

/** The list one came from is drawn again when the pane closes: there is no line to go back to. */
function noFocus(): void {}
