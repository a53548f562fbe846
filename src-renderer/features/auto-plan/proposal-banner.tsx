import { Button, Popover } from 'antd';
import { CalendarCheck2, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { acceptedAtOnce } from '../../../src-shared/visits/visits-contract.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { AdjustProposal } from './adjust-proposal.tsx';
import styles from './proposal-banner.module.css';
import { acceptProposal, dropProposal } from './proposal-store.ts';
import { proposalWords } from './proposal-words.ts';
import { useProposal } from './use-proposal.ts';

/** Over the calendar while there is a proposal: what it is, 调整, 放弃, 接受. Nothing without one. */
export function ProposalBanner() {
  const words = useWindowWords();
  const { t } = words;
  const shown = useProposal();
  const [isAdjusting, setAdjusting] = useState(false);
  if (!shown) return null;
  const { proposal, entries, ticked, isBusy } = shown;
  const isTooMany = ticked > acceptedAtOnce;
  return (
    <section className={styles.banner} aria-label={t('autoPlan.label')}>
      <CalendarCheck2 className={styles.icon} size={16} strokeWidth={1.75} aria-hidden />
      <p className={styles.words} role="status">
        <strong>{t('autoPlan.title', { count: entries.length, shown: countText(entries.length) })}</strong>{' '}
        {proposalWords(words, proposal, entries)}
      </p>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={isAdjusting}
        onOpenChange={setAdjusting}
        destroyOnHidden
        content={<AdjustProposal onDone={() => setAdjusting(false)} />}
      >
        <Button
          size="small"
          type="text"
          disabled={isBusy}
          icon={<SlidersHorizontal size={14} strokeWidth={1.75} aria-hidden />}
        >
          {t('autoPlan.adjust')}
        </Button>
      </Popover>
      <Button size="small" type="text" disabled={isBusy} onClick={dropProposal}>
        {t('autoPlan.drop')}
      </Button>
      <Button
        size="small"
        type="primary"
        loading={isBusy}
        disabled={ticked === 0 || isTooMany}
        title={isTooMany ? t('autoPlan.tooMany', { most: countText(acceptedAtOnce) }) : undefined}
        onClick={() => void acceptProposal()}
      >
        {t('autoPlan.accept', { count: ticked, shown: countText(ticked) })}
      </Button>
    </section>
  );
}
