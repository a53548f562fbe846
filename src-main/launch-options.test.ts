import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseLaunchOptions } from './launch-options.ts';

const parse = (...args: string[]) => parseLaunchOptions(args, '/work place');

describe('parseLaunchOptions', () => {
  it('opens the usual book in the usual folder when nothing is said', () => {
    expect(parse('/opt/keben', '--no-sandbox')).toEqual({ book: null, userDataDir: null });
  });

  it.each([
    [['--book=/data/客户 本.keben'], '/data/客户 本.keben'],
    [['--book', '/data/a.keben'], '/data/a.keben'],
    [['--book=a.keben', '--lang=zh'], resolve('/work place', 'a.keben')],
    [['--book=/a', '--book=/b'], '/b'],
    [['--book='], null],
    [['--book'], null],
    [['--book', '--lang=zh'], null],
    [['--bookshelf=/a'], null],
    [['C:\\程序\\Keben.exe', '/data/客户 本.keben'], '/data/客户 本.keben'],
    [['旧账.KEBEN'], resolve('/work place', '旧账.KEBEN')],
    [['/data/a.keben', '--book=/data/b.keben'], '/data/b.keben'],
    [['/data/a.keben.txt'], null],
    [['--x=/data/a.keben'], null],
    [['--user-data-dir', '/data/folder.keben'], null],
  ])('%j names the book %j', (args, book) => expect(parse(...args).book).toBe(book));

  it('takes a data folder of its own', () => {
    expect(parse('--user-data-dir=/data/keben').userDataDir).toBe('/data/keben');
  });
});
