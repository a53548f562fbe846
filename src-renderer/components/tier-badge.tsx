import { useTranslation } from 'react-i18next';
import type { Tier } from '../../src-shared/tiers/tier.ts';
import styles from './tier-badge.module.css';

/** The only place where tier colours appear. Null: 未分级, a faint dash. */
export function TierBadge({ tier }: { readonly tier: Pick<Tier, 'name' | 'color'> | null }) {
  const { t } = useTranslation();
  if (!tier) {
    return (
      <span className={styles.none}>
        <span aria-hidden>—</span>
        <span className="kb-unseen">{t('tier.none')}</span>
      </span>
    );
  }
  return (
    <span className={styles.badge} data-color={tier.color} title={t('tier.named', { name: tier.name })}>
      {tier.name}
    </span>
  );
}
