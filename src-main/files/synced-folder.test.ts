import { describe, expect, it } from 'vitest';
import { syncServiceOf } from './synced-folder.ts';

describe('syncServiceOf', () => {
  it.each([
    ['C:\\Users\\张三\\OneDrive\\客本.keben', 'onedrive'],
    ['C:\\Users\\x\\OneDrive - 上海华成机电有限公司\\a.keben', 'onedrive'],
    ['/Users/x/Dropbox/a.keben', 'dropbox'],
    ['/Users/x/Dropbox (Personal)/a.keben', 'dropbox'],
    ['D:\\我的坚果云\\a.keben', 'jianguoyun'],
    ['/home/x/Nutstore Files/账/a.keben', 'jianguoyun'],
    ['/Users/x/Library/Mobile Documents/com~apple~CloudDocs/a.keben', 'icloud'],
    ['C:\\Users\\x\\iCloudDrive\\a.keben', 'icloud'],
    ['D:\\BaiduSyncdisk\\a.keben', 'baidu'],
    ['D:\\百度网盘同步空间\\a.keben', 'baidu'],
    ['D:\\BaiduNetdiskWorkspace\\a.keben', 'baidu'],
  ])('warns of %s', (path, service) => expect(syncServiceOf(path)).toBe(service));

  it.each([
    'C:\\Users\\x\\AppData\\Roaming\\Keben\\客本.keben',
    '/home/x/.config/Keben/客本.keben',
    'D:\\onedrive-backup\\a.keben',
    'D:\\data\\dropbox.keben',
    'D:\\坚果云客户\\a.keben',
  ])('is quiet about %s', (path) => expect(syncServiceOf(path)).toBeNull());
});
