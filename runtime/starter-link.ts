import { decode, encode } from './codec.ts';
import { isRecord } from './is-record.ts';

/**
 * What the stand-in says to the process that started it (launcher or test) over Node's own IPC channel. Only
 * that parent can reach it, so a test may run code here; nothing of this is on the network.
 */
export type ToStarter =
  | {
      readonly type: 'window';
      readonly windowId: number;
      readonly url: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly type: 'window-gone'; readonly windowId: number }
  | { readonly type: 'relaunch'; readonly args: readonly string[] }
  | { readonly type: 'evaluated'; readonly id: number; readonly ok: boolean; readonly value: unknown };

export type FromStarter = {
  readonly type: 'evaluate';
  readonly id: number;
  readonly source: string;
  readonly arg: unknown;
};

export function tellStarter(message: ToStarter): void {
  if (process.connected === true) process.send?.(encode(message));
}

/** Answers `evaluate` requests: a function's source, called with the electron module and one argument. */
export function answerStarter(electron: object): void {
  process.on('message', (text) => {
    const message = decode(String(text));
    if (!isRecord(message) || message.type !== 'evaluate' || typeof message.id !== 'number') return;
    const { id, arg } = message;
    evaluate(String(message.source), electron, arg).then(
      (value) => tellStarter({ type: 'evaluated', id, ok: true, value }),
      (error: unknown) =>
        tellStarter({
          type: 'evaluated',
          id,
          ok: false,
          value: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
    );
  });
}

async function evaluate(source: string, electron: object, arg: unknown): Promise<unknown> {
  const call: unknown = new Function(`return (${source});`)();
  if (typeof call !== 'function') throw new TypeError('evaluate needs a function');
  const value: unknown = await call(electron, arg);
  return value;
}
