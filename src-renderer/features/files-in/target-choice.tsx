import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '../../../src-shared/files-in/imports-contract.ts';
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
      <Segmented
        block
        size="small"
        aria-label={t('imports.target.label')}
        disabled={isBusy}
        value={plan.target}
        options={plan.allowed.map((name) => ({ value: name, label: t(`imports.target.${name}`) }))}
        onChange={(target) => void openSheet(plan.sheetIndex, null, target)}
      />
      <p className={styles.small}>{t(`imports.target.words.${plan.target}`)}</p>
    </div>
  );
}
