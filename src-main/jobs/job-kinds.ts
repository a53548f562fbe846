import type { Id } from '../../src-shared/core/id.ts';
import { err } from '../../src-shared/core/result.ts';
import type { Language } from '../../src-shared/workspace/workspace-contract.ts';
import { checkSheetJob } from '../features/files-in/check-sheet-job.ts';
import { problemRowsJob } from '../features/files-in/problem-rows-job.ts';
import { commitImportJob } from '../workflows/commit-import-job.ts';
import { largeChangeJob } from '../workflows/large-change-job.ts';
import type { Job } from './job.ts';

/** Every job there is. Adding one: its function in a file of its feature, and a line here. */
const writeSample: Job<{ path: string; deviceId: Id; [x: string]: unknown; language: Language }, null> = () =>
  err({ kind: 'storage', reason: 'busy' });

export const jobKinds = {
  largeChange: largeChangeJob,
  checkSheet: checkSheetJob,
  commitImport: commitImportJob,
  problemRows: problemRowsJob,
  writeSample,
};

export type JobKinds = typeof jobKinds;
export type JobKind = keyof JobKinds & string;
