import { create } from 'zustand';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { newId } from '../../src-shared/core/id.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { JobHandle } from '../../src-shared/ipc/contract.ts';
import type { JobProgress } from '../../src-shared/ipc/procedure.ts';
import { bridge } from './bridge.ts';
import { client } from './client.ts';

export interface RunningJob {
  readonly jobId: string;
  /** Already in the user's language: 正在导出. Null: the page that runs it shows the progress itself. */
  readonly title: string | null;
  readonly progress: JobProgress | null;
  readonly isCancelling: boolean;
}

interface JobState {
  readonly jobs: readonly RunningJob[];
}

export const useJobStore = create<JobState>(() => ({ jobs: [] }));

/** Runs a job under a handle of its own; the shell shows its progress and Cancel when it has a title. */
export async function runJob<T>(
  title: string | null,
  start: (job: JobHandle) => Promise<Result<T, AppError>>,
  onStart?: (jobId: string) => void,
): Promise<Result<T, AppError>> {
  const jobId = newId();
  useJobStore.setState((state) => ({
    jobs: [...state.jobs, { jobId, title, progress: null, isCancelling: false }],
  }));
  onStart?.(jobId);
  try {
    return await start({ jobId });
  } finally {
    useJobStore.setState((state) => ({ jobs: state.jobs.filter((job) => job.jobId !== jobId) }));
  }
}

/** Asks the job to stop; it ends with the error `cancelled` and has changed nothing. */
export async function cancelJob(jobId: string): Promise<void> {
  change(jobId, { isCancelling: true });
  await client.jobs.cancel({ jobId });
}

/** Returns the function that disconnects. */
export function connectJobProgress(): () => void {
  return bridge().on('progress', (progress) => change(progress.jobId, { progress }));
}

function change(jobId: string, fields: Partial<RunningJob>): void {
  useJobStore.setState((state) => ({
    jobs: state.jobs.map((job) => (job.jobId === jobId ? { ...job, ...fields } : job)),
  }));
}
