import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { decode, encode } from '../codec.ts';
import { isRecord } from '../is-record.ts';
import type { FromStarter, ToStarter } from '../starter-link.ts';

const bootFile = fileURLToPath(new URL('../boot.ts', import.meta.url));

export interface StandInOptions {
  readonly appRoot: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Its output goes to the starter's own streams; otherwise it is collected in `output`. */
  readonly inheritOutput?: boolean;
  /** Its own process group, so that Ctrl+C in the terminal reaches the starter alone, which then ends it in order. */
  readonly detached?: boolean;
}

export type WindowAnnounced = Extract<ToStarter, { type: 'window' }>;

/** The app's main process, running on the stand-in. */
export class StandInProcess {
  readonly #child: ChildProcess;
  readonly exited: Promise<number | null>;
  relaunchArgs: readonly string[] | null = null;
  output = '';
  #windows: WindowAnnounced[] = [];
  #onWindow: ((window: WindowAnnounced) => void) | null = null;
  #evaluations = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  #nextEvaluation = 1;

  constructor({ appRoot, args, env = process.env, inheritOutput = false, detached = false }: StandInOptions) {
    const output = inheritOutput ? 'inherit' : 'pipe';
    this.#child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', bootFile, appRoot, ...args], {
      env,
      detached,
      stdio: ['ignore', output, output, 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    this.#child.on('message', (text) => this.#receive(String(text)));
    this.exited = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('exit', (code) => {
        for (const { reject: fail } of this.#evaluations.values()) fail(new Error(`the app has ended\n${this.output}`));
        this.#evaluations.clear();
        resolve(code);
      });
    });
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('the app did not start');
    return this.#child.pid;
  }

  get hasExited(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Called for every window that waits for a browser, those announced earlier included. */
  onWindow(listener: (window: WindowAnnounced) => void): void {
    this.#onWindow = listener;
    for (const window of this.#windows.splice(0)) listener(window);
  }

  /** Runs a function in the main process; it arrives as text, so it can use its two arguments only. */
  evaluate(source: string, arg: unknown): Promise<unknown> {
    if (this.hasExited) return Promise.reject(new Error(`the app has ended\n${this.output}`));
    const id = this.#nextEvaluation++;
    return new Promise((resolve, reject) => {
      this.#evaluations.set(id, { resolve, reject });
      this.#child.send(encode({ type: 'evaluate', id, source, arg } satisfies FromStarter));
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  #receive(text: string): void {
    // safe: the other end is runtime/starter-link.ts, compiled against this type
    const message = decode(text) as ToStarter;
    if (!isRecord(message)) return;
    if (message.type === 'window') this.#announce(message);
    else if (message.type === 'relaunch') this.relaunchArgs = message.args;
    else if (message.type === 'evaluated') this.#settle(message);
  }

  #announce(window: WindowAnnounced): void {
    if (this.#onWindow === null) this.#windows.push(window);
    else this.#onWindow(window);
  }

  #settle(message: Extract<ToStarter, { type: 'evaluated' }>): void {
    const waiting = this.#evaluations.get(message.id);
    this.#evaluations.delete(message.id);
    if (message.ok) waiting?.resolve(message.value);
    else waiting?.reject(new Error(String(message.value)));
  }
}
