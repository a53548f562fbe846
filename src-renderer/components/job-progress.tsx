import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { progressText } from '../app/shell/job-strip.tsx';
import { cancelJob, useJobStore } from '../ipc/jobs.ts';
import styles from './job-progress.module.css';

interface Props {
  readonly jobId: string;
  readonly title: string;
}

/** A job on the page that runs it: what, how far, how long still, and Cancel. */
export function JobProgressLine({ jobId, title }: Props) {
  const { t } = useTranslation();
  const job = useJobStore((state) => state.jobs.find((each) => each.jobId === jobId) ?? null);
  const fraction = job?.progress?.fraction ?? null;
  const percent = fraction === null ? null : Math.round(fraction * 100);
  return (
    <div className={styles.line} role="status">
      <span className={styles.title}>{title}</span>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
      >
        <div className={styles.fill} style={{ width: `${percent ?? 0}%` }} />
      </div>
      <span className={styles.words}>{job?.progress ? progressText(t, job.progress) : ''}</span>
      <Button size="small" disabled={job === null || job.isCancelling} onClick={() => void cancelJob(jobId)}>
        {t(job?.isCancelling ? 'job.cancelling' : 'action.cancel')}
      </Button>
    </div>
  );
}
