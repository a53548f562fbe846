import i18next from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../src-shared/core/assert-never.ts';
import type { ImportPlan } from '../../../src-shared/files-in/imports-contract.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { notifyDone } from '../../state/toasts.ts';
import { countText } from '../../text/number-text.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import { endImport } from './import-flow.ts';
import { type ImportStep, useImport } from './import-store.ts';
import styles from './import-wizard.module.css';
import { StepStrip } from './step-strip.tsx';

interface Props {
  readonly onToCustomers: () => void;
  readonly onToPayments: () => void;
}

/** Four steps in one window; nothing is written before the last. */
export function ImportWizard({ onToCustomers, onToPayments }: Props) {
  const { t } = useTranslation();
  const step = useImport((state) => state.step);
  const plan = useImport((state) => state.plan);
  const checked = useImport((state) => state.check?.total ?? null);
  const notice = useImport((state) => state.notice);
  useEffect(() => leave, []);
  return (
    <div className={styles.wizard}>
      <PageHeader title={plan ? t(`imports.title.${plan.target}`) : t('page.import')}>
        <p className={styles.about}>
          {plan &&
            t('imports.about', {
              file: plan.fileName,
              sheet: plan.sheetName,
              rows: countText(checked ?? rowsBelowHeader(plan)),
            })}
        </p>
        <StepStrip step={step} />
      </PageHeader>
      {notice && (
        <p className={styles.notice} role="status">
          {t(`imports.${notice}`)}
        </p>
      )}
      <StepBody step={step} onToCustomers={onToCustomers} onToPayments={onToPayments} />
    </div>
  );
}

/** What is above the headings, and they themselves, are no rows to import: the check counts as many. */
function rowsBelowHeader({ rows, firstDataRow }: ImportPlan): number {
  return Math.max(0, rows - firstDataRow + 1);
}

function StepBody({ step, ...ways }: Props & { readonly step: ImportStep }) {
  switch (step) {
    case 'file':
      return <FileStep />;
    case 'columns':
      return <ColumnsStep />;
    case 'check':
      return <CheckStep />;
    case 'done':
      return <DoneStep {...ways} />;
    default:
      return assertNever(step);
  }
}

/** Leaving half-way loses nothing, and says so; one that is done makes room for the next. */
function leave(): void {
  const { step } = useImport.getState();
  if (step === 'columns' || step === 'check') notifyDone(i18next.t('imports.kept'));
  if (step === 'done') void endImport();
}
