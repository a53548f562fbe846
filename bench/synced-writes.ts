import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { percentile } from './measure.ts';

/** What the disk takes by itself: the peer of whatever must be on it before it answers. */
export interface SyncedWrites {
  /** Writes 4 KiB and waits for the disk, `count` times; milliseconds, p50. */
  run(count: number): number;
  close(): void;
}

export function syncedWrites(folder: string): SyncedWrites {
  const fd = openSync(path.join(folder, 'sync'), 'w');
  const block = Buffer.alloc(4096, 1);
  return {
    run: (count) => {
      const times = Array.from({ length: count }, () => {
        const start = performance.now();
        writeSync(fd, block);
        fdatasyncSync(fd);
        return performance.now() - start;
      });
      return percentile(times, 50);
    },
    close: () => closeSync(fd),
  };
}
