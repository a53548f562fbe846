import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../db/content-hash.ts';
import { openImportCheckFile, writeChecked } from '../../db/import-check/import-check-file.ts';
import { writeBatch } from '../../db/journal.ts';
import type { AppDb } from '../../db/open.ts';
import { journalPosition } from '../../db/queries/journal-position.ts';
import { receivables } from '../../db/schema/money.ts';
import { checkBook } from '../../db/soak/check-book.ts';
import { makeBookFile, openBookFile } from '../../db/testing/book-file.ts';
import { buildersFor } from '../../db/testing/builders.ts';
import { at, dayOf } from '../../db/testing/open-test-book.ts';
import { temporaryFolder } from '../../db/testing/temporary-folder.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { fen } from '../../src-shared/core/money.ts';
import type {
  DraftCustomer,
  ImportedOrderDraft,
  ImportedPaymentDraft,
  OpeningDraft,
} from '../../src-shared/files-in/money-drafts.ts';
import type { CommitImportOrder } from './commit-import-job.ts';
import { commitInFile } from './testing/commit-in-file.ts';

const files = temporaryFolder();
const now = at('2026-03-05T09:00:00.000Z');
const [issuedOn, dueOn, today] = [dayOf('2026-01-10'), dayOf('2026-02-10'), dayOf('2026-03-05')];
const dying = fileURLToPath(new URL('testing/die-importing.ts', import.meta.url));

/** Enough for some progress before the last of them. */
const records = 600;

type Target = 'openings' | 'orders' | 'payments';

/** What the check of a sheet accepts. */
const draftOf = {
  openings: (who: DraftCustomer, number: number): OpeningDraft => ({
    ...who,
    owedFen: fen(10_000),
    prepaidFen: fen(2_500),
    issuedOn,
    dueOn,
    reference: `QC-${number}`,
    note: null,
  }),
  orders: (who: DraftCustomer, number: number): ImportedOrderDraft => {
    const line = { productId: null, unit: '件', discountBp: 0, note: null, quantityE3: 2_000 };
    return {
      ...who,
      orderNo: number % 2 === 0 ? null : `XS-${number}`,
      issuedOn,
      dueOn,
      credit: { kind: 'days', days: 31 },
      salespersonId: null,
      contractNo: null,
      note: null,
      lines: [
        { ...line, title: '合页', unitPriceE4: 300_000 },
        { ...line, title: '把手', unitPriceE4: 200_000 },
      ],
      amountFen: fen(10_000),
    };
  },
  payments: (who: DraftCustomer, number: number): ImportedPaymentDraft => ({
    ...who,
    receivedOn: dueOn,
    amountFen: fen(12_500),
    method: 'transfer',
    billNo: null,
    billDueOn: null,
    reference: `PZ-${number}`,
    collectedById: null,
    note: null,
  }),
} as const;

/** A book with debtors, and the order of an import for them and for customers that it makes. */
function prepared(target: Target): { readonly path: string; readonly order: CommitImportOrder; readonly hash: string } {
  const path = files.path('客本.keben');
  const { book, ownerId } = makeBookFile(path);
  const { aCustomer } = buildersFor(book, ownerId, now);
  const debtors = ['甲厂', '乙店', '丙行'].map((name) => aCustomer({ name }));
  writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) => {
    for (const customerId of debtors) {
      const owed = { issuedOn, dueOn, installmentNo: 1, amountFen: 700_000 };
      db.insert(receivables, { ...owed, id: newId(), customerId });
    }
  });
  const order = orderOf(book, target, ownerId, debtors);
  const hash = contentHash(book);
  book.close();
  return { path, order, hash };
}

