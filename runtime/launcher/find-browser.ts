import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names: Readonly<Record<string, readonly string[]>> = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'brave-browser',
  ],
  darwin: [],
  win32: [],
};

/** The usual places on systems where browsers are not on PATH. */
function usualPlaces(platform: string, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform !== 'win32') return [];
  const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
  const below = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Chromium\\Application\\chrome.exe',
  ];
  return below.flatMap((path) => roots.map((root) => `${root}\\${path}`));
}

/** An installed browser of the Chromium family, `KEBEN_BROWSER` first; null when there is none. */
export function findBrowser(platform: string = process.platform, env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.KEBEN_BROWSER !== undefined && env.KEBEN_BROWSER !== '') return env.KEBEN_BROWSER;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = (names[platform] ?? []).flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces(platform, env)].find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
