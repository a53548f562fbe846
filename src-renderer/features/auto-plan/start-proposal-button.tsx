import { Button } from 'antd';
import { CalendarCheck2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useReach } from '../../ipc/use-current-user.ts';
import { startProposal } from './proposal-store.ts';
import { useProposalBusy } from './use-proposal.ts';

/** 自动排期, for whoever may plan visits; asks nothing first: 调整 stands on the proposal. */
export function StartProposalButton() {
  const { t } = useTranslation();
  const isBusy = useProposalBusy();
  if (useReach('follow_ups.edit') === null) return null;
  return (
    <Button
      size="small"
      loading={isBusy}
      icon={<CalendarCheck2 size={14} strokeWidth={1.75} aria-hidden />}
      onClick={() => void startProposal()}
    >
      {t('autoPlan.start')}
    </Button>
  );
}
