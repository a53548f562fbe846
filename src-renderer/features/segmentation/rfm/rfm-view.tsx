import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../../src-shared/core/calendar-date.ts';
import { DayPicker } from '../../../components/day-picker.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { JobProgressLine } from '../../../components/job-progress.tsx';
import { errorText } from '../../../ipc/error-text.ts';
import { useToday } from '../../../ipc/use-book.ts';
import { wholeYuanText } from '../because-text.ts';
import { NoOrders } from '../no-orders.tsx';
import styles from './rfm.module.css';
import type { RfmChoice } from './rfm-choice.ts';
import { RfmGrid } from './rfm-grid.tsx';
import { RfmSegments } from './rfm-segments.tsx';
import type { RfmAnswer, RfmReading } from './use-rfm.ts';

interface Props {
  readonly reading: RfmReading;
  readonly question: RfmQuestion;
  readonly onAsk: (question: RfmQuestion) => void;
  readonly chosen: RfmChoice | null;
  readonly onChoose: (choice: RfmChoice) => void;
}

export interface RfmQuestion {
  /** Null: today. */
  readonly asOf: CalendarDate | null;
  /** Null: all history. */
  readonly windowMonths: number | null;
}

/** RFM: who bought lately, often and much, and what to do about each group. */
export function RfmView({ reading, question, onAsk, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const { answer, error, slowJobId } = reading;
  return (
    <div className={styles.view}>
      <QuestionBar question={question} onAsk={onAsk} />
      {slowJobId !== null && <JobProgressLine jobId={slowJobId} title={t('rfm.working')} />}
      {error && (
        <EmptyState title={errorText(t, error)}>
          <Button onClick={reading.askAgain}>{t('action.retry')}</Button>
        </EmptyState>
      )}
      {!error && answer && answer.cuts === null && <NoOrders />}
      {!error && answer?.cuts && (
        <div className={styles.body}>
          <RfmGrid cells={answer.cells} cuts={answer.cuts} chosen={chosen} onChoose={onChoose} />
          <p className={styles.cuts}>{t('rfm.cuts', cutWords(answer.cuts))}</p>
          <RfmSegments segments={answer.segments} chosen={chosen} onChoose={onChoose} />
        </div>
      )}
    </div>
  );
}

/** `114 / 180 / 296.4 / 481`, as the quantiles are, and money in yuan. */
function cutWords({ recency, frequency, money }: NonNullable<RfmAnswer['cuts']>) {
  const plain = (cuts: readonly number[]) => cuts.map((cut) => String(Math.round(cut * 10) / 10)).join(' / ');
  return {
    recency: plain(recency),
    frequency: plain(frequency),
    money: money.map((cut) => wholeYuanText(Math.round(cut / 100) * 100)).join(' / '),
  };
}

const firstWindow = 24;

function QuestionBar({ question, onAsk }: Pick<Props, 'question' | 'onAsk'>) {
  const { t } = useTranslation();
  const today = useToday();
  const { asOf, windowMonths } = question;
  return (
    <div className={styles.bar}>
      <span>{t('segmentation.asOf')}</span>
      <DayPicker
        size="small"
        label={t('segmentation.asOf')}
        value={asOf ?? today}
        upTo={today}
        isClearable={false}
        onChange={(day) => onAsk({ ...question, asOf: day === today ? null : day })}
      />
      <span>{t('segmentation.window')}</span>
      <Select
        size="small"
        aria-label={t('segmentation.window')}
        value={windowMonths === null ? 'all' : 'months'}
        options={[
          { value: 'all', label: t('segmentation.windowAll') },
          { value: 'months', label: t('segmentation.windowLast') },
        ]}
        onChange={(wanted) => onAsk({ ...question, windowMonths: wanted === 'all' ? null : firstWindow })}
      />
      {windowMonths !== null && (
        <MonthsField months={windowMonths} onAsk={(months) => onAsk({ ...question, windowMonths: months })} />
      )}
    </div>
  );
}

function MonthsField({ months, onAsk }: { readonly months: number; readonly onAsk: (months: number) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | null>(months);
  return (
    <InputNumber<number>
      size="small"
      className={styles.months ?? ''}
      aria-label={t('segmentation.windowMonths')}
      min={1}
      max={240}
      precision={0}
      suffix={t('segmentation.months')}
      value={typed}
      onChange={(wanted) => {
        setTyped(wanted);
        if (wanted !== null) onAsk(wanted);
      }}
      onBlur={() => setTyped(months)}
    />
  );
}
