import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PaneDock } from '../../components/pane-dock.tsx';
import { LadderView } from '../../features/ladder/ladder-view.tsx';
import { MethodPanel } from '../../features/segmentation/method-panel.tsx';
import { ProposalLine } from '../../features/segmentation/proposal-line.tsx';
import { useMethod } from '../../features/segmentation/use-method.ts';
import { useTierPreview } from '../../features/segmentation/use-tier-preview.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { CustomerPane } from '../customers/customer-pane.tsx';
import styles from './tiers-screen.module.css';
import { useCustomerHere } from './use-customer-here.ts';

interface Props {
  readonly head: ReactNode;
  readonly panelId: string;
}

const noTiers: never[] = [];

/** 阶梯: the ladder, and beside it how tiers are set; the customer one looks at takes the panel's place. */
export function LadderTab({ head, panelId }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const mayMeasure = useReach('measures.read') !== null;
  const tried = useMethod();
  const reading = useTierPreview(mayMeasure ? (tried?.method ?? null) : null, tried?.asOf ?? today);
  const tiers = useRead('tiers', 'list', {}).data?.tiers.filter(({ isArchived }) => !isArchived) ?? noTiers;
  const customer = useCustomerHere();
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        {head}
        <ProposalLine />
        <div id={panelId} role="tabpanel" className={styles.panel} aria-label={t('tiersPage.tab.ladder')}>
          <LadderView preview={reading.answer?.preview ?? null} onOpenCustomer={customer.open} />
        </div>
      </div>
      {customer.id !== null && (
        <PaneDock label={t('pane.label')} layoutKey="customers.paneWidth">
          <CustomerPane key={customer.id} id={customer.id} onBack={noFocus} />
        </PaneDock>
      )}
      {customer.id === null && mayMeasure && tried && (
        <PaneDock label={t('segmentation.title')} layoutKey="tiers.paneWidth" first={400} min={360}>
          <MethodPanel tried={tried} reading={reading} tiers={tiers} onOpen={customer.open} />
        </PaneDock>
      )}
    </div>
  );
}

/** The list one came from is drawn again when the pane closes: there is no line to go back to. */
function noFocus(): void {}
