import type { JobProgress } from '../../src-shared/ipc/procedure.ts';

/** What a change of many rows tells and asks while it goes on. */
export interface ChangeWatch {
  progress(progress: Omit<JobProgress, 'jobId'>): void;
  isCancelled(): boolean;
}

/** For a change so short that nobody watches it. */
export const unwatchedChange: ChangeWatch = { progress: () => {}, isCancelled: () => false };
