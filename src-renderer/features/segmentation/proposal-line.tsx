import { Button } from 'antd';
import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { monthName } from '../../text/day-text.ts';
import styles from './proposal-line.module.css';

interface Props {
  /** Left out: one is looking at it already. */
  readonly onLook?: () => void;
}

/** The month's proposal, for who may apply it, until it is looked at or left; never applied by itself (domain §4). */
export function ProposalLine({ onLook }: Props) {
  const { t } = useTranslation();
  const mayApply = useReach('tiers.edit') !== null;
  const methods = useRead('segmentation', 'methods', {}, { enabled: mayApply, keepShowing: true }).data;
  if (!mayApply || !methods?.current || methods.proposalOf === null) return null;
  const month = monthName(t, methods.proposalOf);
  return (
    <div className={styles.line} role="note">
      <Layers size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
      <span className={styles.words}>
        {t(onLook ? 'segmentation.proposalWaits' : 'segmentation.proposalHere', {
          month,
          method: t(`segmentation.kind.${methods.current}`),
        })}
      </span>
      <Button
        size="small"
        type="text"
        onClick={() => void reported(client.segmentation.dismissProposal({}), t('segmentation.dismissed', { month }))}
      >
        {t('segmentation.notNow')}
      </Button>
      {onLook && (
        <Button size="small" onClick={onLook}>
          {t('segmentation.look')}
        </Button>
      )}
    </div>
  );
}