function orderOf(book: AppDb, target: Target, userId: Id, debtors: readonly Id[]): CommitImportOrder {
  const checkPath = files.path('check.sqlite');
  const file = openImportCheckFile(checkPath);
  writeChecked(
    file,
    Array.from({ length: records }, (_, index) => {
      const customerId = debtors[index % 4] ?? null;
      const newCustomer = customerId === null ? { name: `新客户 ${index}`, uscc: null, phone: null } : null;
      const draft = JSON.stringify(draftOf[target]({ customerId, newCustomer }, index));
      return {
        view: viewOf(index + 2),
        draft,
        keys: [],
        source: { row: index + 2, cells: [] },
        reasons: [],
      };
    }),
  );
  file.close();
  return {
    checkPath,
    position: journalPosition(book),
    target,
    ownerForNew: userId,
    facts: {
      fileName: '账.xlsx',
      fileSha256: 'a'.repeat(64),
      sheetName: '表',
      mapping: '{}',
      rowsRead: records,
      rowsSkipped: 0,
      rowsInError: 0,
    },
    request: { source: 'import', userId, now },
    today,
  };
}

const viewOf = (row: number) =>
  ({
    row,
    result: 'new',
    cells: [],
    reason: null,
    otherRow: null,
    notices: [],
    matches: [],
    foldsInto: null,
    decision: null,
  }) as const;

/** What the window shows of imports, and the rows that one of this target makes. */
const counted = (book: AppDb) =>
  book.sqlite
    .prepare(
      `SELECT (SELECT count(*) FROM import_batches) AS imports, (SELECT count(*) FROM sales_orders) AS orders,
         (SELECT count(*) FROM sales_order_lines) AS lines, (SELECT count(*) FROM receivables) AS debts,
         (SELECT count(*) FROM settlement_sources) AS payments, (SELECT count(*) FROM customers) AS customers`,
    )
    .get();

const made = { imports: 1, orders: 0, lines: 0, debts: 3, payments: 0, customers: 3 + records / 4 };
const whole = {
  openings: { ...made, debts: 3 + records, payments: records },
  orders: { ...made, orders: records, lines: 2 * records, debts: 3 + records },
  payments: { ...made, payments: records },
} as const;

function killed(path: string, order: CommitImportOrder, when: string): void {
  const orderPath = files.path('order.json');
  writeFileSync(orderPath, JSON.stringify(order));
  const child = spawnSync(process.execPath, [dying, path, orderPath, when], { encoding: 'utf8' });
  // Windows has no signals: there a process that was ended has a code alone.
  const isKilled = process.platform === 'win32' ? child.status === 1 : child.signal === 'SIGKILL';
  if (!isKilled || child.stderr !== '') throw new Error(`the import did not die of the kill: ${child.stderr}`);
}

async function imported(path: string, order: CommitImportOrder): Promise<void> {
  const outcome = await commitInFile(path, order);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  expect(outcome.value.created).toBe(records);
}

describe.each(['openings', 'orders', 'payments'] as const)('an import of %s that a power cut ends', (target) => {
  it.each(['200', '400', 'indexing'])(
    'leaves nothing of itself (%s), and the next one is there whole',
    async (when) => {
      const { path, order, hash } = prepared(target);
      killed(path, order, when);
      const { book } = openBookFile(path);
      try {
        expect(contentHash(book)).toBe(hash);
        expect(counted(book)).toEqual({ ...made, imports: 0, customers: 3 });
        expect(checkBook(book)).toEqual([]);
        await imported(path, order);
        expect(counted(book)).toEqual(whole[target]);
        expect(checkBook(book)).toEqual([]);
      } finally {
        book.close();
      }
    },
  );

  it('is there whole when it was committed, and not a second time by the same check', async () => {
    const { path, order } = prepared(target);
    killed(path, order, 'committed');
    const { book } = openBookFile(path);
    try {
      expect(counted(book)).toEqual(whole[target]);
      expect(checkBook(book)).toEqual([]);
      expect(await commitInFile(path, order)).toMatchObject({ error: { reason: 'import_changed' } });
      expect(counted(book)).toEqual(whole[target]);
    } finally {
      book.close();
    }
  });
});
