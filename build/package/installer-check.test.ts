import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileLists } from './installer-check.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben-files-'));
  mkdirSync(join(folder, 'resources/app.asar.unpacked'), { recursive: true });
  for (const name of ['Keben.exe', 'resources/app.asar', 'resources/app.asar.unpacked/a.node'])
    writeFileSync(join(folder, name), name);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('fileLists', () => {
  it('removes just what it installs, and folders only when they are empty, the inner ones first', () => {
    const [install = '', remove = ''] = fileLists(folder).split('!macroend\n');
    expect(install.match(/File /g)).toHaveLength(3);
    expect(install).toContain('SetOutPath "$INSTDIR\\resources\\app.asar.unpacked"');
    expect(remove.split('\n').slice(2, -1)).toEqual([
      '  Delete "$INSTDIR\\Keben.exe"',
      '  Delete "$INSTDIR\\resources\\app.asar"',
      '  Delete "$INSTDIR\\resources\\app.asar.unpacked\\a.node"',
      '  RMDir "$INSTDIR\\resources\\app.asar.unpacked"',
      '  RMDir "$INSTDIR\\resources"',
    ]);
    expect(remove).not.toContain('/r');
  });
});
