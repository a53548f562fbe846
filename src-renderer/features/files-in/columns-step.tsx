import { Button } from 'antd';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { importTargets } from '../../../src-shared/files-in/import-targets.ts';
import { JobProgressLine } from '../../components/job-progress.tsx';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { countText } from '../../text/number-text.ts';
import { ColumnTable } from './column-table.tsx';
import styles from './columns-step.module.css';
import { checkRows, endImport } from './import-flow.ts';
import { ImportOptions } from './import-options.tsx';
import { changeImport, useImport } from './import-store.ts';
import wizard from './import-wizard.module.css';
import { missingNeed } from './mapping-draft.ts';
import { importFieldText } from './row-words.ts';

/** Step 2: which column is what, and how rows meet the customers there are. */
export function ColumnsStep() {
  const { t } = useTranslation();
  const { plan, mapping, running, ownerForNew } = useImport();
  const { current } = useUsers();
  const reach = useReach('import.customers');
  const isOwnOnly = reach === 'own';
  if (!plan || !mapping) return null;
  const mapped = mapping.columns.filter((each) => each.field !== null).length;
  const unmapped = mapping.columns.length - mapped;
  const missing = missingNeed(importTargets[plan.target], mapping);
  const isNamed = missing === null;
  const owner = isOwnOnly || ownerForNew === undefined ? (current?.id ?? null) : ownerForNew;
  return (
    <>
      <div className={styles.body}>
        <ColumnTable plan={plan} mapping={mapping} />
        <ImportOptions
          plan={plan}
          mapping={mapping}
          owner={owner}
          isOwnOnly={isOwnOnly}
          mayMakeCustomers={reach === 'all'}
        />
      </div>
      <footer className={wizard.foot}>
        <Button
          icon={<ArrowLeft size={16} strokeWidth={1.75} aria-hidden />}
          disabled={running !== null}
          onClick={() => changeImport({ step: 'file', notice: null })}
        >
          {t('imports.back')}
        </Button>
        <Button type="text" disabled={running !== null} onClick={() => void endImport()}>
          {t('imports.cancel')}
        </Button>
        {running ? (
          <div className={wizard.footWords}>
            <JobProgressLine jobId={running.jobId} title={t(`imports.running.${running.work}`)} />
          </div>
        ) : (
          <>
            <span className={isNamed ? wizard.footWords : wizard.footProblem} role="status">
              {isNamed
                ? `${t('imports.columns.mapped', { count: mapped, shown: countText(mapped) })}${
                    unmapped > 0
                      ? ` · ${t('imports.columns.unmapped', { count: unmapped, shown: countText(unmapped) })}`
                      : ''
                  }`
                : t('imports.columns.need', { field: importFieldText(t, missing) })}
            </span>
            <Button type="primary" disabled={!isNamed} onClick={() => void checkRows(owner)}>
              {t('imports.columns.check')}
            </Button>
          </>
        )}
      </footer>
    </>
  );
}
