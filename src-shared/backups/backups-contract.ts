import { z } from 'zod';
import type { Instant } from '../core/instant.ts';
import { command, job, query, returns } from '../ipc/procedure.ts';
import { topics } from '../ipc/topics.ts';

export type BackupReason = 'by_hand' | 'daily' | 'at_quit' | 'before_import' | 'before_migration' | 'before_restore';

export interface Backup {
  /** File name inside the backup folder; the handle for restore. */
  readonly fileName: string;
  readonly at: Instant;
  readonly reason: BackupReason;
  readonly bytes: number;
  readonly customers: number;
  readonly followUps: number;
  readonly attachments: number;
  readonly lastFollowUpAt: Instant | null;
  readonly appVersion: string;
  /**
   * `missing_manifest` and `damaged` are listed, never offered first. `files_missing` only a check finds: the book is
   * whole, some of its attachments are not.
   */
  readonly state: 'good' | 'missing_manifest' | 'damaged' | 'files_missing';
}

export const backupsContract = {
  list: query(
    'backup.make',
    z.object({}),
    returns<{
      readonly folder: string;
      readonly isDefaultFolder: boolean;
      readonly backups: readonly Backup[];
      readonly keep: number;
    }>(),
  ),
  make: job('backup.make', z.object({}), returns<Backup>(), ['backups', 'book']),
  /** Opens the copy and checks every page, its SHA-256 and that of each attachment. */
  verify: job(
    'backup.make',
    z.object({ fileName: z.string().max(300) }),
    returns<{ readonly state: Backup['state'] }>(),
    ['backups'],
  ),
  /**
   * The present book is copied first, so a restore can be taken back by restoring that copy; null: there was none.
   * `missingFiles`: attachments whose bytes neither lie beside the book nor in the backup folder.
   */
  restore: job(
    'backup.restore',
    z.object({ fileName: z.string().max(300) }),
    returns<{ readonly savedAs: string | null; readonly missingFiles: number }>(),
    topics,
  ),
  /** Asks for a folder in a dialog; null: the user closed it. */
  chooseFolder: command(
    'settings.edit',
    z.object({ useDefault: z.boolean().default(false) }),
    returns<{ readonly folder: string | null }>(),
    ['backups'],
  ),
  openFolder: command('backup.make', z.object({}), returns<Record<string, never>>(), []),
};
