import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '../../../src-shared/files-in/imports-contract.ts';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import styles from './columns-step.module.css';
import { openSheet } from './import-flow.ts';

interface Props {
  readonly plan: ImportPlan;
  readonly isBusy: boolean;
}

/** What the sheet is taken for. Another choice matches its columns anew. */
export function TargetChoice({ plan, isBusy }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.option}>
      <span className={styles.legend}>{t('imports.target.label')}</span>
      <ChoiceChips
        label={t('imports.target.label')}
        choices={plan.allowed.map((name) => ({ key: name, label: t(`imports.target.${name}`) }))}
        value={plan.target}
        isDisabled={isBusy}
        onChange={(target) => void openSheet(plan.sheetIndex, null, target)}
      />
      <p className={styles.small}>{t(`imports.target.words.${plan.target}`)}</p>
    </div>
  );
}
