import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { CircleCheck, Download, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Fen } from '../../../src-shared/core/money.ts';
import type { ImportTargetName } from '../../../src-shared/files-in/import-target.ts';
import type { ImportOutcome } from '../../../src-shared/files-in/imports-contract.ts';
import { JobProgressLine } from '../../components/job-progress.tsx';
import { takeBack } from '../../ipc/take-back.ts';
import { useRead } from '../../ipc/use-read.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import styles from './done-step.module.css';
import { endImport, saveProblemRows } from './import-flow.ts';
import { useImport } from './import-store.ts';

interface Props {
  readonly onToCustomers: () => void;
  readonly onToPayments: () => void;
}

/** Step 4: what came in, and the ways on: undo, the rows left out, the customers or their money. */
export function DoneStep({ onToCustomers, onToPayments }: Props) {
  const { t } = useTranslation();
  const outcome = useImport((state) => state.outcome);
  const running = useImport((state) => state.running);
  const target = useImport((state) => state.plan?.target ?? 'customers');
  const batches = useRead('imports', 'batches', {});
  if (!outcome) return null;
  const isUndone = batches.data?.batches.some((each) => each.batchId === outcome.batchId && each.isUndone) ?? false;
  const leftOut = outcome.skipped + outcome.inError;
  const counts = countsOf(t, target, outcome);
  const leave = () => {
    void endImport();
    (target === 'customers' ? onToCustomers : onToPayments)();
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
        {counts.map(({ word, figure, isNone }) => (
          <div key={word} className={styles.count} data-none={isNone || undefined}>
            <dt>{word}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      {outcome.inError > 0 && <p className={styles.words}>{t('imports.done.problemWords')}</p>}
      <div className={styles.actions}>
        <Button type="primary" autoFocus onClick={leave}>
          {t(target === 'customers' ? 'imports.done.toCustomers' : 'imports.done.toPayments')}
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

interface Count {
  readonly word: string;
  readonly figure: string;
  readonly isNone: boolean;
}

function countsOf(t: TFunction, target: ImportTargetName, outcome: ImportOutcome): readonly Count[] {
  const count = (word: string, number: number): Count => ({ word, figure: countText(number), isNone: number === 0 });
  const left = [count(t('imports.done.skipped'), outcome.skipped), count(t('imports.done.inError'), outcome.inError)];
  const created = count(t(`imports.done.createdOf.${target}`), outcome.created);
  if (target === 'customers') {
    const { updated, contactsCreated } = outcome;
    return [
      created,
      count(t('imports.done.updated'), updated),
      count(t('imports.done.contacts'), contactsCreated),
      ...left,
    ];
  }
  const money = (word: string, amount: Fen | null): readonly Count[] =>
    amount === null ? [] : [{ word, figure: moneyText(amount), isNone: amount === 0 }];
  return [
    created,
    ...(target === 'orders' ? [count(t('imports.done.lines'), outcome.linesCreated)] : []),
    ...money(t(`imports.done.amountOf.${target}`), outcome.amountFen),
    ...money(t(target === 'payments' ? 'imports.done.prepaid' : 'imports.done.prepaidBeside'), outcome.prepaidFen),
    count(t('imports.done.customersCreated'), outcome.customersCreated),
    ...left,
  ];
}
