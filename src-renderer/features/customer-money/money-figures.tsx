import type { ReactNode } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import type { MoneySummary } from '../../../src-shared/receivables/receivable-views.ts';
import { AdviceChip } from '../../components/advice-chip.tsx';
import { GradeText } from '../../components/grade-text.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { useRead } from '../../ipc/use-read.ts';
import { shortDayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './money-figures.module.css';

interface Props {
  readonly customerId: Id;
  /** Shows the tab with all of it. */
  readonly onOpen: () => void;
}

/** Owed, last paid, how he pays: three figures in the head of a customer's pane. Their place is kept while they are read. */
export function MoneyFigures({ customerId, onOpen }: Props) {
  const { t } = useWindowWords();
  const summary = useRead('receivables', 'summaries', { customerIds: [customerId] }).data?.summaries[customerId];
  const terms = useRead('terms', 'get', { customerId }).data;
  const percent = terms?.record.onTimePercent ?? null;
  return (
    <button type="button" className={styles.figures} aria-label={t('customerMoney.label')} onClick={onOpen}>
      <Figure label={t('customerMoney.owed')} below={summary && <Owed summary={summary} />}>
        {summary && <MoneyText amount={summary.openFen} />}
      </Figure>
      <Figure label={t('customerMoney.lastPayment')} below={summary && <LastPaid summary={summary} />}>
        {summary &&
          (summary.lastPayment ? (
            <MoneyText amount={summary.lastPayment.amountFen} />
          ) : (
            <span className={styles.none}>—</span>
          ))}
      </Figure>
      <Figure label={t('terms.record')} below={terms && <AdviceChip advice={terms.advice} />}>
        {terms && (
          <>
            <GradeText grade={terms.record.grade} />
            {percent !== null && (
              <span className={styles.beside}> {t('customerMoney.onTime', { percent: Math.floor(percent) })}</span>
            )}
          </>
        )}
      </Figure>
    </button>
  );
}

interface FigureProps {
  readonly label: string;
  readonly below: ReactNode;
  readonly children: ReactNode;
}

function Figure({ label, below, children }: FigureProps) {
  return (
    <span className={styles.figure}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{children}</span>
      <span className={styles.below}>{below}</span>
    </span>
  );
}

/** What of it is late; else what was paid in advance. */
function Owed({ summary }: { readonly summary: MoneySummary }) {
  const { t } = useWindowWords();
  const { overdueFen, overdueDays, prepaidFen } = summary;
  if (overdueDays !== null) {
    return (
      <span className={styles.overdue}>
        {t('customerMoney.overdueLine', { amount: moneyText(overdueFen), count: overdueDays })}
      </span>
    );
  }
  return prepaidFen > 0 ? t('customerMoney.prepaidLine', { amount: moneyText(prepaidFen) }) : null;
}

function LastPaid({ summary }: { readonly summary: MoneySummary }) {
  const words = useWindowWords();
  const { t } = words;
  const { lastPayment, overdueDays, prepaidFen } = summary;
  // Where 逾期 took its place, prepayment is said here.
  if (overdueDays !== null && prepaidFen > 0) return t('customerMoney.prepaidLine', { amount: moneyText(prepaidFen) });
  if (!lastPayment) return t('customerMoney.noPayment');
  return `${shortDayText(words, lastPayment.on)} ${t(`money.method.${lastPayment.method}`)}`;
}
