import { describe, expect, it } from 'vitest';
import { programRefusal, type ReleaseFacts, releaseRefusals, smallestElectronBytes } from './release-rules.ts';

const ready: ReleaseFacts = {
  version: '0.2.0',
  uncommitted: '',
  changelog: '# Changes\n\n## 0.2.0 (2026-12-01)\n\n- Visits.\n\n## 0.1.0\n',
  manualChecks: '| # | check | why | last run on |\n| --- | --- | --- | --- |\n| 1 | opens | x | 0.2.0, Windows 11 |\n',
};

describe('releaseRefusals', () => {
  it('lets a tree pass that is committed, described and checked by hand', () => {
    expect(releaseRefusals(ready)).toEqual([]);
  });

  it.each<readonly [string, Partial<ReleaseFacts>, RegExp]>([
    ['changes that are not committed', { uncommitted: ' M README.md\n' }, /not committed/],
    ['a version nobody described', { changelog: '## 0.1.0\n' }, /no entry for 0.2.0/],
    ['a version called not released', { changelog: '## 0.2.0 (not released)\n' }, /is not released/],
    [
      'checks by hand of another version',
      { manualChecks: '| 1 | opens | x | 0.1.0 |\n| 2 | x | y | not run yet |' },
      /2 of 2/,
    ],
    ['no checks at all', { manualChecks: '' }, /lists no checks/],
  ])('refuses %s', (_what, change, words) => {
    expect(releaseRefusals({ ...ready, ...change }).join('\n')).toMatch(words);
  });
});

describe('programRefusal', () => {
  it.each([
    ['a stub, however big', smallestElectronBytes * 2, true, /stub/],
    ['half a download', smallestElectronBytes - 1, false, /bytes/],
  ] as const)('refuses %s', (_what, bytes, isStub, words) => {
    expect(programRefusal('Keben.exe', bytes, isStub)).toMatch(words);
  });

  it('takes a program of Electron’s size', () => {
    expect(programRefusal('Keben.exe', smallestElectronBytes, false)).toBeNull();
  });
});
