import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { syncFile, syncFolderOf } from '../durable-files.ts';

/** What making a backup does to the disk after the copy; tests let each step fail. */
export interface BackupDisk {
  write(path: string, text: string): void;
  sync(path: string): void;
  rename(from: string, to: string): void;
  syncFolderOf(path: string): void;
  remove(path: string): void;
}

export const realDisk: BackupDisk = {
  write: (path, text) => writeFileSync(path, text),
  sync: syncFile,
  rename: renameSync,
  syncFolderOf,
  // `force` forgives a missing file but not a missing folder that turned out to be a file.
  remove: (path) => {
    if (existsSync(path)) rmSync(path, { force: true });
  },
};
