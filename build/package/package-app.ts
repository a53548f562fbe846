import { join } from 'node:path';
import { build, type Configuration, Platform } from 'electron-builder';
import { ensureBuilt } from '../fresh-build.mjs';
import { root, say, secondsSince } from '../toolchain.mjs';

export type PackageOs = 'win' | 'linux' | 'mac';

const platforms = { win: Platform.WINDOWS, linux: Platform.LINUX, mac: Platform.MAC } as const;

export function isPackageOs(text: string): text is PackageOs {
  return text in platforms;
}

/** The system that packs. */
export function ownOs(): PackageOs {
  if (process.platform === 'win32') return 'win';
  return process.platform === 'darwin' ? 'mac' : 'linux';
}

/**
 * Builds the app and makes its installers in dist/ by electron-builder.yml. Fetches Electron's binary and the installers'
 * tools when they are not cached. Gives the paths of what was made; null when it failed, which it has said then.
 */
export async function packageApp(systems: readonly PackageOs[]): Promise<readonly string[] | null> {
  if (!(await ensureBuilt(process.execPath))) return null;
  const made: string[] = [];
  for (const os of systems) {
    const started = performance.now();
    const config: Configuration = { extends: join(root, 'electron-builder.yml') };
    try {
      made.push(
        ...(await build({ projectDir: root, config, publish: 'never', targets: platforms[os].createTarget() })),
      );
    } catch (cause) {
      say('package', `${os} failed: ${cause instanceof Error ? cause.message : String(cause)}`);
      say(
        'package',
        'where GitHub cannot be reached, set ELECTRON_MIRROR and ELECTRON_BUILDER_BINARIES_MIRROR (docs/packaging.md)',
      );
      return null;
    }
    say('package', `${os} done in ${secondsSince(started)}`);
  }
  return made;
}
