import { realpathSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** How a path is looked at; tests of Windows behaviour run on any machine. */
export interface PathProbe {
  readonly platform: NodeJS.Platform;
  /** The folder's real path: Windows answers `\\server\share\…` for a folder on a mapped drive. */
  readonly realFolder: (folder: string) => string;
  /** The kind of file system a folder is on, as Linux numbers it. */
  readonly fileSystemType: (folder: string) => number;
}

const systemProbe: PathProbe = {
  platform: process.platform,
  realFolder: (folder) => realpathSync.native(folder),
  fileSystemType: (folder) => statfsSync(folder).type,
};

/** nfs, smb, cifs and smb2 as in Linux' statfs(2). */
const networkFileSystems: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42]);

/**
 * True for a path on another computer: UNC, a mapped drive, a network mount. SQLite's write-ahead log needs shared
 * memory between all who open the file, which no network gives: a book there gets damaged.
 */
export function isOnNetwork(path: string, probe: PathProbe = systemProbe): boolean {
  if (probe.platform === 'win32') {
    return isUncPath(path) || isUncPath(realFolderOrSame(dirname(path), probe));
  }
  return probe.platform === 'linux' && networkFileSystems.has(typeOrZero(dirname(path), probe));
}

/** `\\server\share`, also with / and behind `\\?\UNC\`; not `\\?\C:\`, which is a long local path. */
export function isUncPath(path: string): boolean {
  const slashed = path.replaceAll('/', '\\');
  if (/^\\\\[?.]\\/.test(slashed)) return /^\\\\[?.]\\UNC\\/i.test(slashed);
  return /^\\\\[^\\]/.test(slashed);
}

function realFolderOrSame(folder: string, probe: PathProbe): string {
  try {
    return probe.realFolder(folder);
  } catch {
    // The folder is missing or closed to us: opening the book says so in its own words.
    return folder;
  }
}

function typeOrZero(folder: string, probe: PathProbe): number {
  try {
    return probe.fileSystemType(folder);
  } catch {
    return 0;
  }
}
