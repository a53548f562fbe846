import { areSalesFew } from '../../../db/queries/book-size.ts';
import { headsOfDocs } from '../../../db/queries/customer-heads.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { segmentationContract } from '../../../src-shared/tiers/segmentation-contract.ts';
import { actorOf } from '../../ipc/actor.ts';
import { answerShelf } from '../../ipc/answer-shelf.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import { unwatched } from '../../jobs/job-runner.ts';
import { type PreviewTable, previewRow } from './preview-table.ts';
import { makePreview } from './preview-tiers-job.ts';

type Contract = typeof segmentationContract;

/** A slider makes many; only the latest are looked at. */
const shelf = answerShelf<PreviewTable>(3);

export async function previewTiers(
  context: HandlerContext,
  { method, asOf }: ParsedInputOf<Contract['preview']>,
): Promise<Result<OutputOfProcedure<Contract['preview']>, AppError>> {
  const { session, services, job, bookDay } = context;
  const { today, timeZone } = bookDay();
  const order = { method, asOf, today, timeZone };
  const db = session.db();
  const made = areSalesFew(db)
    ? ok(makePreview(db, order))
    : await services.jobs.run('previewTiers', order, job ?? unwatched);
  if (!made.ok) return made;
  const { table, problem } = made.value;
  if (!table) return ok({ preview: null, problem });
  const previewId = shelf.keep(db, actorOf(context), table);
  const { counts, tiers, moves } = table.comparison;
  return ok({ preview: { previewId, asOf, ...counts, tiers, moves }, problem: null });
}

export function readPreviewRows(
  context: HandlerContext,
  { previewId, which, offset, limit }: ParsedInputOf<Contract['previewRows']>,
): Result<OutputOfProcedure<Contract['previewRows']>, AppError> {
  const db = context.session.db();
  const found = shelf.find(db, actorOf(context), previewId);
  if (!found.ok) return found;
  const table = found.value;
  const places = table.placesOf[which];
  const wanted = Array.from(places.subarray(offset, offset + limit), (place) => ({
    place,
    doc: table.docs[place] ?? 0,
  }));
  const heads = headsOfDocs(
    db,
    wanted.map(({ doc }) => doc),
  );
  const rows = wanted.flatMap(({ place, doc }) => {
    const head = heads.get(doc);
    return head ? [{ customerId: head.id, customerName: head.name, ...previewRow(table, place) }] : [];
  });
  return ok({ rows, total: places.length });
}
