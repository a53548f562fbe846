import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The path of a program of the machine, or null: peers that are no dependency are used where they are installed. */
export function installedProgram(name: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** Its error boxes wait for a click that nobody makes. */
const longestConversionMs = 300_000;

/** LibreOffice's own conversion of a workbook's first sheet to CSV, into `folder`, with settings of its own. */
export async function convertToCsv(soffice: string, workbook: string, folder: string): Promise<string> {
  const settings = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'soffice')).href}`;
  // 76: UTF-8.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1';
  await run(soffice, ['--headless', settings, '--convert-to', filter, '--outdir', folder, workbook], {
    timeout: longestConversionMs,
  });
  return path.join(folder, `${path.basename(workbook, path.extname(workbook))}.csv`);
}
