import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { NtExecutable, NtExecutableResource } from 'resedit';
import type { PackedApp, PackedFile } from './package-rules.ts';
import type { PackedArch, PackedOs } from './stub-electron.ts';

const fuseOn = '1'.charCodeAt(0);

/** Reads what lies in an unpacked build of electron-builder. `folder` is its linux-unpacked or win-unpacked. */
export async function readPackedApp(folder: string, os: PackedOs, arch: PackedArch): Promise<PackedApp> {
  const archive = asarOf(folder);
  const program = programOf(folder, os);
  const files = filesOf(archive);
  return {
    os,
    arch,
    files,
    binaries: files
      .filter(({ path }) => path.endsWith('.node'))
      .map(({ path }) => ({ path, kind: binaryKind(readFileSync(join(`${archive}.unpacked`, path))) })),
    fuses: await fusesOf(program),
    integrity: os === 'win' ? integrityIn(program) : null,
    headerHash: createHash('sha256').update(getRawHeader(archive).headerString).digest('hex'),
  };
}

export function asarOf(folder: string): string {
  return join(folder, 'resources', 'app.asar');
}

export function programOf(folder: string, os: PackedOs): string {
  return join(folder, os === 'win' ? 'Keben.exe' : 'keben');
}

/** The whole of a file inside the archive. */
export function packedText(folder: string, path: string): string {
  return extractFile(asarOf(folder), path).toString('utf8');
}

/** Files on the disk that the archive does not know would escape its integrity check: they are listed as well. */
function filesOf(archive: string): readonly PackedFile[] {
  const inside = listPackage(archive, { isPack: false }).flatMap((listed): readonly PackedFile[] => {
    const path = listed.split(sep).join('/').replace(/^\//, '');
    const stat = statFile(archive, path);
    return 'size' in stat ? [{ path, bytes: stat.size, isUnpacked: stat.unpacked === true }] : [];
  });
  const known = new Set(inside.map(({ path }) => path));
  const beside = readdirSync(`${archive}.unpacked`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(`${archive}.unpacked`.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => !known.has(path));
  return [...inside, ...beside.map((path) => ({ path, bytes: 0, isUnpacked: true }))];
}

async function fusesOf(program: string): Promise<Readonly<Record<string, boolean>>> {
  const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(program)) };
  return Object.fromEntries(
    Object.entries(FuseV1Options)
      .filter(([, index]) => typeof index === 'number')
      .map(([name, index]) => [name, wire[String(index)] === fuseOn]),
  );
}

/** What electron-builder wrote beside the version: the hash that Electron compares at the start. */
function integrityIn(program: string): string | null {
  const resources = NtExecutableResource.from(NtExecutable.from(readFileSync(program)));
  const entry = resources.entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
  if (!entry) return null;
  const list: unknown = JSON.parse(Buffer.from(entry.bin).toString('utf8'));
  const first: unknown = Array.isArray(list) ? list[0] : null;
  const value: unknown = Object(first).value;
  return typeof value === 'string' ? value : null;
}

const elfMachines: Readonly<Record<number, string>> = { 62: 'ELF x64', 183: 'ELF arm64' };
const peMachines: Readonly<Record<number, string>> = { 34404: 'PE x64', 43620: 'PE arm64' };

/** What a native binary was made for, by its first bytes. */
export function binaryKind(bytes: Buffer): string {
  if (bytes.length >= 20 && bytes.toString('latin1', 0, 4) === '\u007fELF')
    return elfMachines[bytes.readUInt16LE(18)] ?? 'ELF for another machine';
  if (bytes.length >= 64 && bytes.toString('latin1', 0, 2) === 'MZ') {
    const header = bytes.readUInt32LE(0x3c);
    if (header + 6 <= bytes.length) return peMachines[bytes.readUInt16LE(header + 4)] ?? 'PE for another machine';
  }
  return 'no program';
}
