import { join } from 'node:path';

/** Where the build put what the app needs while it runs. */
export interface AppPaths {
  readonly renderer: string;
  readonly preload: string;
  readonly icon: string;
  readonly jobWorker: string;
  readonly spreadsheetReader: string;
  readonly migrations: string;
  readonly licences: string;
}

/** `appFolder` is the project's folder, or app.asar of the installed app. */
export function appPaths(appFolder: string): AppPaths {
  const main = join(appFolder, 'out', 'main');
  return {
    renderer: join(appFolder, 'out', 'renderer'),
    preload: join(appFolder, 'out', 'preload', 'preload.cjs'),
    icon: join(appFolder, 'out', 'assets', 'icon.png'),
    jobWorker: join(main, 'job-worker.cjs'),
    spreadsheetReader: join(main, 'spreadsheet-reader.cjs'),
    migrations: join(main, 'migrations'),
    licences: join(main, 'licences.json'),
  };
}
