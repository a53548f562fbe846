import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ScoreWeights, scoreParts } from '../../../src-shared/tiers/methods/score.ts';
import { HeldSlider } from './held-slider.tsx';
import styles from './method-panel.module.css';
import { filledTo100, weightSum, withWeight } from './score-weights.ts';

interface Props {
  readonly weights: ScoreWeights;
  readonly onChange: (weights: ScoreWeights) => void;
}

/** What the score is made of, in percent; together 100, or nothing runs. */
export function WeightRows({ weights, onChange }: Props) {
  const { t } = useTranslation();
  const sum = weightSum(weights);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend does not take part in the layout of its fieldset
    <div className={styles.weights} role="group" aria-label={t('segmentation.weights')}>
      <p className={styles.words}>{t('segmentation.weights')}</p>
      {scoreParts.map((part) => {
        const label = t(`segmentation.part.${part}`);
        return (
          <div key={part} className={styles.weight} title={t(`segmentation.partWords.${part}`)}>
            <span className={styles.part}>{label}</span>
            <HeldSlider
              className={styles.slider ?? ''}
              min={0}
              max={100}
              step={5}
              value={weights[part]}
              tooltip={{ formatter: null }}
              ariaLabelForHandle={t('segmentation.slider', { what: label })}
              onChange={(weight) => onChange(withWeight(weights, part, weight))}
            />
            <InputNumber<number>
              size="small"
              className={styles.weightNumber ?? ''}
              controls={false}
              styles={{ input: { textAlign: 'right' } }}
              suffix="%"
              aria-label={label}
              min={0}
              max={100}
              precision={0}
              value={weights[part]}
              onChange={(weight) => weight !== null && onChange(withWeight(weights, part, weight))}
            />
          </div>
        );
      })}
      <p className={styles.sum} role="status" data-wrong={sum !== 100 || undefined}>
        {sum === 100 && t('segmentation.sumRight')}
        {sum < 100 && t('segmentation.sumLess', { sum, left: 100 - sum })}
        {sum > 100 && t('segmentation.sumMore', { sum, over: sum - 100 })}
        {sum !== 100 && (
          <button type="button" className={styles.link} onClick={() => onChange(filledTo100(weights))}>
            {t('segmentation.fill')}
          </button>
        )}
      </p>
    </div>
  );
}
