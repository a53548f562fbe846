import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

export type PackedOs = 'linux' | 'win';
export type PackedArch = 'x64' | 'arm64';

/** Marks the place of the fuses in an Electron binary; @electron/fuses looks for it. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Version 1, eight fuses, in their order, as Electron ships them. */
const shippedFuses = '\u0001\u000810110001';
const marker = 'This is no Electron: a stub to pack over where its binary cannot be had.';
const peMachine = { x64: 0x8664, arm64: 0xaa64 } as const;

/**
 * A folder that electron-builder takes for Electron's: what it copies, renames, edits and sets fuses in, and nothing that
 * runs. Packages made over it prove what goes into them, never that they start.
 */
export function writeStubElectron(folder: string, os: PackedOs, arch: PackedArch, electronVersion: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const fuses = Buffer.from(`${marker}\n${sentinel}${shippedFuses}`, 'latin1');
  if (os === 'win') writeFileSync(join(folder, 'electron.exe'), Buffer.concat([emptyProgram(arch), fuses]));
  else {
    writeFileSync(join(folder, 'electron'), fuses);
    chmodSync(join(folder, 'electron'), 0o755);
  }
  writeFileSync(join(folder, 'version'), electronVersion);
  writeFileSync(join(folder, 'LICENSE'), marker);
  writeFileSync(join(folder, 'LICENSES.chromium.html'), marker);
  writeFileSync(join(folder, 'locales', 'en-US.pak'), marker);
  writeFileSync(join(folder, 'locales', 'zh-CN.pak'), marker);
}

/** A Windows program without code, with the version resource that the icon and the integrity of the asar go beside. */
function emptyProgram(arch: PackedArch): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const language = { lang: 1033, codepage: 1200 };
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion(0, 0, 0, 0, language.lang);
  version.setStringValues(language, { FileDescription: 'Stub', ProductName: 'Stub' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  const bytes = Buffer.from(program.generate());
  bytes.writeUInt16LE(peMachine[arch], bytes.readUInt32LE(0x3c) + 4);
  return bytes;
}

/** Whether a packed program was made over writeStubElectron's. */
export function isStub(program: Buffer): boolean {
  return program.includes(marker);
}
