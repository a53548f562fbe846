import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type HouseTable,
  importsOf,
  isTest,
  offencesAgainst,
  readSources,
  type SourceFile,
} from './build/room-check.ts';

const pure = ['zod', 'date-fns', 'pinyin-pro', 'lunar-typescript'];
const anyRoom = ['src-shared', 'db', 'src-main', 'src-renderer', 'runtime', 'e2e', 'bench', 'build'];

/** Who may import whom; ARCHITECTURE.md shows the same table in words. */
const table: HouseTable = {
  rooms: {
    'src-shared': { rooms: ['src-shared'], packages: pure },
    db: { rooms: ['db', 'src-shared'], packages: ['drizzle-orm', 'better-sqlite3', 'node:'] },
    'src-main': {
      rooms: ['src-main', 'db', 'src-shared'],
      packages: ['electron', 'exceljs', 'ical-generator', 'yauzl', 'zod', 'date-fns', 'node:'],
    },
    'src-renderer': {
      rooms: ['src-renderer', 'src-shared'],
      packages: [
        'react',
        'react-dom',
        'antd',
        '@fullcalendar/react',
        'ag-grid-community',
        'ag-grid-react',
        'echarts',
        'zustand',
        '@tanstack/react-query',
        'i18next',
        'react-i18next',
        'lucide-react',
        'date-fns',
        'zod',
      ],
    },
    runtime: { rooms: ['runtime', 'src-shared'], packages: ['ws', 'node:', 'electron'] },
    e2e: {
      rooms: anyRoom,
      packages: ['vitest/', 'i18next', 'playwright-core', '@sparticuz/chromium', 'exceljs', 'electron', 'zod', 'node:'],
    },
    bench: { rooms: anyRoom, packages: ['better-sqlite3', 'exceljs', 'playwright-core', 'node:'] },
    build: {
      rooms: anyRoom,
      packages: [
        'i18next',
        'vite',
        '@vitejs/plugin-react',
        '@sparticuz/chromium',
        'electron-builder',
        '@electron/asar',
        '@electron/fuses',
        'resedit',
        'csv-parse/',
        'playwright-core',
        'node:',
      ],
    },
  },
  testPackages: [
    'vitest',
    'vitest/',
    'fast-check',
    '@testing-library/react',
    '@testing-library/user-event',
    'exceljs',
    'ical.js',
    'node:',
    'react',
  ],
  onlyIn: {
    'drizzle-orm': ['db/'],
    'better-sqlite3': ['db/', 'bench/'],
    electron: [
      'src-main/main.ts',
      'src-main/window.ts',
      'src-main/menu.ts',
      'src-main/tray.ts',
      'src-main/security.ts',
      'src-main/app-protocol.ts',
      'src-main/app-services.ts',
      'src-main/ipc/register.ts',
      'src-main/preload/',
      'runtime/',
      'e2e/',
    ],
    exceljs: ['src-main/', 'bench/', 'e2e/', 'build/'],
    'playwright-core': ['e2e/', 'bench/', 'build/'],
  },
};

const root = import.meta.dirname;
const sources = readSources(root);
const shipped = sources.filter((file) => /^(src-|db\/)/.test(file.path) && !isTest(file.path));

function hits(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.filter((file) => pattern.test(file.text)).map((file) => file.path);
}

describe('rooms', () => {
  it('import only what the table of ARCHITECTURE.md allows', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(offencesAgainst(table, sources)).toEqual([]);
  });

  it.each([
    ['src-shared/visits/a.ts', `import fs from 'node:fs'`],
    ['src-shared/visits/a.ts', `import { eq } from 'drizzle-orm'`],
    ['src-shared/visits/a.ts', `import { x } from '../../db/open.ts'`],
    ['db/queries/a.ts', `import { app } from 'electron'`],
    ['db/queries/a.ts', `import { x } from '../../src-main/main.ts'`],
    ['src-main/features/visits/a.ts', `import { sql } from 'drizzle-orm'`],
    ['src-main/features/visits/a.ts', `import { dialog } from 'electron'`],
    ['src-main/features/visits/a.ts', `import { x } from '../orders/b.ts'`],
    ['src-main/features/a-new-one/a.ts', `export { x } from '../visits/b.ts'`],
    ['src-renderer/features/visits/a.tsx', `const x = await import('../orders/b.tsx')`],
    ['src-renderer/features/visits/a.tsx', `import type { X } from '../../screens/today.tsx'`],
    ['src-renderer/components/a.tsx', `import { X } from '../features/visits/x.tsx'`],
    ['src-renderer/app/a.tsx', `import Database from 'better-sqlite3'`],
    ['src-renderer/app/a.tsx', `const fs = require('node:fs')`],
    ['src-main/jobs/a.ts', `import { x } from '../../db/testing/open-test-book.ts'`],
    ['runtime/a.ts', `import { x } from '../src-main/window.ts'`],
    ['src-shared/visits/a.ts', `import { x } from './index.ts'`],
    ['a-new-room/a.ts', `import { x } from './b.ts'`],
  ])('a planted offence is found: %s: %s', (path, text) => {
    expect(offencesAgainst(table, [{ path, text }])).not.toEqual([]);
  });

  it('reads imports in every form, and none out of comments', () => {
    const text = `
      import a from 'a'; import type { B } from "b";
      export * from './c.ts'; import './d.css';
      const e = import('e'); const f = require('f');
      // import 'g'
      /* import 'h' */
      import {
        i,
      } from 'i';`;
    expect(importsOf(text).map((found) => found.from)).toEqual(['a', 'b', './c.ts', './d.css', 'e', 'f', 'i']);
  });
});

describe('house rules that a grep can hold', () => {
  it.each([
    ['synchronous IPC', /\bsendSync\b/],
    ['a file: address', /['"`]file:\/\//],
    ['a bare `as any`', /\bas any\b/],
    ['an enum', /^\s*(export\s+)?(const\s+)?enum\s/m],
  ])('there is no %s', (_, pattern) => {
    expect(hits(shipped, pattern)).toEqual([]);
  });

  it('ipcMain.handle is called in one place', () => {
    expect(hits(shipped, /ipcMain\.handle\(/)).toEqual(['src-main/ipc/register.ts']);
  });

  it('shell.openExternal is called in one place', () => {
    expect(hits(shipped, /shell\.openExternal\(/)).toHaveLength(1);
  });

  it('text becomes a Date only in calendar-date.ts and instant.ts', () => {
    const pattern = /new Date\(\s*[^)\s\d]/;
    expect(
      hits(
        shipped.filter((file) => /^(src-shared|db)\//.test(file.path)),
        pattern,
      ),
    ).toEqual(['src-shared/core/calendar-date.ts', 'src-shared/core/instant.ts']);
  });

  it('a test outside the window’s room that replaces a module or a global runs alone: others share its worker', () => {
    const tests = sources.filter((file) => isTest(file.path) && !/^(src-renderer|e2e)\//.test(file.path));
    const pattern =
      /\bvi\.(?:mock|doMock|stubGlobal|stubEnv|useFakeTimers)\(|process\.chdir\(|process\.env\.\w+\s*=[^=]/;
    const config = readFileSync(`${root}/vitest.config.ts`, 'utf8');
    const alone = /const alone = \[([^\]]*)\]/.exec(config)?.[1] ?? '';
    expect(hits(tests, pattern).filter((file) => !alone.includes(`'${file}'`))).toEqual([]);
  });

  it('no file is called after what it is not', () => {
    expect(
      sources
        .map((file) => file.path)
        .filter((path) => /(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/)/.test(path)),
    ).toEqual([]);
  });
});
