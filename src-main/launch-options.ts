import { isAbsolute, resolve } from 'node:path';

export interface LaunchOptions {
  /** Another book than the one last used; absolute. */
  readonly book: string | null;
  /** Another data folder than the system's; absolute. */
  readonly userDataDir: string | null;
}

/**
 * Reads `--book=FILE` and `--user-data-dir=FOLDER`, also with the value as the next argument, and a bare `FILE.keben`, as
 * the system hands over a book that was double-clicked. Whatever else stands there is Chromium's. Relative paths start at
 * `workingFolder`; the last of two wins, and `--book` goes before a bare file.
 */
export function parseLaunchOptions(args: readonly string[], workingFolder: string): LaunchOptions {
  return {
    book: argument('--book', args, workingFolder) ?? bareBook(args, workingFolder),
    userDataDir: argument('--user-data-dir', args, workingFolder),
  };
}

function argument(name: string, args: readonly string[], workingFolder: string): string | null {
  let found: string | null = null;
  for (const [index, arg] of args.entries()) {
    const next = args[index + 1];
    if (arg.startsWith(`${name}=`)) found = arg.slice(name.length + 1);
    else if (arg === name && next !== undefined && !next.startsWith('--')) found = next;
  }
  if (found === null || found === '') return null;
  return isAbsolute(found) ? found : resolve(workingFolder, found);
}

function bareBook(args: readonly string[], workingFolder: string): string | null {
  const found = args.findLast((arg, index) => isBook(arg) && !takesNext.has(args[index - 1] ?? ''));
  if (found === undefined) return null;
  return isAbsolute(found) ? found : resolve(workingFolder, found);
}

function isBook(arg: string): boolean {
  return !arg.startsWith('-') && /\.keben$/i.test(arg);
}

const takesNext: ReadonlySet<string> = new Set(['--book', '--user-data-dir']);
