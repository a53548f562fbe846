import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { checkedRow, checkedRows, forgetAnswers } from '../../../db/import-check/import-check-file.ts';
import { importBatches } from '../../../db/queries/import-batches.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { isId } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { type ImportTargetName, importTargetNames } from '../../../src-shared/files-in/import-target.ts';
import { importTargets } from '../../../src-shared/files-in/import-targets.ts';
import { type Role, reachOf } from '../../../src-shared/users/rights.ts';
import type { ReadOptions } from '../../files/spreadsheet/reader-host.ts';
import type { HandlerContext, JobControl } from '../../ipc/handler-context.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { unwatched } from '../../jobs/job-runner.ts';
import { commitImport } from '../../workflows/commit-import.ts';
import type { CheckRequest } from './check-request.ts';
import type { ImportSession, MadeCheck, StagedChoice } from './import-desk.ts';
import { proposePlan } from './propose-plan.ts';
import { recheckRow } from './recheck-row.ts';

export const importHandlers: HandlersOf<'imports'> = {
  chooseFile: async ({ services }) => ok({ path: await services.dialogs.openSpreadsheet() }),

  inspect: async ({ services, session, job }, { path: file }) => {
    const fileName = path.basename(file);
    const outcome = await services.spreadsheets.inspect(file, readOptions(job));
    if (!outcome.ok) {
      if (outcome.error.kind === 'cancelled') return err({ kind: 'cancelled' });
      return ok({ state: 'refused', fileName, problem: outcome.error });
    }
    const workbook = outcome.value;
    const begun = services.imports.begin({ bookId: session.book().bookId, path: file, workbook });
    return ok({ state: 'readable', importId: begun.id, fileName, sheets: workbook.sheets });
  },

  plan: async (context, { importId, sheetIndex, headerRow, target }) => {
    const allowed = allowedTargets(context.user.role);
    if (target !== null && !allowed.includes(target))
      return err({ kind: 'forbidden', right: importTargets[target].right });
    const found = sessionOf(context, importId);
    if (!found.ok) return found;
    const { value: made } = found;
    const sheet = made.workbook.sheets.find((candidate) => candidate.index === sheetIndex);
    if (!sheet) return ok({ state: 'refused', problem: { kind: 'no_sheet' } });
    const stagedFile = path.join(made.folder, `sheet-${sheetIndex}.rows`);
    const staged = await context.services.spreadsheets.stage(
      { path: made.path, sheetIndex, outFile: stagedFile },
      readOptions(context.job),
    );
    if (!staged.ok) {
      if (staged.error.kind === 'cancelled') return err({ kind: 'cancelled' });
      return ok({ state: 'refused', problem: staged.error });
    }
    const { fileName } = made;
    const wish = { importId, fileName, sheet, staged: staged.value, stagedFile, headerRow, target, allowed };
    const plan = proposePlan(wish);
    made.staged = { plan, stagedFile, tallMerges: staged.value.tallMerges, fileSha256: await sha256Of(made.path) };
    made.made = null;
    return ok({ state: 'planned', plan });
  },

  check: async (context, { importId, mapping, matchKey, ownerForNew, money }) => {
    const found = stagedSessionOf(context, importId);
    if (!found.ok) return found;
    const { made, staged } = found.value;
    if (ownerForNew !== null && !isId(ownerForNew)) return badField('ownerForNew');
    const { role, id: userId } = context.user;
    const { target } = staged.plan;
    const today = context.today();
    const request: CheckRequest = {
      target,
      mapping,
      matchKey,
      ownerForNew,
      money: { ...money, openingOn: money.openingOn ?? today },
      mayMakeCustomers: reachOf(role, 'import.customers') === 'all',
      userId,
      reach: reachOf(role, importTargets[target].right) ?? 'own',
      today,
    };
    // Corrections belong to a column's field: under another mapping they would land in the wrong place.
    if (made.made && JSON.stringify(answeredOf(made.made)) !== JSON.stringify(answeredOf({ request })))
      forgetAnswers(made.checkFile());
    made.letGoOfCheckFile();
    const order = {
      stagedFile: staged.stagedFile,
      tallMerges: staged.tallMerges,
      checkPath: made.checkPath,
      request,
      columns: staged.plan.columns,
      rows: staged.plan.rows,
    };
    const outcome = await context.services.jobs.run('checkSheet', order, context.job ?? unwatched);
    if (!outcome.ok) return outcome;
    made.made = { request, ...outcome.value };
    return ok(outcome.value.check);
  },

  rows: (context, { importId, result, reason, offset, limit }) => {
    const found = checkedSessionOf(context, importId);
    return found.ok ? ok(checkedRows(found.value.made.checkFile(), { result, reason }, { offset, limit })) : found;
  },

  setCell: (context, { importId, row, field, text }) =>
    recheck(context, importId, row, (answers) => ({ ...answers, edits: { ...answers.edits, [field]: text } })),

  decide: (context, { importId, row, decision, customerId }) => {
    if (customerId !== null && !isId(customerId)) return badField('customerId');
    const found = checkedSessionOf(context, importId);
    if (!found.ok) return found;
    // Of an order all rows are decided with its first.
    const isLine = importTargets[found.value.staged.plan.target].folding.kind === 'by_number';
    const first = isLine ? (checkedRow(found.value.made.checkFile(), row)?.foldsInto ?? row) : row;
    return recheck(context, importId, first, (answers) => ({ ...answers, decision, customerId }));
  },

  commit: (context, { importId }) => {
    const found = checkedSessionOf(context, importId);
    if (!found.ok) return found;
    const { made, staged, check } = found.value;
    made.letGoOfCheckFile();
    return commitImport(context, {
      checkPath: made.checkPath,
      position: check.position,
      target: check.request.target,
      ownerForNew: check.request.ownerForNew,
      facts: {
        fileName: made.fileName,
        fileSha256: staged.fileSha256,
        sheetName: staged.plan.sheetName,
        mapping: check.request.mapping,
        rowsRead: check.check.total,
        rowsSkipped: check.check.skip,
        rowsInError: check.check.error + check.check.question,
      },
    });
  },

  saveProblemRows: async (context, { importId, proposedName, ...wish }) => {
    const found = checkedSessionOf(context, importId);
    if (!found.ok) return found;
    const { made, staged } = found.value;
    const target = await context.services.dialogs.saveWorkbook(proposedName);
    if (target === null) return ok({ path: null, rows: 0 });
    const order = { checkPath: made.checkPath, path: target, columns: staged.plan.columns, ...wish };
    const outcome = await context.services.jobs.run('problemRows', order, context.job ?? unwatched);
    return outcome.ok ? ok({ path: target, rows: outcome.value.rows }) : outcome;
  },

  discard: ({ services }, { importId }) => {
    services.imports.end(importId);
    return ok({});
  },

  batches: ({ session }, { limit }) => ok({ batches: importBatches(session.db(), limit) }),
};

