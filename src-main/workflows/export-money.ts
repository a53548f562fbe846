import { writeFile } from 'node:fs/promises';
import { wantedPersons } from '../../src-shared/calendar/wanted-persons.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import type { Contract } from '../../src-shared/ipc/contract.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../src-shared/ipc/procedure.ts';
import { readBookSettings } from '../features/settings/book-settings.ts';
import { pdfFileName } from '../files/file-name.ts';
import { writeWholeFile } from '../files/whole-file.ts';
import { actorOf } from '../ipc/actor.ts';
import type { HandlerContext } from '../ipc/handler-context.ts';
import { outOfRange } from '../ipc/out-of-range.ts';
import { customerToRead, ownersWithinReach } from '../ipc/reachable-customer.ts';
import { unwatched } from '../jobs/job-runner.ts';

type Exports = Contract['exports'];

const notChosen = err({ kind: 'validation', fields: [{ field: 'path', problem: 'invalid' }] } as const);

/** Hands a report for the bookkeeper to the job that writes it; a path that no dialog gave is refused. */
export async function exportMoneyReport(
  context: HandlerContext,
  { report, words, path }: ParsedInputOf<Exports['moneyReport']>,
): Promise<Result<OutputOfProcedure<Exports['moneyReport']>, AppError>> {
  const { session, services, job } = context;
  if (!services.chosenPaths.has(path)) return notChosen;
  if (report.kind !== 'aging' && report.to < report.from) return outOfRange('to');
  const { companyName, timeZone } = readBookSettings(session.db());
  const order = { report, words, path, actor: actorOf(context), companyName, timeZone };
  const outcome = await services.jobs.run('moneyReport', order, job ?? unwatched);
  return outcome.ok ? ok({ path, ...outcome.value }) : outcome;
}

/** As exportMoneyReport, for 对账单 of one or many. */
export async function exportStatements(
  context: HandlerContext,
  { scope, from, to, form, words, withAmountInWords, path }: ParsedInputOf<Exports['statements']>,
): Promise<Result<OutputOfProcedure<Exports['statements']>, AppError>> {
  const { session, services, job } = context;
  if (!services.chosenPaths.has(path)) return notChosen;
  if (to < from) return outOfRange('to');
  const whose = whoseOf(context, scope);
  if (!whose.ok) return whose;
  const { companyName } = readBookSettings(session.db());
  const order = { whose: whose.value, from, to, form, words, withAmountInWords, path, companyName };
  const outcome = await services.jobs.run('statementFiles', order, job ?? unwatched);
  return outcome.ok ? ok({ path, ...outcome.value }) : outcome;
}

function whoseOf(context: HandlerContext, scope: ParsedInputOf<Exports['statements']>['scope']) {
  const actor = actorOf(context);
  if (scope.kind === 'one') {
    const customer = customerToRead(context.session.db(), actor, scope.customerId, 'export.money');
    return customer.ok ? ok(scope) : customer;
  }
  const { ownerIds, tierIds, onlyOpen } = scope;
  return ok({
    kind: 'many' as const,
    owners: ownersWithinReach(actor, 'all', wantedPersons(ownerIds)),
    tierIds: tierIds && tierIds.length > 0 ? wantedPersons(tierIds) : undefined,
    onlyOpen,
  });
}

/** The pages on show as a PDF where the user says; asked for first, because a window that cannot needs no path. */
export async function saveStatementPdf(
  { services }: HandlerContext,
  proposedName: string,
): Promise<Result<OutputOfProcedure<Exports['savePdf']>, AppError>> {
  if (!services.printer.canPrintToFile) return ok({ kind: 'by_hand' });
  const path = await services.dialogs.savePdf(pdfFileName(proposedName));
  if (path === null) return ok({ kind: 'closed' });
  const pdf = await services.printer.pagesAsPdf();
  return writeWholeFile(path, async (temporary) => {
    await writeFile(temporary, pdf, { flag: 'wx', flush: true });
    return ok({ kind: 'saved' as const, path });
  });
}
