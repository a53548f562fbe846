import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { JobProgress } from '../../../src-shared/ipc/procedure.ts';
import { cancelJob, type RunningJob, useJobStore } from '../../ipc/jobs.ts';
import { countText } from '../../text/number-text.ts';
import styles from './toasts.module.css';

/** Long work under way: what, how far, how long still, and Cancel. Short work ends before anyone reads it. */
export function JobStrip() {
  const jobs = useJobStore((state) => state.jobs);
  return jobs
    .filter((job) => job.title !== null && job.progress !== null)
    .map((job) => <JobLine key={job.jobId} job={job} />);
}

function JobLine({ job }: { readonly job: RunningJob }) {
  const { t } = useTranslation();
  const percent = job.progress?.fraction == null ? null : Math.round(job.progress.fraction * 100);
  return (
    <div className={styles.toast} role="status">
      <span className={styles.words}>
        {job.title} {job.progress && progressText(t, job.progress)}
      </span>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={job.title ?? ''}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
      >
        <div className={styles.fill} style={{ width: `${percent ?? 0}%` }} />
      </div>
      <button
        type="button"
        className={styles.action}
        disabled={job.isCancelling}
        onClick={() => void cancelJob(job.jobId)}
      >
        {t(job.isCancelling ? 'job.cancelling' : 'action.cancel')}
      </button>
    </div>
  );
}

/** `12,000 / 100,000 · 约 8 秒` */
export function progressText(t: TFunction, progress: JobProgress): string {
  const counted =
    progress.done !== null && progress.total !== null
      ? `${countText(progress.done)} / ${countText(progress.total)}`
      : t(`job.stage.${progress.stage}`);
  if (progress.leftMs === null) return counted;
  const seconds = Math.max(1, Math.round(progress.leftMs / 1000));
  const left =
    seconds < 90 ? t('job.secondsLeft', { count: seconds }) : t('job.minutesLeft', { count: Math.round(seconds / 60) });
  return `${counted} · ${left}`;
}
