import { Button, Checkbox } from 'antd';
import { ArrowLeft, Download } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck, ImportRow } from '../../../src-shared/files-in/imports-contract.ts';
import { JobProgressLine } from '../../components/job-progress.tsx';
import { TabStrip } from '../../components/tab-strip.tsx';
import { countText } from '../../text/number-text.ts';
import { CheckGrid } from './check-grid.tsx';
import { CheckReasons } from './check-reasons.tsx';
import styles from './check-step.module.css';
import { ColumnQuestions } from './column-questions.tsx';
import { commitImport, endImport, saveProblemRows } from './import-flow.ts';
import { changeImport, showRows, useImport, wholeSheet } from './import-store.ts';
import wizard from './import-wizard.module.css';
import { RowDecision } from './row-decision.tsx';

const results = ['new', 'update', 'skip', 'error', 'question'] as const;
const tabs = ['all', ...results] as const;

/** Step 3: what will happen to every row, and the place to change it. */
export function CheckStep() {
  const { t } = useTranslation();
  const check = useImport((state) => state.check);
  const filter = useImport((state) => state.filter);
  const checkNumber = useImport((state) => state.checkNumber);
  const isBusy = useImport((state) => state.running !== null);
  const [asked, setAsked] = useState<ImportRow | null>(null);
  const ask = useCallback((row: ImportRow) => setAsked(row), []);
  if (!check) return null;
  const tab = filter.result === null || filter.result === 'problems' ? 'all' : filter.result;
  return (
    <>
      <ColumnQuestions questions={check.columnQuestions} />
      <div className={styles.body}>
        <div className={styles.main}>
          <div className={styles.tabs}>
            <TabStrip
              label={t('imports.tab.label')}
              controls="import-rows"
              current={tab}
              items={tabs.map((key) =>
                key === 'all'
                  ? { key, label: t('imports.tab.all'), count: check.total }
                  : { key, label: t(`imports.result.${key}`), count: check[key] },
              )}
              onChoose={(key) => showRows({ result: key === 'all' ? null : key, reason: null })}
            />
            <Checkbox
              checked={filter.result === 'problems'}
              onChange={(event) => showRows(event.target.checked ? { result: 'problems', reason: null } : wholeSheet)}
            >
              {t('imports.check.onlyProblems')}
            </Checkbox>
          </div>
          <CheckGrid key={check.fields.join()} fields={check.fields} checkNumber={checkNumber} onAsk={ask} />
        </div>
        {check.reasons.length > 0 && <CheckReasons check={check} filter={filter} onFilter={showRows} />}
      </div>
      <CheckFoot check={check} isBusy={isBusy} />
      {asked && <RowDecision key={asked.row} row={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function CheckFoot({ check, isBusy }: { readonly check: ImportCheck; readonly isBusy: boolean }) {
  const { t } = useTranslation();
  const running = useImport((state) => state.running);
  const left = check.total - check.willWrite;
  const words =
    check.willWrite === 0
      ? t(check.total === 0 ? 'imports.check.noRows' : 'imports.check.nothingToWrite')
      : t(left === 0 ? 'imports.check.willWriteAll' : 'imports.check.willWrite', {
          rows: countText(check.willWrite),
          left: countText(left),
        });
  return (
    <footer className={wizard.foot}>
      <Button
        icon={<ArrowLeft size={16} strokeWidth={1.75} aria-hidden />}
        disabled={isBusy}
        onClick={() => changeImport({ step: 'columns', notice: null })}
      >
        {t('imports.back')}
      </Button>
      <Button type="text" disabled={isBusy} onClick={() => void endImport()}>
        {t('imports.cancel')}
      </Button>
      {running ? (
        <div className={wizard.footWords}>
          <JobProgressLine jobId={running.jobId} title={t(`imports.running.${running.work}`)} />
        </div>
      ) : (
        <>
          <span className={wizard.footWords}>{words}</span>
          {check.error + check.question + check.skip > 0 && (
            <Button icon={<Download size={16} strokeWidth={1.75} aria-hidden />} onClick={() => void saveProblemRows()}>
              {t('imports.check.saveProblems')}
            </Button>
          )}
          <Button type="primary" disabled={check.willWrite === 0} onClick={() => void commitImport()}>
            {t('imports.check.commit', { count: check.willWrite, shown: countText(check.willWrite) })}
          </Button>
        </>
      )}
    </footer>
  );
}
