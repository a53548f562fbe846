import { useTranslation } from 'react-i18next';
import type { TierPreview } from '../../../src-shared/tiers/segmentation-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { TierBadge } from '../../components/tier-badge.tsx';
import { countText } from '../../text/number-text.ts';
import { wholeYuanText } from './because-text.ts';
import styles from './preview.module.css';

interface Props {
  readonly preview: TierPreview;
  readonly tiers: readonly Tier[];
  /** Figures of a method that is not on screen any more. */
  readonly isBehind: boolean;
}

const loud = ['up', 'down', 'same'] as const;
const quiet = ['first', 'pinned', 'new'] as const;

/** How many go up, down, stay; and what each tier would be. */
export function PreviewSummary({ preview, tiers, isBehind }: Props) {
  const { t } = useTranslation();
  const beside = quiet.filter((step) => preview[step] > 0);
  return (
    <section aria-label={t('segmentation.summary')} aria-busy={isBehind} className={styles.summary}>
      <dl className={styles.counts}>
        {loud.map((step) => (
          <div key={step} className={styles.count} data-step={step}>
            <dt>{t(`segmentation.step.${step}`)}</dt>
            <dd data-count={step}>{countText(preview[step])}</dd>
          </div>
        ))}
      </dl>
      {beside.length > 0 && (
        <p className={styles.beside}>
          {beside.map((step) => (
            <span key={step}>
              {t(`segmentation.step.${step}`)} <strong data-count={step}>{countText(preview[step])}</strong>
            </span>
          ))}
        </p>
      )}
      <TierTable preview={preview} tiers={tiers} />
    </section>
  );
}

function TierTable({ preview, tiers }: Pick<Props, 'preview' | 'tiers'>) {
  const { t } = useTranslation();
  return (
    <table className={styles.tiers}>
      <thead>
        <tr>
          <th scope="col">{t('field.tierId')}</th>
          <th scope="col">{t('segmentation.before')}</th>
          <th scope="col">{t('segmentation.after')}</th>
          <th scope="col">{t('segmentation.salesOfTier')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.tiers.map(({ tierId, before, after, salesFen }) => (
          <tr key={tierId}>
            <td>
              <TierBadge tier={tiers.find(({ id }) => id === tierId) ?? null} />
            </td>
            <td>{countText(before)}</td>
            <td>
              {countText(after)}
              {after !== before && <Change by={after - before} />}
            </td>
            <td>{wholeYuanText(Math.round(salesFen / 100) * 100)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Change({ by }: { readonly by: number }) {
  return (
    <span className={styles.change} data-step={by > 0 ? 'up' : 'down'}>
      {by > 0 ? '+' : '−'}
      {countText(Math.abs(by))}
    </span>
  );
}
