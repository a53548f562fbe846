import { Button } from 'antd';
import { CircleCheck, Download, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { JobProgressLine } from '../../components/job-progress.tsx';
import { takeBack } from '../../ipc/take-back.ts';
import { useRead } from '../../ipc/use-read.ts';
import { countText } from '../../text/number-text.ts';
import styles from './done-step.module.css';
import { endImport, saveProblemRows } from './import-flow.ts';
import { useImport } from './import-store.ts';

/** Step 4: what came in, and the ways on: undo, the rows left out, the customers. */
export function DoneStep({ onToCustomers }: { readonly onToCustomers: () => void }) {
  const { t } = useTranslation();
  const outcome = useImport((state) => state.outcome);
  const running = useImport((state) => state.running);
  const batches = useRead('imports', 'batches', {});
  if (!outcome) return null;
  const isUndone = batches.data?.batches.some((each) => each.batchId === outcome.batchId && each.isUndone) ?? false;
  const leftOut = outcome.skipped + outcome.inError;
  const counts = [
    ['created', outcome.created],
    ['updated', outcome.updated],
    ['contacts', outcome.contactsCreated],
    ['skipped', outcome.skipped],
    ['inError', outcome.inError],
  ] as const;
  const leave = () => {
    void endImport();
    onToCustomers();
  };
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>
        <CircleCheck size={20} strokeWidth={1.75} aria-hidden />
        {t('imports.done.title')}
      </h2>
      {isUndone && (
        <p className={styles.undone} role="status">
          {t('imports.done.undone')}
        </p>
      )}
      <dl className={styles.counts}>
        {counts.map(([key, count]) => (
          <div key={key} className={styles.count} data-none={count === 0 || undefined}>
            <dt>{t(`imports.done.${key}`)}</dt>
            <dd>{countText(count)}</dd>
          </div>
        ))}
      </dl>
      {outcome.inError > 0 && <p className={styles.words}>{t('imports.done.problemWords')}</p>}
      <div className={styles.actions}>
        <Button type="primary" autoFocus onClick={leave}>
          {t('imports.done.toCustomers')}
        </Button>
        {leftOut > 0 && (
          <Button
            icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
            disabled={running !== null}
            onClick={() => void saveProblemRows()}
          >
            {t('imports.check.saveProblems')}
          </Button>
        )}
        {!isUndone && (
          <Button
            icon={<Undo2 size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => void takeBack(outcome.batchId)}
          >
            {t('imports.done.undo')}
          </Button>
        )}
        <Button type="text" onClick={() => void endImport()}>
          {t('imports.done.another')}
        </Button>
      </div>
      {running && <JobProgressLine jobId={running.jobId} title={t(`imports.running.${running.work}`)} />}
    </div>
  );
}
