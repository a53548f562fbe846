import path from 'node:path';
import { type AppCore, createAppCore } from '../src-main/app-core.ts';
import { forkNodeReader } from '../src-main/files/spreadsheet/fork-node-reader.ts';
import type { ForkReader } from '../src-main/files/spreadsheet/reader-host.ts';
import type { AppError } from '../src-shared/core/app-error.ts';
import { newId } from '../src-shared/core/id.ts';
import { instantFromMs } from '../src-shared/core/instant.ts';
import type { Result } from '../src-shared/core/result.ts';
import type {
  ImportCheck,
  ImportOutcome,
  ImportPlan,
  InspectOutcome,
} from '../src-shared/files-in/imports-contract.ts';
import type { SpreadsheetProblem } from '../src-shared/files-in/spreadsheet-problem.ts';
import { refusalText } from './refusal-text.ts';

export interface FileOutcome {
  readonly file: string;
  /** `rows`: the file could be read. `error`: it could not, and `message` says why and what to do. */
  readonly outcome: 'rows' | 'error';
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  /** Rows that stay out until somebody mends or decides something. */
  readonly rowErrors: number;
  readonly message: string;
  readonly ms: number;
  /** Of the reading process. */
  readonly peakMb: number;
}

const root = path.resolve(import.meta.dirname, '..');

/** Takes one file through the app's own import, as a user would who accepts what is proposed. */
export async function checkFile(file: string, workFolder: string): Promise<FileOutcome> {
  const memory = { peakMb: 0 };
  const core = coreIn(workFolder, watched(forkNodeReader(inProject('out/main/spreadsheet-reader.cjs')), memory));
  const started = performance.now();
  const nothing = { file, rows: 0, created: 0, updated: 0, rowErrors: 0 };
  try {
    await core.openBook();
    const read = await throughImport(core, file);
    const figures = { ms: performance.now() - started, peakMb: Math.round(memory.peakMb) };
    return 'problem' in read
      ? { ...nothing, outcome: 'error', message: refusalText(read.problem), ...figures }
      : { ...nothing, outcome: 'rows', message: '', ...read, ...figures };
  } finally {
    await core.close();
  }
}

type Read = Pick<FileOutcome, 'rows' | 'created' | 'updated' | 'rowErrors'> & { readonly message?: string };

async function throughImport(core: AppCore, file: string): Promise<Read | { readonly problem: SpreadsheetProblem }> {
  const inspected = await call<InspectOutcome>(core, 'imports.inspect', { path: file });
  if (inspected.state === 'refused') return { problem: inspected.problem };
  const { importId } = inspected;
  const visible = inspected.sheets.filter((sheet) => sheet.visibility === 'visible' && sheet.rows > 0);
  const empty: Read = { rows: 0, created: 0, updated: 0, rowErrors: 0, message: 'no rows in any visible sheet' };
  let best: ImportPlan | null = null;
  for (const sheet of visible) {
    const outcome = await call<
      { state: 'planned'; plan: ImportPlan } | { state: 'refused'; problem: SpreadsheetProblem }
    >(core, 'imports.plan', {
      importId,
      sheetIndex: sheet.index,
      target: 'customers',
    });
    if (outcome.state === 'refused') return { problem: outcome.problem };
    best ??= outcome.plan;
    if (!namesCustomers(outcome.plan)) continue;
    best = outcome.plan;
    break;
  }
  if (!best) return empty;
  // Planning another sheet put this one away.
  await call(core, 'imports.plan', { importId, sheetIndex: best.sheetIndex, target: 'customers' });
  const mapping = {
    headerRow: best.headerRow,
    firstDataRow: best.firstDataRow,
    columns: best.columns.map(({ column, field }) => ({ column, field })),
  };
  const check = await call<ImportCheck>(core, 'imports.check', { importId, mapping, matchKey: 'name' });
  const rowErrors = check.error + check.question;
  const rows = check.total;
  if (check.willWrite === 0)
    return {
      rows,
      created: 0,
      updated: 0,
      rowErrors,
      message: namesCustomers(best) ? '' : 'no column names a customer',
    };
  const { created, updated } = await call<ImportOutcome>(core, 'imports.commit', { importId });
  return { rows, created, updated, rowErrors };
}

function namesCustomers(plan: ImportPlan): boolean {
  return plan.columns.some(({ field }) => field === 'name' || field === 'contactName');
}

export async function call<T>(core: AppCore, procedure: string, input: unknown): Promise<T> {
  // Safe: the contract gives this procedure this output.
  const outcome = (await core.dispatch({ procedure, input, jobId: newId() }, { progress: () => {} })) as Result<
    T,
    AppError
  >;
  if (outcome.ok) return outcome.value;
  throw new Error(`${procedure}: ${JSON.stringify(outcome.error)}`);
}

/** Listens to how much memory the reader says it has. */
function watched(fork: ForkReader, memory: { peakMb: number }): ForkReader {
  return () => {
    const reader = fork();
    return {
      ...reader,
      residentBytes: () => {
        const bytes = reader.residentBytes();
        memory.peakMb = Math.max(memory.peakMb, (bytes ?? 0) / 1024 / 1024);
        return bytes;
      },
      onMessage: (listener) =>
        reader.onMessage((message) => {
          memory.peakMb = Math.max(memory.peakMb, peakIn(message));
          listener(message);
        }),
    };
  };
}

function peakIn(message: unknown): number {
  const text = JSON.stringify(message, (key, value: unknown) => (key === 'sample' ? undefined : value));
  const found = /"(?:peakMb|residentMb)":([\d.]+)/.exec(text);
  return found ? Number(found[1]) : 0;
}

export function inProject(file: string): string {
  return path.join(root, file);
}

/** The app without a window: nobody answers dialogs, nothing is opened. */
export function coreIn(dataFolder: string, forkReader: ForkReader): AppCore {
  const refuse = () => Promise.reject(new Error('nobody is there to answer a dialog'));
  return createAppCore({
    dataFolder,
    paths: {
      jobWorker: inProject('out/main/job-worker.cjs'),
      migrations: inProject('db/migrations'),
      licences: inProject('out/main/licences.json'),
    },
    launchBook: null,
    appVersion: '0.0.0-check',
    runtimeVersions: { electron: '', chrome: '', node: process.versions.node, sqlite: '' },
    systemLanguage: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    now: () => instantFromMs(Date.now()),
    announce: () => {},
    forkReader,
    dialogs: () => ({
      openSpreadsheet: refuse,
      saveWorkbook: refuse,
      saveCalendar: refuse,
      savePicture: refuse,
      savePdf: refuse,
      openExportFolder: refuse,
      openFolder: refuse,
      openHolidays: refuse,
      openFiles: refuse,
      saveCopy: refuse,
    }),
    desktop: { openExternal: refuse, canDial: () => false, showItemInFolder: () => {}, openPath: refuse },
    printer: { canPrintToFile: false, pagesAsPdf: refuse },
    clipboard: { writeText: () => {} },
    look: { follow: () => {} },
    notifier: { show: () => false },
  });
}
