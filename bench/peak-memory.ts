import { readFileSync } from 'node:fs';
import type { ForkReader } from '../src-main/files/spreadsheet/reader-host.ts';

const megabyte = 1024 * 1024;
const lookEveryMs = 10;

/**
 * The most memory this process ever had, in MB. Not `resourceUsage().maxRSS` where the system tells better: on Linux
 * that begins with what the parent had when it started this process.
 */
export function ownPeakMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
  if (kilobytes === undefined) throw new Error('no VmHWM in /proc/self/status');
  return Number(kilobytes) / 1024;
}

/** Looks at the memory of every reading process it starts, from outside. */
export function watchedReader(fork: ForkReader): { readonly fork: ForkReader; readonly peakMb: () => number } {
  let peak = 0;
  return {
    peakMb: () => peak / megabyte,
    fork: () => {
      const reader = fork();
      const look = setInterval(() => {
        peak = Math.max(peak, reader.residentBytes() ?? 0);
      }, lookEveryMs);
      reader.onExit(() => clearInterval(look));
      return reader;
    },
  };
}
