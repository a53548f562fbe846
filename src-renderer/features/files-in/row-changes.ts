import type { ImportRow } from '../../../src-shared/files-in/imports-contract.ts';
import { client } from '../../ipc/client.ts';
import { settled } from '../../ipc/report.ts';
import { sayFailure } from './import-flow.ts';
import { changeImport, useImport } from './import-store.ts';

const listeners = new Set<(row: ImportRow) => void>();

/** The grid's rows lie outside React: it is told of each that was checked again. Returns the function that stops it. */
export function onRowChanged(listen: (row: ImportRow) => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

function rowChanged(row: ImportRow): void {
  for (const listen of listeners) listen(row);
}

/** Mends a cell; its row is checked again. */
export async function setCell(row: number, field: string, text: string): Promise<void> {
  const { importId } = useImport.getState();
  if (importId === null) return;
  const done = await settled(client.imports.setCell({ importId, row, field, text }));
  if (!done.ok) return sayFailure(done.error);
  changeImport({ check: done.value.check });
  rowChanged(done.value.row);
}

export type Decision =
  | { readonly kind: 'create' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'update'; readonly customerId: string };

/** Answers a question row. False: it could not be, and that has been said. */
export async function decide(row: number, decision: Decision): Promise<boolean> {
  const { importId } = useImport.getState();
  if (importId === null) return false;
  const customerId = decision.kind === 'update' ? decision.customerId : null;
  const done = await settled(client.imports.decide({ importId, row, decision: decision.kind, customerId }));
  if (!done.ok) {
    await sayFailure(done.error);
    return false;
  }
  changeImport({ check: done.value.check });
  rowChanged(done.value.row);
  return true;
}

const page = 500;

/**
 * The same answer for the other open rows with this reason. For 'the same one' a row takes its only live match; a row
 * that several customers fit is left to be asked about.
 */
export async function decideAlike(reason: string, kind: Decision['kind']): Promise<void> {
  const { importId } = useImport.getState();
  if (importId === null) return;
  let offset = 0;
  for (;;) {
    const open = await settled(client.imports.rows({ importId, result: 'question', reason, offset, limit: page }));
    if (!open.ok) return sayFailure(open.error);
    let settledRows = 0;
    for (const row of open.value.rows) {
      const decision = answerFor(row, kind);
      if (!decision) continue;
      if (!(await decide(row.row, decision))) return;
      settledRows += 1;
    }
    // Answered rows leave the list of questions; what stays moves up.
    offset += open.value.rows.length - settledRows;
    if (open.value.rows.length < page) return;
  }
}

/** What an answer given to one row means for another. Null: that row has to be asked by itself. */
export function answerFor(row: ImportRow, kind: Decision['kind']): Decision | null {
  if (kind !== 'update') return { kind };
  const [only, second] = row.matches.filter((match) => !match.isInBin);
  return only && !second ? { kind, customerId: only.id } : null;
}
