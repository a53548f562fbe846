import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Returns once the file's bytes are on the disk, not only in the system's memory. */
export function syncFile(path: string): void {
  sync(path, 'r+');
}

/** Returns once a rename in the folder of `path` is on the disk. Windows keeps that order by itself and opens no folder. */
export function syncFolderOf(path: string): void {
  if (process.platform !== 'win32') sync(dirname(path), 'r');
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
