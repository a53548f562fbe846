import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { readYuan } from '../../../src-shared/core/money.ts';
import type { TierMethodKind } from '../../../src-shared/tiers/segmentation-contract.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { TierBadge } from '../../components/tier-badge.tsx';
import { countText } from '../../text/number-text.ts';
import { cutNumberText } from './because-text.ts';
import { type CutScale, heldBetween, movedTo } from './cut-scale.ts';
import { HeldSlider } from './held-slider.tsx';
import styles from './method-panel.module.css';

interface Props {
  readonly kind: TierMethodKind;
  readonly tier: Pick<Tier, 'name' | 'color'>;
  readonly cuts: readonly number[];
  readonly at: number;
  readonly scale: CutScale;
  readonly onChange: (cut: number) => void;
}

/** The cut below a tier: a slider and a number that are the same thing. */
export function CutRow({ kind, tier, cuts, at, scale, onChange }: Props) {
  const { t } = useTranslation();
  const cut = cuts[at] ?? 0;
  const label = t(`segmentation.cutOf.${kind}`, { tier: tier.name });
  return (
    <div className={styles.cut}>
      <TierBadge tier={tier} />
      <span className={styles.sign} aria-hidden>
        {kind === 'abc' ? '<' : '≥'}
      </span>
      <HeldSlider
        className={styles.slider ?? ''}
        min={scale.min}
        max={scale.max}
        value={scale.toPosition(cut)}
        tooltip={{ formatter: null }}
        ariaLabelForHandle={t('segmentation.slider', { what: label })}
        ariaValueTextFormatterForHandle={() => cutNumberText(kind, cut)}
        onChange={(position) => onChange(heldBetween(cuts, at, movedTo(cut, position, scale), scale))}
      />
      <CutNumber kind={kind} label={label} cut={cut} onChange={onChange} />
    </div>
  );
}

interface NumberProps {
  readonly kind: TierMethodKind;
  readonly label: string;
  readonly cut: number;
  readonly onChange: (cut: number) => void;
}

function CutNumber({ kind, label, cut, onChange }: NumberProps) {
  if (kind === 'thresholds') {
    return (
      <InputNumber<number>
        size="small"
        className={styles.number ?? ''}
        controls={false}
        styles={{ input: { textAlign: 'right' } }}
        prefix="¥"
        aria-label={label}
        min={1}
        max={9_999_999_999}
        precision={0}
        value={cut / 100}
        // What is being typed stays as typed: `1.2万` must not be regrouped under the caret.
        formatter={(value, { userTyping, input }) => (userTyping ? input : countText(Number(value)))}
        parser={readTyped}
        onChange={(yuan) => yuan !== null && onChange(Math.round(yuan * 100))}
      />
    );
  }
  const [min, max] = { abc: [1, 100], rfm: [3, 15], score: [0, 100] }[kind] as [number, number]; // Safe: pairs above.
  return (
    <InputNumber<number>
      size="small"
      className={styles.number ?? ''}
      controls={false}
      styles={{ input: { textAlign: 'right' } }}
      {...(kind === 'abc' ? { suffix: '%' } : {})}
      aria-label={label}
      min={min}
      max={max}
      precision={kind === 'score' ? 1 : 0}
      {...(kind === 'score' ? { formatter: (value) => (value === undefined ? '' : String(Number(value))) } : {})}
      value={cut}
      onChange={(typed) => typed !== null && onChange(typed)}
    />
  );
}

/** Yuan as people write them; what cannot be read is no number, and the field falls back to what it was. */
function readTyped(text: string | undefined): number {
  const reading = readYuan(text ?? '');
  // Nothing and less than nothing are no thresholds: the least one must not take their place unasked.
  return reading.kind === 'amount' && reading.fen >= 100 ? reading.fen / 100 : Number.NaN;
}
