import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../../src-shared/core/id.ts';
import type { AgingBucket } from '../../../../src-shared/receivables/balances.ts';
import { toAppError } from '../../../ipc/app-problem.ts';
import { errorText } from '../../../ipc/error-text.ts';
import { useRead } from '../../../ipc/use-read.ts';
import styles from '../owed-table.module.css';
import { OwedTable } from '../owed-table.tsx';

export interface AgingFigure {
  readonly customerId: Id;
  readonly customerName: string;
  /** Null: all that is open. */
  readonly bucket: AgingBucket | null;
}

interface Props {
  readonly figure: AgingFigure;
  readonly asOf: CalendarDate;
  readonly onClose: () => void;
}

/** The debts behind a figure; each can be paid from here. */
export function AgingDetail({ figure, asOf, onClose }: Props) {
  const { t } = useTranslation();
  const { customerId, customerName, bucket } = figure;
  const read = useRead('receivables', 'agingDetail', { asOf, customerId, bucket });
  const what = t(bucket === null ? 'desk.allOpen' : `money.bucket.${bucket}`);
  return (
    <Modal
      open
      width={760}
      style={{ top: 80 }}
      footer={null}
      title={t('desk.detailTitle', { name: customerName, what, day: asOf })}
      onCancel={onClose}
      // A form may open above it, and takes the caret.
      focusable={{ trap: false }}
    >
      <div className={styles.room} aria-busy={!read.data && !read.error}>
        {read.error && (
          <p className={styles.problem} role="alert">
            {errorText(t, toAppError(read.error))}
          </p>
        )}
        {read.data && <OwedTable lines={read.data.lines} isOfOne />}
      </div>
    </Modal>
  );
}
