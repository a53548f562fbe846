import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { app } from './app.ts';
import type { Matches } from './matches.ts';
import { forgetHelper, noteHelper } from './process-metrics.ts';
import { StrictEmitter, strict, strictStatics } from './strict.ts';

const bootFile = fileURLToPath(new URL('../utility-boot.ts', import.meta.url));

/** A Node process over `child_process.fork`, with Electron's `parentPort` on its side. */
class UtilityProcess extends StrictEmitter implements Matches<Electron.UtilityProcess> {
  readonly #child: ChildProcess;
  #pid: number | undefined;

  constructor(modulePath: string, args: readonly string[], options: Electron.ForkOptions) {
    super();
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready');
    if (Array.isArray(options.stdio) && options.stdio.length > 3)
      throw new Error('utilityProcess takes no more than three stdio streams');
    const stdio =
      typeof options.stdio === 'string'
        ? [options.stdio, options.stdio, options.stdio]
        : (options.stdio ?? ['ignore', 'inherit', 'inherit']);
    this.#child = fork(bootFile, [modulePath, ...args], {
      env: options.env === undefined ? process.env : environment(options.env),
      // Node's own flags for this process are not inherited: a watch or test flag would start the child in the wrong mode.
      execArgv: ['--disable-warning=ExperimentalWarning', ...(options.execArgv ?? [])],
      serialization: 'advanced',
      stdio: ['ignore', stream(stdio[1]), stream(stdio[2]), 'ipc'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    this.#child.once('spawn', () => {
      this.#pid = this.#child.pid;
      if (this.#pid !== undefined) noteHelper(this.#pid);
      this.emit('spawn');
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('error', (error) => this.emit('error', 'FatalError', '', error.message));
    this.#child.once('exit', (code, signal) => {
      if (this.#pid !== undefined) forgetHelper(this.#pid);
      this.#pid = undefined;
      // A killed process has no code; Electron reports the number of the signal.
      this.emit('exit', code ?? (signal === 'SIGKILL' ? 9 : 15));
    });
  }

  get pid(): number | undefined {
    return this.#pid;
  }

  get stdout(): NodeJS.ReadableStream | null {
    return this.#child.stdout;
  }

  get stderr(): NodeJS.ReadableStream | null {
    return this.#child.stderr;
  }

  postMessage(message: unknown): void {
    if (typeof message === 'function' || message === undefined) throw new TypeError('An object could not be cloned.');
    if (!this.#child.connected) return;
    this.#child.send(structuredCloneable(message), (error) => {
      if (error !== null) console.warn(`utility process: ${error.message}`);
    });
  }

  kill(): boolean {
    return this.#child.kill('SIGTERM');
  }
}
strictStatics(UtilityProcess);

function stream(kind: string | undefined): 'pipe' | 'ignore' | 'inherit' {
  return kind === 'pipe' || kind === 'ignore' ? kind : 'inherit';
}

function environment(given: Electron.ForkOptions['env']): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, String(value)]));
}

/** Refuses functions as Electron does, before the message leaves. */
function structuredCloneable(message: unknown): object {
  const clone: unknown = structuredClone(message);
  return { value: clone };
}

export const utilityProcess = strict('utilityProcess', {
  fork: (modulePath: string, args: readonly string[] = [], options: Electron.ForkOptions = {}) =>
    new UtilityProcess(modulePath, args, options),
});
