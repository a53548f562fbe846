import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As the about page shows it; see src-shared/book/book-contract.ts. */
export interface BundledLicence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Data of others in a module of our own; its licence text lies beside it and travels with the app (build-app.ts). */
const bundledData = [
  {
    module: 'src-shared/workdays/statutory-holiday-lines.ts',
    name: 'holiday-cn',
    version: '2007–2026',
    licence: 'MIT',
  },
] as const;

const packageFolder = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/**
 * The packages whose code went into the app, from the ids of the modules that were bundled, and those that travel
 * beside it. Taken from what was really bundled, so the list cannot fall behind. Sorted by name.
 */
export function bundledLicences(
  root: string,
  moduleIds: Iterable<string>,
  beside: readonly string[],
): BundledLicence[] {
  const ids = [...moduleIds];
  const folders = new Set(beside.map((name) => join(root, 'node_modules', name)));
  for (const id of ids) {
    const folder = packageFolder.exec(id.replace(/^\0+/, ''))?.[1];
    if (folder !== undefined) folders.add(folder);
  }
  const byKey = new Map<string, BundledLicence>();
  for (const { module, ...licence } of bundledData) {
    if (ids.some((id) => id.replaceAll('\\', '/').endsWith(module))) byKey.set(licence.name, licence);
  }
  for (const folder of folders) {
    const licence = readLicence(join(folder, 'package.json'));
    byKey.set(`${licence.name}@${licence.version}`, licence);
  }
  return [...byKey.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Throws when a package states no licence: we may not ship it before someone has looked. */
function readLicence(file: string): BundledLicence {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const { name, version, license } = Object(manifest);
  if (typeof name !== 'string' || typeof version !== 'string') throw new Error(`${file} has no name or version`);
  const licence: unknown = typeof license === 'string' ? license : Object(license).type;
  if (typeof licence !== 'string') throw new Error(`${name} ${version} states no licence`);
  return { name, version, licence };
}

/** The list as a text file for people: a line per package, with its version and licence. `json` is out/main/licences.json. */
export function bundledLicencesFile(json: string): string {
  // Safe: written by build-app.ts from BundledLicence[].
  const licences = JSON.parse(json) as readonly BundledLicence[];
  return `${licences.map(({ name, version, licence }) => `${name} ${version}: ${licence}`).join('\n')}\n`;
}
