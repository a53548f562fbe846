import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type ImportStep, importSteps } from './import-store.ts';
import styles from './step-strip.module.css';

/** Where in the import one is; not a way to jump, because each step needs the one before. */
export function StepStrip({ step }: { readonly step: ImportStep }) {
  const { t } = useTranslation();
  const at = importSteps.indexOf(step);
  return (
    <ol className={styles.strip} aria-label={t('imports.stepsLabel')}>
      {importSteps.map((each, index) => {
        const isDone = index < at || step === 'done';
        return (
          <li
            key={each}
            className={styles.step}
            data-state={isDone ? 'done' : index === at ? 'here' : 'ahead'}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={styles.disc} aria-hidden>
              {isDone ? <Check size={12} strokeWidth={2.5} /> : index + 1}
            </span>
            {t(`imports.step.${each}`)}
          </li>
        );
      })}
    </ol>
  );
}
