import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { LIMITS } from './limits.ts';
import type { ForkReader } from './reader-host.ts';

/** statm counts pages of this size on every platform that has it. */
const PAGE_BYTES = 4096;

/**
 * Starts reading processes with plain Node, for command lines, benchmarks and tests. `entry` is the built
 * `out/main/spreadsheet-reader.cjs`, or `reader-process.ts` where sources run as they are.
 * A crash of the reader, which is a bug, is reported on `stderr`.
 */
export function forkNodeReader(entry: string | URL, stderr: 'inherit' | 'ignore' = 'inherit'): ForkReader {
  return () => {
    const child = fork(entry, [], {
      execArgv: [`--max-old-space-size=${LIMITS.heapMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', stderr, 'ipc'],
    });
    return {
      postMessage: (request) => {
        // A process that ended at once is reported by its exit.
        child.send(request, () => {});
      },
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onExit: (listener) => {
        let isTold = false;
        const tell = (exitCode: number | null): void => {
          if (isTold) return;
          isTold = true;
          listener(exitCode);
        };
        child.on('exit', tell);
        // Only a process that never started has no exit to wait for.
        child.on('error', () => {
          if (child.pid === undefined) tell(null);
        });
      },
      kill: () => {
        child.kill('SIGKILL');
      },
      residentBytes: () => (child.pid === undefined ? null : residentBytesOf(child.pid)),
    };
  };
}

/** Where the system tells (Linux); elsewhere the process's own reports must do. */
function residentBytesOf(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  } catch {
    // It ended between two looks.
    return null;
  }
}
