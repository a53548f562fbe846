import type { ReadDb } from '../../../db/open.ts';
import { bulkReader } from '../../../db/queries/bulk-reader.ts';
import { countCustomers } from '../../../db/queries/count-customers.ts';
import { rowsOfIds } from '../../../db/queries/customer-rows.ts';
import { rowsOfList } from '../../../db/queries/list-customers.ts';
import { users } from '../../../db/schema/book.ts';
import { tags } from '../../../db/schema/customers.ts';
import { tiers } from '../../../db/schema/tiers.ts';
import type { CustomerRow } from '../../../src-shared/customers/customer.ts';
import type { CustomerColumn } from '../../../src-shared/customers/customer-list.ts';
import type { CustomerSelection } from '../../../src-shared/customers/customers-contract.ts';
import type { Cell } from '../../files/workbook/workbook-plan.ts';
import type { WrittenWorkbook } from '../../files/workbook/write-workbook.ts';
import { writeWorkbook } from '../../files/workbook/write-workbook.ts';
import type { Actor } from '../../ipc/actor.ts';
import { isWithinReach } from '../../ipc/reachable-customer.ts';
import type { Job } from '../../jobs/job.ts';
import { type CellNames, customerCell, kindOfColumn } from './customer-cells.ts';
import { namesOf } from './names-of.ts';

export interface ExportCustomersOrder {
  readonly selection: CustomerSelection;
  readonly columns: readonly CustomerColumn[];
  readonly words: {
    readonly sheetName: string;
    readonly title: string;
    readonly headers: Readonly<Record<CustomerColumn, string>>;
    readonly withoutTier: string;
  };
  readonly path: string;
  readonly actor: Actor;
  /** IANA; the book's. */
  readonly timeZone: string;
  /** Printed above each page; null: the firm has not been named. */
  readonly companyName: string | null;
  readonly tagSeparator: string;
}

/**
 * Writes a view or the ticked customers as a workbook: its columns, its rows in its order, as they were at one moment.
 * Customers beyond the actor's reach stay out (domain §13).
 */
export const exportCustomersJob: Job<ExportCustomersOrder, WrittenWorkbook> = async (order, control) => {
  const opened = control.openBook('read');
  if (!opened.ok) return opened;
  const db = opened.value;
  const { columns, words } = order;
  const plan = {
    sheetName: words.sheetName,
    columns: columns.map((column) => ({ header: words.headers[column], kind: kindOfColumn(column) })),
    printHeader: { left: order.companyName ?? '', centre: words.title, right: order.actor.today },
  };
  // One read transaction: without it the rows of the last page could be newer than those of the first.
  db.sqlite.prepare('BEGIN').run();
  const total = countOf(db, order);
  const started = performance.now();
  return writeWorkbook(order.path, plan, cellsOf(db, order), {
    isCancelled: control.isCancelled,
    written: (done) => {
      const fraction = total === 0 ? 1 : Math.min(1, done / total);
      const leftMs = Math.round((performance.now() - started) * (1 / fraction - 1));
      control.progress({ stage: 'writing', fraction, done, total, leftMs });
    },
  });
};

/** An upper bound: the rows beyond the actor's reach are counted in. */
function countOf(db: ReadDb, { selection, actor, timeZone }: ExportCustomersOrder): number {
  if (selection.kind === 'ids') return selection.ids.length;
  return countCustomers(db, selection.view, { today: actor.today, timeZone }, null).count - selection.exceptIds.length;
}

function* cellsOf(db: ReadDb, order: ExportCustomersOrder): Generator<readonly Cell[]> {
  const names: CellNames = {
    tier: namesOf(db, tiers),
    user: namesOf(db, users),
    tag: namesOf(db, tags),
    withoutTier: order.words.withoutTier,
    separator: order.tagSeparator,
    timeZone: order.timeZone,
    today: order.actor.today,
  };
  for (const row of rowsOfSelection(db, order)) {
    if (isWithinReach(order.actor, row.ownerId)) yield order.columns.map((column) => customerCell(row, column, names));
  }
}

/** Chunks of ids: one statement for all of them would hold all rows at once. */
const idsAtOnce = 500;

function* rowsOfSelection(db: ReadDb, { selection, actor, timeZone }: ExportCustomersOrder): Generator<CustomerRow> {
  if (selection.kind === 'view') {
    const left = new Set(selection.exceptIds);
    for (const rows of rowsOfList(db, selection.view, { today: actor.today, timeZone })) {
      for (const row of rows) if (!left.has(row.id)) yield row;
    }
    return;
  }
  const read = bulkReader(db);
  // Ticked a while ago and in the bin by now: what is not in the window does not go out.
  const live = selection.ids.filter((id) => read.customer(id)?.deletedAt === null);
  for (let start = 0; start < live.length; start += idsAtOnce)
    yield* rowsOfIds(db, live.slice(start, start + idsAtOnce));
}
