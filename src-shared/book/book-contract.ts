import { z } from 'zod';
import type { StorageReason } from '../core/app-error.ts';
import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import { topics } from '../ipc/topics.ts';

/** What the shell shows of the open book; `preparing` and `problem` instead of everything while it cannot be shown. */
export type BookStatus =
  | {
      readonly state: 'open';
      readonly bookId: Id;
      readonly path: string;
      readonly companyName: string | null;
      readonly isSample: boolean;
      readonly customerCount: number;
      readonly lastBackupAt: Instant | null;
      /** The last backup failed for this reason. */
      readonly backupProblem: StorageReason | null;
      readonly today: CalendarDate;
      readonly timeZone: string;
      readonly warnings: readonly BookWarning[];
      /** Whom it warns of is being worked out anew; in a large book that takes a while. */
      readonly areWarningsStale: boolean;
    }
  /** It is being opened: a large one of an older version, or after a crash, takes a minute. */
  | { readonly state: 'preparing'; readonly path: string }
  | {
      readonly state: 'problem';
      readonly path: string;
      readonly reason: StorageReason;
      readonly detail: string | null;
      /** The user's own book is gone, and an empty one may take its place. */
      readonly mayStartAnew: boolean;
    };

/** Things that do not stop the work but must be said. */
export type BookWarning =
  | { readonly kind: 'synced_folder'; readonly service: 'onedrive' | 'dropbox' | 'jianguoyun' | 'icloud' | 'baidu' }
  | { readonly kind: 'clock_behind'; readonly lastEntryAt: Instant }
  | { readonly kind: 'unclean_shutdown_checked' };

export interface AppInfo {
  readonly version: string;
  readonly runtimeVersions: {
    readonly electron: string;
    readonly chrome: string;
    readonly node: string;
    readonly sqlite: string;
  };
  readonly dataFolder: string;
  readonly bookPath: string;
  readonly licences: readonly { readonly name: string; readonly version: string; readonly licence: string }[];
}

export const bookContract = {
  status: query('app.use', z.object({}), returns<BookStatus>()),
  /** The sample book is a file of its own and never mixes with the user's. */
  openSample: command('app.use', z.object({}), returns<Record<string, never>>(), topics),
  /** Back to the user's own book; the sample stays for the next look. */
  closeSample: command('app.use', z.object({}), returns<Record<string, never>>(), topics),
  about: query('app.use', z.object({}), returns<AppInfo>()),
  openDataFolder: command('app.use', z.object({}), returns<Record<string, never>>(), []),
  /** tel:, mailto: and https: only; anything else is refused. */
  openLink: command('app.use', z.object({ url: z.string().max(2000) }), returns<Record<string, never>>(), []),
  /**
   * Calls a number with the system's phone program. `copied`: this PC has none, so the number is in the clipboard instead.
   * Errors: validation (it is no number).
   */
  dial: command(
    'app.use',
    z.object({ phone: z.string().max(100) }),
    returns<{ readonly how: 'handed_over' | 'copied' }>(),
    [],
  ),
  /** Tries again to open a book that had a problem. */
  reopen: command('app.use', z.object({}), returns<Record<string, never>>(), topics),
  /** Makes an empty book where the user's own is gone; one that came back meanwhile is opened. */
  startAnew: command('app.use', z.object({}), returns<Record<string, never>>(), topics),
  /** For a text copied by a button; the page itself has no clipboard right. */
  copyText: command('app.use', z.object({ text: z.string().max(10_000) }), returns<Record<string, never>>(), []),
};
