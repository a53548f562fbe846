import { ok } from '../../src-shared/core/result.ts';
import type { HandlersOf } from './handlers-of.ts';

export const jobHandlers: HandlersOf<'jobs'> = {
  cancel: ({ services }, { jobId }) => ok({ wasRunning: services.runningJobs.cancel(jobId) }),
};
