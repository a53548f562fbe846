import { describe, expect, it } from 'vitest';
import type { JobProgress } from '../../src-shared/ipc/procedure.ts';
import { RunningJobs } from './running-jobs.ts';

const half = { stage: 'writing', fraction: 0.5, done: 1, total: 2, leftMs: null } as const;

function started(jobs: RunningJobs, jobId: string, report: (progress: JobProgress) => void = () => {}) {
  const control = jobs.start(jobId, report);
  if (!control) throw new Error(`${jobId} runs already`);
  return control;
}

describe('RunningJobs', () => {
  it('sends the progress of a job under its own name', () => {
    const seen: JobProgress[] = [];
    started(new RunningJobs(), 'import', (progress) => seen.push(progress)).progress(half);
    expect(seen).toEqual([{ ...half, jobId: 'import' }]);
  });

  it('lets one name run once at a time', () => {
    const jobs = new RunningJobs();
    started(jobs, 'export');
    expect(jobs.start('export', () => {})).toBeNull();
    jobs.finish('export');
    expect(jobs.start('export', () => {})).not.toBeNull();
  });

  it('tells a job once that it should stop', () => {
    const jobs = new RunningJobs();
    const control = started(jobs, 'export');
    let stops = 0;
    control.onCancel(() => {
      stops += 1;
    });
    expect([control.isCancelled(), jobs.cancel('export'), jobs.cancel('export')]).toEqual([false, true, true]);
    expect([control.isCancelled(), stops]).toEqual([true, 1]);
  });

  it('tells a job at once when the wish to stop came before it listened', () => {
    const jobs = new RunningJobs();
    const control = started(jobs, 'export');
    jobs.cancel('export');
    let stops = 0;
    control.onCancel(() => {
      stops += 1;
    });
    expect(stops).toBe(1);
  });

  it('says that a job which has ended cannot be stopped', () => {
    const jobs = new RunningJobs();
    started(jobs, 'export');
    jobs.finish('export');
    expect([jobs.cancel('export'), jobs.cancel('never started'), jobs.count]).toEqual([false, false, 0]);
  });

  it('stops all of them when the app quits', () => {
    const jobs = new RunningJobs();
    const controls = [started(jobs, 'export'), started(jobs, 'backup')];
    jobs.cancelAll();
    expect(controls.map((control) => control.isCancelled())).toEqual([true, true]);
  });
});
