import type { PackedArch, PackedOs } from './stub-electron.ts';

/** One file inside app.asar or beside it. */
export interface PackedFile {
  /** With forward slashes, from the app's folder. */
  readonly path: string;
  readonly bytes: number;
  readonly isUnpacked: boolean;
}

/** What a packed app is made of. */
export interface PackedApp {
  readonly os: PackedOs;
  readonly arch: PackedArch;
  readonly files: readonly PackedFile[];
  /** The first bytes of each .node and what they say it is. */
  readonly binaries: readonly { readonly path: string; readonly kind: string }[];
  /** Fuse → whether it is on. */
  readonly fuses: Readonly<Record<string, boolean>>;
  /** The hash of the asar's header that the program itself carries; null: none. Windows only. */
  readonly integrity: string | null;
  readonly headerHash: string;
}

/** What the app cannot start without. */
const needed = [
  'package.json',
  'LICENSE',
  'out/main/main.cjs',
  'out/main/job-worker.cjs',
  'out/main/spreadsheet-reader.cjs',
  'out/main/licences.json',
  'out/main/migrations/0001_create_book.sql',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/assets/icon.png',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/LICENSE',
  'node_modules/better-sqlite3/lib/index.js',
];

const unwanted: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a source', /\.(?:ts|tsx|mts)$/],
  ['a test', /(?:^|\/)(?:testing|e2e|bench)\/|\.(?:test|spec)\./],
  ['the stand-in', /(?:^|\/)runtime\//],
  ['a source map', /\.map$/],
  ['npm’s settings', /(?:^|\/)\.npmrc$/],
  ['a Node of its own', /(?:^|\/)node(?:\.exe)?$|node_modules\/node-/],
  ['a drawing', /\.(?:svg|ico|icns)$/],
  ['a note of the build', /(?:^|\/)\.built-from$/],
];

/** Every package beside better-sqlite3 is inside the bundles; another one here has slipped in. */
const packagesBeside = new Set(['better-sqlite3']);

export const wantedFuses: Readonly<Record<string, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
};

const binaryKinds: Readonly<Record<PackedOs, Readonly<Record<PackedArch, string>>>> = {
  linux: { x64: 'ELF x64', arm64: 'ELF arm64' },
  win: { x64: 'PE x64', arm64: 'PE arm64' },
};

/** The most that an app without Electron may weigh; a doubled binary or a stray package shows here first. */
export const largestAppBytes = 24 * 1024 * 1024;

/** What is wrong with a packed app, in sentences; empty when nothing is. */
export function offencesOf(app: PackedApp): readonly string[] {
  const paths = new Set(app.files.map(({ path }) => path));
  const bytes = app.files.reduce((sum, file) => sum + file.bytes, 0);
  return [
    ...needed.filter((path) => !paths.has(path)).map((path) => `${path} is missing`),
    ...app.files.flatMap(({ path }) =>
      unwanted.filter(([, pattern]) => pattern.test(path)).map(([what]) => `${path} is ${what}`),
    ),
    ...app.files.flatMap(({ path }) => strangePackage(path)),
    ...app.files
      .filter(({ path, isUnpacked }) => path.endsWith('.node') !== isUnpacked)
      .map(({ path }) => `${path} lies on the wrong side of the asar`),
    ...binaryOffences(app),
    ...Object.entries(wantedFuses).flatMap(([fuse, isOn]) =>
      app.fuses[fuse] === isOn ? [] : [`fuse ${fuse} should be ${isOn ? 'on' : 'off'}`],
    ),
    ...(app.os === 'win' && app.integrity !== app.headerHash
      ? [`the program carries ${app.integrity ?? 'no hash'} for an asar of ${app.headerHash}`]
      : []),
    ...(bytes > largestAppBytes ? [`${bytes} bytes are more than ${largestAppBytes}`] : []),
  ];
}

function strangePackage(path: string): readonly string[] {
  const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  return name === undefined || packagesBeside.has(name) ? [] : [`${path} belongs to a package that is bundled`];
}

function binaryOffences({ os, arch, binaries }: PackedApp): readonly string[] {
  const wanted = binaryKinds[os][arch];
  if (binaries.length !== 1) return [`there should be one .node, and there are ${binaries.length}`];
  return binaries.filter(({ kind }) => kind !== wanted).map(({ path, kind }) => `${path} is ${kind}, not ${wanted}`);
}
