import { readFileSync } from 'node:fs';

/** statm counts pages of this size on every platform that has it. */
const pageBytes = 4096;

const helpers = new Map<number, number>();

/** A utility process has begun. */
export function noteHelper(pid: number): void {
  helpers.set(pid, Date.now());
}

export function forgetHelper(pid: number): void {
  helpers.delete(pid);
}

/**
 * The app's own process and its utility processes with their memory, where the system tells (Linux); elsewhere none,
 * as Electron leaves out a process that it cannot ask. CPU is not measured.
 */
export function processMetrics(): Electron.ProcessMetric[] {
  const started = Date.now() - Math.round(process.uptime() * 1000);
  return [
    ...metricOf(process.pid, 'Browser', started),
    ...[...helpers].flatMap(([pid, creationTime]) => metricOf(pid, 'Utility', creationTime)),
  ];
}

function metricOf(pid: number, type: Electron.ProcessMetric['type'], creationTime: number): Electron.ProcessMetric[] {
  const workingSetSize = workingSetKilobytes(pid);
  if (workingSetSize === null) return [];
  return [
    {
      pid,
      type,
      creationTime,
      cpu: { percentCPUUsage: 0, idleWakeupsPerSecond: 0 },
      memory: { workingSetSize, peakWorkingSetSize: workingSetSize },
    },
  ];
}

function workingSetKilobytes(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * pageBytes) / 1024;
  } catch {
    // It ended between two looks.
    return null;
  }
}
