import { useTranslation } from 'react-i18next';
import type { TermsAdvice } from '../../src-shared/terms/terms-advice.ts';
import styles from './advice-chip.module.css';

const tones: Readonly<Record<TermsAdvice, 'good' | 'plain' | 'careful' | 'stop'>> = {
  preferential: 'good',
  preferential_small: 'good',
  standard: 'plain',
  insufficient_history: 'plain',
  industry_standard_strict: 'careful',
  stop: 'stop',
};

/** 交易条件建议 in a few words. */
export function AdviceChip({ advice }: { readonly advice: TermsAdvice }) {
  const { t } = useTranslation();
  return (
    <span className={styles.chip} data-tone={tones[advice]}>
      {t(`terms.advice.${advice}`)}
    </span>
  );
}
