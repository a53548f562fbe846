import type { BookWarning } from '../../src-shared/book/book-contract.ts';

type SyncService = Extract<BookWarning, { kind: 'synced_folder' }>['service'];

/** Folder names that the services make, one path part each. */
const marks: readonly (readonly [SyncService, RegExp])[] = [
  ['onedrive', /^onedrive( - .+)?$/i],
  ['dropbox', /^dropbox( \(.+\))?$/i],
  ['jianguoyun', /^(我的)?坚果云$|^nutstore( files)?$/i],
  ['icloud', /^icloud ?drive$|^com~apple~clouddocs$/i],
  ['baidu', /^baidusyncdisk$|^baidunetdisk(workspace|download)?$|^百度(网盘)?(云)?同步(空间|盘)$/i],
];

/**
 * The service that copies this file away while it is being written, or null. A book in such a folder is warned of:
 * the service may lock it in mid-write, or bring back an older copy of one of its parts.
 */
export function syncServiceOf(path: string): SyncService | null {
  const parts = path.split(/[\\/]/);
  return marks.find(([, mark]) => parts.some((part) => mark.test(part)))?.[0] ?? null;
}
