import i18next from 'i18next';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Result } from '../../../src-shared/core/result.ts';
import type { ImportTargetName } from '../../../src-shared/files-in/import-target.ts';
import type { ColumnMapping, InspectOutcome } from '../../../src-shared/files-in/imports-contract.ts';
import type { JobHandle } from '../../../src-shared/ipc/contract.ts';
import { client } from '../../ipc/client.ts';
import { runJob } from '../../ipc/jobs.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { notifyDone } from '../../state/toasts.ts';
import { countText } from '../../text/number-text.ts';
import { changeImport, freshImport, type ImportWork, useImport, wholeSheet } from './import-store.ts';
import { mappingOf } from './mapping-draft.ts';
import { problemWords } from './problem-words.ts';

/** Asks for a file in a dialog. False: the user closed it. */
export async function chooseFile(): Promise<boolean> {
  const chosen = await settled(client.imports.chooseFile({}));
  if (!chosen.ok) {
    sayError(chosen.error);
    return false;
  }
  if (chosen.value.path === null) return false;
  void takeFile(chosen.value.path);
  return true;
}

/** Begins an import with this file; the one before is let go. */
export async function takeFile(path: string): Promise<void> {
  if (useImport.getState().running) return;
  // Said at once, so that a slow disk does not look like a drop that missed.
  const { wanted } = useImport.getState();
  changeImport({ ...freshImport, wanted, fileName: path.split(/[\\/]/).at(-1) ?? path });
  const done = await work('inspect', (job) => client.imports.inspect({ path }, job));
  if (!done) return;
  if (done.state === 'refused') return changeImport({ refused: done });
  changeImport({ importId: done.importId, fileName: done.fileName, sheets: done.sheets });
  const only = onlySheet(done.sheets);
  if (only !== null) await openSheet(only);
}

/** The sheet that needs no asking: the only one that holds anything and can be seen. Null: the user chooses. */
export function onlySheet(sheets: Extract<InspectOutcome, { state: 'readable' }>['sheets']): number | null {
  const filled = sheets.filter((sheet) => sheet.rows > 0);
  const [only, second] = filled;
  return only && !second && only.visibility === 'visible' ? only.index : null;
}

/**
 * Reads a sheet whole and proposes its columns. `headerRow` 0: it has none; null: found by itself. `target` null: what
 * was asked for before the file was chosen, else what the headings say.
 */
export async function openSheet(
  sheetIndex: number,
  headerRow: number | null = null,
  target: ImportTargetName | null = useImport.getState().wanted,
): Promise<void> {
  const { importId } = useImport.getState();
  if (importId === null) return;
  const input = { importId, sheetIndex, headerRow, target };
  const done = await work('plan', (job) => client.imports.plan(input, job));
  if (!done) return;
  if (done.state === 'refused') {
    return changeImport({ step: 'file', refused: { fileName: useImport.getState().fileName, problem: done.problem } });
  }
  changeImport({
    step: 'columns',
    refused: null,
    notice: null,
    plan: done.plan,
    mapping: mappingOf(done.plan),
    check: null,
  });
}

/** Checks every row by the mapping as it stands. The step is shown when the answer is there. */
export async function checkRows(ownerForNew: string | null, mapping = useImport.getState().mapping): Promise<void> {
  const { importId, matchKey, money: answers } = useImport.getState();
  if (importId === null || mapping === null) return;
  const t = i18next.t;
  const money = {
    ...answers,
    bareTitle: t('imports.money.bareTitle'),
    roundingTitle: t('imports.money.roundingTitle'),
  };
  const input = { importId, mapping, matchKey, ownerForNew, money };
  const check = await work('check', (job) => client.imports.check(input, job));
  if (!check) return;
  const { checkNumber } = useImport.getState();
  changeImport({
    step: 'check',
    check,
    mapping,
    ownerForNew,
    checkNumber: checkNumber + 1,
    filter: wholeSheet,
  });
}

/** What was asked once for a column is answered: everything is checked again with it. */
export async function answerColumn(mapping: ColumnMapping): Promise<void> {
  changeImport({ notice: null });
  await checkRows(useImport.getState().ownerForNew ?? null, mapping);
}

/** Writes what the check accepted, whole or not at all. When the book changed since, it is checked again and said. */
export async function commitImport(): Promise<void> {
  const { importId } = useImport.getState();
  if (importId === null) return;
  changeImport({ notice: null });
  const outcome = await work('commit', (job) => client.imports.commit({ importId }, job));
  if (outcome) changeImport({ step: 'done', outcome });
}

export async function saveProblemRows(): Promise<void> {
  const { importId, fileName } = useImport.getState();
  if (importId === null) return;
  const t = i18next.t;
  const input = {
    importId,
    reasonHeader: t('imports.problems.header'),
    sheetName: t('imports.problems.sheet'),
    proposedName: t('imports.problems.file', { name: fileName.replace(/\.[^.]*$/, '').slice(0, 100) }),
    words: problemWords(t),
  };
  const saved = await work('save', (job) => client.imports.saveProblemRows(input, job));
  if (!saved || saved.path === null) return;
  const { path, rows } = saved;
  notifyDone(t('imports.problems.saved', { count: rows, shown: countText(rows) }), null, {
    label: t('export.show'),
    run: () => void client.exports.showInFolder({ path }),
  });
}

/** Lets the import go; the next begins with an empty first step. */
export async function endImport(): Promise<void> {
  const { importId, running } = useImport.getState();
  if (running) return;
  changeImport(freshImport);
  if (importId === null) return;
  const done = await settled(client.imports.discard({ importId }));
  if (!done.ok) sayError(done.error);
}

/** One job at a time. Null: it failed, was cancelled, or its import is gone, and that has been said. */
async function work<T>(name: ImportWork, start: (job: JobHandle) => Promise<Result<T, AppError>>): Promise<T | null> {
  if (useImport.getState().running) return null;
  const done = await settled(runJob(null, start, (jobId) => changeImport({ running: { work: name, jobId } })));
  changeImport({ running: null });
  if (done.ok) return done.value;
  await sayFailure(done.error);
  return null;
}

/** Also for the single corrections of the check grid. */
export async function sayFailure(error: AppError): Promise<void> {
  if (error.kind === 'conflict' && error.reason === 'import_expired') {
    return changeImport({ ...freshImport, notice: 'expired' });
  }
  if (error.kind === 'conflict' && error.reason === 'import_changed') {
    await checkRows(useImport.getState().ownerForNew ?? null);
    return changeImport({ notice: 'changed' });
  }
  sayError(error);
}
