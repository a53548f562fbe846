import { InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { tierMethodKinds } from '../../../src-shared/tiers/methods/default-methods.ts';
import type { TierMethodInput } from '../../../src-shared/tiers/segmentation-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { CutRow } from './cut-row.tsx';
import { cutScale, withCut } from './cut-scale.ts';
import styles from './method-panel.module.css';
import { chooseMethod, tryMethod } from './method-store.ts';
import { WeightRows } from './weight-rows.tsx';

interface Props {
  readonly method: TierMethodInput;
  /** In use, the highest first. */
  readonly tiers: readonly Tier[];
}

/** Which of the four methods, and its cuts. */
export function MethodForm({ method, tiers }: Props) {
  const { t } = useTranslation();
  const scale = cutScale(method.kind, method.cuts);
  const fits = method.cuts.length === tiers.length - 1;
  return (
    <div className={styles.form}>
      <Segmented
        block
        aria-label={t('segmentation.method')}
        value={method.kind}
        options={tierMethodKinds.map((kind) => ({ value: kind, label: t(`segmentation.kind.${kind}`) }))}
        onChange={chooseMethod}
      />
      <p className={styles.words}>{t(`segmentation.kindWords.${method.kind}`)}</p>
      {method.kind === 'rfm' && <WindowField method={method} />}
      {fits &&
        tiers
          .slice(0, -1)
          .map((tier, at) => (
            <CutRow
              key={tier.id}
              kind={method.kind}
              tier={tier}
              cuts={method.cuts}
              at={at}
              scale={scale}
              onChange={(cut) => tryMethod(withCut(method, at, cut))}
            />
          ))}
      {method.kind === 'score' && (
        <WeightRows weights={method.weights} onChange={(weights) => tryMethod({ ...method, weights })} />
      )}
    </div>
  );
}

type RfmMethod = Extract<TierMethodInput, { readonly kind: 'rfm' }>;

/** All history, or the last months only. */
function WindowField({ method }: { readonly method: RfmMethod }) {
  const { t } = useTranslation();
  const { windowMonths } = method;
  return (
    <div className={styles.window}>
      <span>{t('segmentation.window')}</span>
      <Select
        size="small"
        aria-label={t('segmentation.window')}
        value={windowMonths === null ? 'all' : 'months'}
        options={[
          { value: 'all', label: t('segmentation.windowAll') },
          { value: 'months', label: t('segmentation.windowLast') },
        ]}
        onChange={(chosen) => tryMethod({ ...method, windowMonths: chosen === 'all' ? null : 24 })}
      />
      {windowMonths !== null && (
        <InputNumber<number>
          size="small"
          className={styles.months ?? ''}
          aria-label={t('segmentation.windowMonths')}
          min={1}
          max={240}
          precision={0}
          suffix={t('segmentation.months')}
          value={windowMonths}
          onChange={(months) => months !== null && tryMethod({ ...method, windowMonths: months })}
        />
      )}
    </div>
  );
}
