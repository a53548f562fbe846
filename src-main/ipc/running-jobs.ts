import type { JobProgress } from '../../src-shared/ipc/procedure.ts';
import type { JobControl } from './handler-context.ts';

interface Running {
  isCancelled: boolean;
  readonly stops: (() => void)[];
}

/** The jobs between call and reply, by the id that the window gave them. */
export class RunningJobs {
  readonly #running = new Map<string, Running>();

  /** Null: a job of that id runs already. `report` gets every progress message. */
  start(jobId: string, report: (progress: JobProgress) => void): JobControl | null {
    if (this.#running.has(jobId)) return null;
    const running: Running = { isCancelled: false, stops: [] };
    this.#running.set(jobId, running);
    return {
      jobId,
      progress: (progress) => report({ ...progress, jobId }),
      isCancelled: () => running.isCancelled,
      onCancel: (stop) => {
        if (running.isCancelled) stop();
        else running.stops.push(stop);
      },
    };
  }

  finish(jobId: string): void {
    this.#running.delete(jobId);
  }

  /** False: no such job runs (any more). */
  cancel(jobId: string): boolean {
    const running = this.#running.get(jobId);
    if (!running) return false;
    if (!running.isCancelled) {
      running.isCancelled = true;
      for (const stop of running.stops) stop();
    }
    return true;
  }

  /** Asks all of them to stop: the app is quitting. */
  cancelAll(): void {
    for (const jobId of this.#running.keys()) this.cancel(jobId);
  }

  get count(): number {
    return this.#running.size;
  }
}
