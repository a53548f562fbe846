import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

export interface Browser {
  readonly executable: string;
  readonly env: NodeJS.ProcessEnv;
  readonly args: readonly string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const packageRoot = join(root, 'node_modules', '@sparticuz', 'chromium');

/**
 * The headless Chromium that npm brought, with the libraries it needs (nss, nspr, expat) from the same package:
 * nothing has to be installed on the machine. Unpacked once per version below node_modules/.cache.
 */
export async function npmChromium(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser from npm is for Linux x64. Set KEBEN_BROWSER to an installed Chrome, Chromium or Edge.',
    );
  }
  const manifest: unknown = createRequire(import.meta.url)(join(packageRoot, 'package.json'));
  const version = String(Object(manifest).version);
  const folder = join(root, 'node_modules', '.cache', 'keben', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return {
    executable: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? '']
        .filter((part) => part !== '')
        .join(':'),
      FONTCONFIG_FILE: fontConfiguration(folder),
    },
    args: ['--headless', '--disable-gpu', '--disable-dev-shm-usage', '--no-zygote', '--font-render-hinting=none'],
  };
}

/**
 * The package's one font beside whatever the machine has. On a machine without any font text would have no width, and
 * a test would find nothing to click. Chinese needs a font of the machine (Debian: fonts-noto-cjk), for pictures only.
 */
function fontConfiguration(folder: string): string {
  const file = join(folder, 'fonts', 'keben-fonts.conf');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts', 'cache')}</cachedir>
</fontconfig>
`;
  if (!existsSync(file)) writeFileSync(file, text);
  return file;
}

/** Into a folder of its own first, then renamed whole: two test runs at once, or one that was stopped, leave no half browser. */
async function unpack(folder: string): Promise<void> {
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  const bin = join(packageRoot, 'bin');
  await brotli(join(bin, 'chromium.br'), join(half, 'chromium'), 0o755);
  for (const name of ['al2023', 'fonts']) {
    const archive = join(half, `${name}.tar`);
    await brotli(join(bin, `${name}.tar.br`), archive, 0o644);
    mkdirSync(join(half, name));
    const tar = spawnSync('tar', ['-xf', archive, '-C', join(half, name)], { encoding: 'utf8' });
    if (tar.status !== 0) throw new Error(`${archive} could not be unpacked: ${tar.stderr}`);
    rmSync(archive);
  }
  mkdirSync(dirname(folder), { recursive: true });
  try {
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function brotli(from: string, to: string, mode: number): Promise<void> {
  return pipeline(
    createReadStream(from),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(to, { mode }),
  );
}
