import { fileURLToPath } from 'node:url';
import { buildApp } from '../build/build-app.ts';
import type { SideProcesses } from '../src-main/ipc/testing/side-processes.ts';

let built: Promise<void> | null = null;

/**
 * The reading process and the job thread as the app has them: one bundle each. From their sources every start would
 * read and strip hundreds of files, which is a second that no user waits for.
 */
export async function builtProcesses(): Promise<SideProcesses> {
  built ??= buildApp();
  await built;
  return { jobWorker: inProject('out/main/job-worker.cjs'), reader: inProject('out/main/spreadsheet-reader.cjs') };
}

function inProject(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url));
}
