import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One source file as the checks see it. `path` has forward slashes and starts at the project's root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface RoomRule {
  /** Rooms (top folders) its files may import from, itself included. */
  readonly rooms: readonly string[];
  /** Packages by exact name or by prefix ending in `/` or `:`; tests may use `testPackages` besides. */
  readonly packages: readonly string[];
}

export interface HouseTable {
  readonly rooms: Readonly<Record<string, RoomRule>>;
  /** What every test file may import whatever its room. */
  readonly testPackages: readonly string[];
  /** package → the only places that may import it. */
  readonly onlyIn: Readonly<Record<string, readonly string[]>>;
}

export interface Import {
  readonly from: string;
  readonly isTypeOnly: boolean;
}

const importPattern =
  /(?:^|[\n;])\s*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)|\brequire(?:\.resolve)?\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** Every module a source names: static, dynamic, required; comments are left out. */
export function importsOf(text: string): readonly Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
  return [...code.matchAll(importPattern)].map((match) => ({
    from: match[3] ?? match[4] ?? match[5] ?? '',
    isTypeOnly: match[2] !== undefined,
  }));
}

const ignoredFolders = new Set(['node_modules', 'out', 'dist', '.git', '.cache', 'coverage']);

export function readSources(root: string, folder = ''): SourceFile[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const relative = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return ignoredFolders.has(entry.name) ? [] : readSources(root, relative);
    if (!/\.(ts|tsx|mjs)$/.test(entry.name) || entry.name.endsWith('.d.ts')) return [];
    return [{ path: relative, text: readFileSync(path.join(root, relative), 'utf8') }];
  });
}

export function isTest(file: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(file) || /(^|\/)testing\//.test(file);
}

/** Says, in one line each, what breaks the table of ARCHITECTURE.md. Empty: nothing. */
export function offencesAgainst(table: HouseTable, files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = file.path.includes('/') ? (file.path.split('/')[0] ?? '') : '';
    if (room === '') return [];
    const rule = table.rooms[room];
    if (!rule) return [`${file.path}: no such room as ${room}/ in the table`];
    return importsOf(file.text).flatMap((found) => offenceOfImport(table, rule, file.path, found));
  });
}

function offenceOfImport(table: HouseTable, rule: RoomRule, file: string, found: Import): readonly string[] {
  if (found.from.startsWith('.')) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), found.from));
    return [...offenceBetweenRooms(rule, file, target), ...offenceInsideRoom(file, target)];
  }
  const name = packageName(found.from);
  const places = table.onlyIn[name];
  const allowed = [...rule.packages, ...(isTest(file) ? table.testPackages : [])];
  const offences: string[] = [];
  if (!allowed.some((entry) => entry === name || (/[/:]$/.test(entry) && found.from.startsWith(entry)))) {
    offences.push(`${file}: this room may not use ${found.from}`);
  }
  if (places && !places.some((place) => file === place || (place.endsWith('/') && file.startsWith(place)))) {
    offences.push(`${file}: ${name} belongs to ${places.join(', ')}`);
  }
  return offences;
}

function offenceBetweenRooms(rule: RoomRule, file: string, target: string): readonly string[] {
  const room = target.split('/')[0] ?? '';
  if (target.startsWith('..')) return [`${file}: ${target} lies outside the project`];
  return !target.includes('/') || rule.rooms.includes(room)
    ? []
    : [`${file}: may not import from ${room}/ (${target})`];
}

/** One-way streets inside a room: features do not know each other, components know no feature, nothing imports a test. */
function offenceInsideRoom(file: string, target: string): readonly string[] {
  const from = /^(src-main|src-renderer)\/features\/([^/]+)\//.exec(file);
  const to = /^(src-main|src-renderer)\/features\/([^/]+)\//.exec(target);
  const offences: string[] = [];
  if (from && to && from[2] !== to[2]) {
    offences.push(
      `${file}: feature ${from[2]} may not import feature ${to[2]}; shared steps belong in workflows/ or screens/`,
    );
  }
  if (from?.[1] === 'src-renderer' && target.startsWith('src-renderer/screens/')) {
    offences.push(`${file}: a feature may not import a screen (${target})`);
  }
  if (file.startsWith('src-renderer/components/') && /^src-renderer\/(features|screens)\//.test(target)) {
    offences.push(`${file}: a component knows no feature (${target})`);
  }
  if (isTest(target) && !isTest(file) && !/^(e2e|bench|build)\//.test(file)) {
    offences.push(`${file}: only tests import ${target}`);
  }
  if (/(^|\/)index(\.tsx?)?$/.test(target)) offences.push(`${file}: no barrel files (${target})`);
  return offences;
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}
