import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyStoredFile } from '../attachments/copy-stored-file.ts';
import type { StoredFile } from '../attachments/stored-files.ts';
import { syncFile, syncFolderOf } from '../durable-files.ts';

/** What making a backup does to the disk after the copy; tests let each step fail. */
export interface BackupDisk {
  write(path: string, text: string): void;
  sync(path: string): void;
  rename(from: string, to: string): void;
  syncFolderOf(path: string): void;
  remove(path: string): void;
  /** As copyStoredFile. */
  copyStored(fromFolder: string, toFolder: string, file: StoredFile): boolean;
}

export const realDisk: BackupDisk = {
  copyStored: copyStoredFile,
  write: (path, text) => writeFileSync(path, text),
  sync: syncFile,
  rename: renameSync,
  syncFolderOf,
  // `force` forgives a missing file but not a missing folder that turned out to be a file.
  remove: (path) => {
    if (existsSync(path)) rmSync(path, { force: true });
  },
};
