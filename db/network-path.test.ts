import { describe, expect, it } from 'vitest';
import { isOnNetwork, isUncPath, type PathProbe } from './network-path.ts';

describe('isUncPath', () => {
  it.each([
    ['\\\\server\\share\\book.keben', true],
    ['//server/share/book.keben', true],
    ['\\\\?\\UNC\\server\\share\\book.keben', true],
    ['\\\\192.168.1.5\\d$\\book.keben', true],
    ['C:\\客本\\book.keben', false],
    ['\\\\?\\C:\\very\\long\\book.keben', false],
    ['\\\\.\\C:\\book.keben', false],
    ['book.keben', false],
  ])('%s → %s', (path, expected) => {
    expect(isUncPath(path)).toBe(expected);
  });
});

describe('isOnNetwork', () => {
  const local = 0xef53;
  const probe = (part: Partial<PathProbe>): PathProbe => ({
    platform: 'win32',
    realFolder: (folder) => folder,
    fileSystemType: () => local,
    ...part,
  });

  it('finds a mapped drive by the real path of its folder', () => {
    const mapped = probe({ realFolder: () => '\\\\server\\share\\客本' });
    expect(isOnNetwork('Z:\\客本\\book.keben', mapped)).toBe(true);
    expect(isOnNetwork('C:\\客本\\book.keben', probe({}))).toBe(false);
  });

  it.each([0x6969, 0x517b, 0xff534d42, 0xfe534d42])('finds a network mount of Linux by its type %i', (type) => {
    expect(isOnNetwork('/mnt/server/book.keben', probe({ platform: 'linux', fileSystemType: () => type }))).toBe(true);
  });

  it('takes two slashes on Linux for one, and a local disk for one', () => {
    expect(isOnNetwork('//home/li/book.keben', probe({ platform: 'linux' }))).toBe(false);
  });

  it('lets a folder that cannot be looked at pass: opening the book says what is wrong', () => {
    const blind = () => {
      throw new Error('ENOENT');
    };
    expect(isOnNetwork('C:\\x\\book.keben', probe({ realFolder: blind }))).toBe(false);
    expect(isOnNetwork('/x/book.keben', probe({ platform: 'linux', fileSystemType: blind }))).toBe(false);
  });
});
