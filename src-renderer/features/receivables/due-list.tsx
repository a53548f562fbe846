import { useState } from 'react';
import { namedPeriod } from '../../../src-shared/core/named-period.ts';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useRead } from '../../ipc/use-read.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { OwedTable } from './owed-table.tsx';
import styles from './plan-lists.module.css';

const spans = ['this_week', 'next_week', 'this_month'] as const;

/** What falls due in a span, by day. */
export function DueList() {
  const { t, today } = useWindowWords();
  const [span, setSpan] = useState<(typeof spans)[number]>('this_week');
  const { from, to } = namedPeriod(span, today);
  const read = useRead('receivables', 'dueBetween', { from, to }, { keepShowing: true });
  const { data } = read;
  return (
    <>
      <div className={styles.head}>
        <ChoiceChips
          label={t('desk.dueWhen')}
          choices={spans.map((key) => ({ key, label: t(`desk.due.${key}`) }))}
          value={span}
          onChange={setSpan}
        />
        <span className={styles.sum} role="status">
          {data &&
            data.total > 0 &&
            t('desk.dueSum', { count: data.total, shown: countText(data.total), amount: moneyText(data.openFen) })}
        </span>
      </div>
      {read.error && <p className={styles.problem}>{errorText(t, toAppError(read.error))}</p>}
      {data?.total === 0 && <p className={styles.none}>{t('desk.nothingDue')}</p>}
      {data && data.lines.length > 0 && <OwedTable lines={data.lines} />}
      {data && data.total > data.lines.length && (
        <p className={styles.none}>{t('desk.moreThere', { count: data.total - data.lines.length })}</p>
      )}
    </>
  );
}
