import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { Log } from '../ipc/app-services.ts';
import { withoutPersonalData } from './without-personal-data.ts';

export const logFileName = 'keben.log';

export interface LogOptions {
  readonly folder: string;
  readonly now: () => Instant;
  /** A file beyond this is put aside as keben.1.log, that one as keben.2.log, and so on. */
  readonly maxBytes: number;
  /** Files kept beside the present one. */
  readonly keep: number;
  /** Where a line goes that cannot be written to the file; the app must not die of its log. */
  readonly otherwise: (line: string) => void;
}

/**
 * The app's log: what failed and where, for the person who mends it. Never what the user typed: causes are written
 * as the error's name, code and place in our code, with their message stripped of names and numbers.
 * Written at once, because the line that matters is the one before a crash.
 */
export function createLogFile(options: LogOptions): Log & { info(what: string): void } {
  const path = join(options.folder, logFileName);
  mkdirSync(options.folder, { recursive: true });
  const write = (level: string, text: string): void => {
    const line = `${options.now()} ${level} ${text}\n`;
    try {
      rotateWhenFull(path, options);
      appendFileSync(path, line, 'utf8');
    } catch (error) {
      options.otherwise(`${line}(the log file cannot be written: ${error instanceof Error ? error.message : error})`);
    }
  };
  return {
    error: (where, cause) => {
      const reference = randomBytes(4).toString('hex');
      write('ERROR', `${reference} ${where}: ${describeCause(cause)}`);
      return reference;
    },
    warn: (where, what) => write('WARN', `${where}: ${withoutPersonalData(what)}`),
    info: (what) => write('INFO', withoutPersonalData(what)),
  };
}

function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return withoutPersonalData(String(cause));
  const code = 'code' in cause ? ` [${String(cause.code)}]` : '';
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const inner = cause.cause === undefined ? '' : `\n  caused by ${describeCause(cause.cause)}`;
  return `${cause.name}${code}: ${withoutPersonalData(cause.message)}\n${frames.join('\n')}${inner}`;
}

function rotateWhenFull(path: string, { maxBytes, keep, folder }: LogOptions): void {
  if (!existsSync(path) || statSync(path).size < maxBytes) return;
  const numbered = (number: number) => join(folder, `keben.${number}.log`);
  rmSync(numbered(keep), { force: true });
  for (let number = keep - 1; number >= 1; number -= 1) {
    if (existsSync(numbered(number))) renameSync(numbered(number), numbered(number + 1));
  }
  renameSync(path, numbered(1));
}
