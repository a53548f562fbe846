import { Modal } from 'antd';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { OwedTable } from '../../features/receivables/owed-table.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useRead } from '../../ipc/use-read.ts';
import { dayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './due-dialog.module.css';

interface Props {
  readonly on: CalendarDate;
  readonly persons: readonly (Id | 'none')[] | undefined;
  readonly onClose: () => void;
}

/** What falls due on a day and is open, with 记回款 on each line; the same debts that the day's chip adds up. */
export function DueDialog({ on, persons, onClose }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const input = { from: on, to: on, ...(persons ? { persons: [...persons] } : {}) };
  const read = useRead('receivables', 'dueBetween', input, { keepShowing: true });
  const { data } = read;
  return (
    <Modal
      open
      width={880}
      footer={null}
      title={t('calendar.dueTitle', { day: dayText(words, on) })}
      destroyOnHidden
      onCancel={onClose}
    >
      {read.error && <p className={styles.problem}>{errorText(t, toAppError(read.error))}</p>}
      {data && (
        <p className={styles.sum} role="status">
          {data.total === 0
            ? t('calendar.dueNothing')
            : t('desk.dueSum', { count: data.total, shown: countText(data.total), amount: moneyText(data.openFen) })}
        </p>
      )}
      {data && data.lines.length > 0 && (
        <div className={styles.lines}>
          <OwedTable lines={data.lines} />
        </div>
      )}
      {data && data.total > data.lines.length && (
        <p className={styles.sum}>{t('desk.moreThere', { count: data.total - data.lines.length })}</p>
      )}
    </Modal>
  );
}
