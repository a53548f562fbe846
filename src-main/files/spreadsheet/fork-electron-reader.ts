import { LIMITS } from './limits.ts';
import type { ForkReader } from './reader-host.ts';

/** As much of Electron as is needed; main passes `utilityProcess` and `app`, so this file imports no Electron. */
type UtilityProcessModule = {
  fork(
    entry: string,
    args: string[],
    options: { serviceName: string; execArgv: string[]; stdio: 'inherit' },
  ): UtilityProcess;
};
type UtilityProcess = {
  readonly pid: number | undefined;
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
};
type MetricsSource = {
  getAppMetrics(): readonly { readonly pid: number; readonly memory: { readonly workingSetSize: number } }[];
};

/** Starts reading processes as Electron utility processes. `entry` is the absolute path of spreadsheet-reader.cjs. */
export function forkElectronReader(
  utilityProcess: UtilityProcessModule,
  app: MetricsSource,
  entry: string,
): ForkReader {
  return () => {
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'Keben spreadsheet reader',
      execArgv: [`--max-old-space-size=${LIMITS.heapMb}`],
      stdio: 'inherit',
    });
    return {
      postMessage: (request) => child.postMessage(request),
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onExit: (listener) => {
        child.once('exit', listener);
      },
      kill: () => {
        child.kill();
      },
      residentBytes: () => {
        const metric = app.getAppMetrics().find(({ pid }) => pid === child.pid);
        // Electron counts in kilobytes.
        return metric === undefined ? null : metric.memory.workingSetSize * 1024;
      },
    };
  };
}