function recheck(context: HandlerContext, importId: string, row: number, change: Parameters<typeof recheckRow>[5]) {
  const found = checkedSessionOf(context, importId);
  if (!found.ok) return found;
  const { made, staged, check } = found.value;
  const outcome = recheckRow(context.session.db(), made.checkFile(), check, staged, row, change);
  if (!outcome) return err({ kind: 'not_found', entity: 'import_row', id: String(row) } as const);
  made.made = { ...check, check: outcome.check };
  return ok(outcome);
}

function sessionOf({ services, session }: HandlerContext, importId: string): Result<ImportSession, AppError> {
  return services.imports.find(importId, session.book().bookId);
}

/** Errors: conflict import_expired, also when the steps before were not made. */
function stagedSessionOf(
  context: HandlerContext,
  importId: string,
): Result<{ readonly made: ImportSession; readonly staged: StagedChoice }, AppError> {
  const found = sessionOf(context, importId);
  if (!found.ok) return found;
  const { staged } = found.value;
  if (!staged) return err({ kind: 'conflict', reason: 'import_expired' });
  // Another person may sit here since the sheet was planned.
  const { right } = importTargets[staged.plan.target];
  if (reachOf(context.user.role, right) === null) return err({ kind: 'forbidden', right });
  return ok({ made: found.value, staged });
}

function checkedSessionOf(
  context: HandlerContext,
  importId: string,
): Result<{ readonly made: ImportSession; readonly staged: StagedChoice; readonly check: MadeCheck }, AppError> {
  const found = stagedSessionOf(context, importId);
  if (!found.ok) return found;
  const check = found.value.made.made;
  return check ? ok({ ...found.value, check }) : err({ kind: 'conflict', reason: 'import_expired' });
}

function readOptions(job: JobControl | null): ReadOptions {
  if (!job) return {};
  const stop = new AbortController();
  job.onCancel(() => stop.abort());
  const startMs = performance.now();
  return {
    signal: stop.signal,
    onProgress: (fraction) => {
      const leftMs = fraction > 0 ? ((performance.now() - startMs) / fraction) * (1 - fraction) : null;
      job.progress({ stage: 'reading', fraction, done: null, total: null, leftMs });
    },
  };
}

/** What a correction of a row belongs to. */
function answeredOf({ request }: Pick<MadeCheck, 'request'>): unknown {
  return [request.target, request.mapping.columns.map(({ column, field }) => [column, field])];
}

function allowedTargets(role: Role): readonly ImportTargetName[] {
  return importTargetNames.filter((name) => reachOf(role, importTargets[name].right) !== null);
}

function badField(field: string) {
  return err({ kind: 'validation', fields: [{ field, problem: 'unknown_choice' }] } as const);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
