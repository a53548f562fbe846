import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../src-shared/core/id.ts';
import { fen } from '../../src-shared/core/money.ts';
import type { ReleasableAllocation } from '../../src-shared/orders/orders-contract.ts';
import type { ChosenReleases } from '../../src-shared/receivables/chosen-releases.ts';
import { moneyText } from '../text/money-text.ts';
import { MoneyText } from './money-text.tsx';
import styles from './releases-list.module.css';

interface Props {
  readonly releasable: readonly ReleasableAllocation[];
  /** In the order in which they were ticked. */
  readonly ticked: readonly Id[];
  readonly chosen: ChosenReleases;
  /** What happens to the ticked ones. */
  readonly title: string;
  readonly nameOf: (allocation: ReleasableAllocation) => string;
  readonly onTick: (ticked: readonly Id[]) => void;
}

/**
 * Which payments a smaller amount frees: the newest are ticked, the user may free others instead (domain §1). How much must
 * go is given: once enough is ticked, no more can be until one is unticked.
 */
export function ReleasesChoice({ releasable, ticked, chosen, title, nameOf, onTick }: Props) {
  const { t } = useTranslation();
  const missing = fen([...chosen.missing.values()].reduce((sum, amount) => sum + amount, 0));
  const freedOf = (id: Id) => chosen.releases.find(({ allocationId }) => allocationId === id)?.releasedFen ?? null;
  return (
    <fieldset className={styles.releases} aria-label={title}>
      <p className={styles.title}>{title}</p>
      {releasable.map((allocation) => {
        const { allocationId, receivableId, allocatedFen } = allocation;
        const isTicked = ticked.includes(allocationId);
        const freed = freedOf(allocationId);
        return (
          <div key={allocationId} className={styles.release}>
            <Checkbox
              checked={isTicked}
              disabled={!isTicked && !chosen.missing.has(receivableId)}
              onChange={() => onTick(isTicked ? ticked.filter((id) => id !== allocationId) : [...ticked, allocationId])}
            >
              {nameOf(allocation)}
            </Checkbox>
            <span className={styles.of}>{t('releases.ofAllocated', { amount: moneyText(allocatedFen) })}</span>
            <span className={styles.freed}>{freed === null ? '—' : <MoneyText amount={freed} isStrong />}</span>
          </div>
        );
      })}
      <p className={styles.hint} role="status" data-missing={missing > 0 || undefined}>
        {missing > 0 ? t('releases.missing', { amount: moneyText(missing) }) : t('releases.enough')}
      </p>
    </fieldset>
  );
}
