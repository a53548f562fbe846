import { openImportCheckFile, writeChecked } from '../../../db/import-check/import-check-file.ts';
import { writeBatch } from '../../../db/journal.ts';
import type { AppDb } from '../../../db/open.ts';
import { journalPosition } from '../../../db/queries/journal-position.ts';
import { customers, tags } from '../../../db/schema/customers.ts';
import { tiers } from '../../../db/schema/tiers.ts';
import { makeBookFile } from '../../../db/testing/book-file.ts';
import { buildersFor } from '../../../db/testing/builders.ts';
import { at, dayOf } from '../../../db/testing/open-test-book.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { blankCustomerFields } from '../../../src-shared/customers/customer.ts';
import type { CustomerDraft } from '../../../src-shared/files-in/customer-draft.ts';
import type { CommitImportOrder } from '../commit-import-job.ts';

export const importedAt = at('2026-03-05T09:00:00.000Z');

/** What a sheet of customers made of a book with some known ones, a tier that is no longer given and a tag in the bin. */
export interface CustomersImport {
  readonly book: AppDb;
  readonly order: CommitImportOrder;
  readonly drafts: readonly CustomerDraft[];
}

/** `known`: customers that are in the book already; every other of them is changed by a row, the last row is such a one. */
export function customersImport(
  files: { readonly path: (name: string) => string },
  bookPath: string,
  wish: { readonly made: number; readonly known: number },
): CustomersImport {
  const { book, ownerId, tierIds } = makeBookFile(bookPath);
  const { aTag, aUser } = buildersFor(book, ownerId, importedAt);
  const seller = aUser({ name: '曾经理' });
  aTag({ name: '月结' });
  const binned = aTag({ name: 'vip' });
  const archived = tierIds[3] ?? null;
  writeBatch(book, { source: 'edit', userId: ownerId, now: importedAt }, (db) => {
    db.update(tags, binned, { deletedAt: importedAt });
    if (archived) db.update(tiers, archived, { archivedAt: importedAt });
  });
  const known = Array.from({ length: wish.known }, () => newId());
  writeBatch(book, { source: 'edit', userId: ownerId, now: importedAt }, (db) => {
    for (const [index, id] of known.entries()) {
      db.insert(customers, { ...blankCustomerFields, id, name: `老客户${index}` });
    }
  });
  const draftAt = (number: number) => newDraft(number, tierIds, [ownerId, seller, null]);
  const drafts = Array.from({ length: wish.made }, (_, number) => draftAt(number));
  const updates = known.filter((_, index) => index % 2 === 0).map(updateDraft);
  const all = [...updates.slice(1), ...drafts, ...updates.slice(0, 1)];
  return { book, drafts: all, order: orderOf(files.path('check.sqlite'), book, ownerId, all) };
}

const names = ['杭州永兴五金', '曾小贤', '单氏Café', 'ACME 3M公司', '绍兴·越城𠮷店', '重庆行行行贸易'];

/** Texts as sheets have them, and each field left out now and then. */
function newDraft(number: number, tierIds: readonly Id[], owners: readonly (Id | null)[]): CustomerDraft {
  const every = <T>(nth: number, value: T): T | null => (number % nth === 0 ? value : null);
  const tagNames = [...(number % 2 === 0 ? ['月结'] : []), ...(number % 3 === 0 ? ['VIP', `新${number % 7}`] : [])];
  const contact = {
    name: number % 5 === 0 ? '单于' : `李${number}`,
    mobile: every(2, `138${String(10_000_000 + number)}`),
    phone: every(3, `0571-88${String(100_000 + number)} 转 8`),
    wechat: every(4, `WX_${number}`),
  };
  return {
    customerId: null,
    fields: {
      name: `${names[number % names.length]}${number}`,
      shortName: every(2, `永兴${number}`),
      phone: every(3, `+86 139 ${String(10_000_000 + number)}、0571-8700${number}`),
      uscc: every(50, '91330106MA2CFXH25N'),
      province: every(2, '浙江省'),
      city: every(2, '杭州市'),
      district: every(4, '余杭区'),
      address: every(3, `良渚路 ${number} 号`),
      industry: every(5, '五金'),
      source: every(7, '转介绍'),
      note: every(9, '只收现金'),
      tierId: number % 6 === 5 ? null : (tierIds[number % tierIds.length] ?? null),
      ownerId: owners[number % owners.length] ?? null,
    },
    tagNames,
    contacts: number % 8 === 7 ? [] : [{ id: null, fields: contact }, ...(number % 4 === 0 ? [second] : [])],
    nextVisitOn: every(5, dayOf('2026-04-01')),
  };
}

const second = { id: null, fields: { name: '王会计', mobile: '13700000000', email: 'Kuaiji@QQ.com' } };

function updateDraft(customerId: Id, index: number): CustomerDraft {
  return {
    customerId,
    fields: { city: '宁波市', industry: `行业${index}` },
    tagNames: ['月结'],
    contacts: [{ id: null, fields: { name: `周${index}` } }],
    nextVisitOn: null,
  };
}

function orderOf(checkPath: string, book: AppDb, userId: Id, drafts: readonly CustomerDraft[]): CommitImportOrder {
  const file = openImportCheckFile(checkPath);
  writeChecked(
    file,
    drafts.map((draft, index) => {
      const row = index + 2;
      const result = draft.customerId === null ? ('new' as const) : ('update' as const);
      const plain = { reason: null, otherRow: null, notices: [], matches: [], foldsInto: null, decision: null };
      const view = { row, result, cells: [], ...plain };
      return { view, draft: JSON.stringify(draft), keys: [], source: { row, cells: [] }, reasons: [] };
    }),
  );
  file.close();
  return {
    checkPath,
    position: journalPosition(book),
    target: 'customers',
    ownerForNew: userId,
    facts: {
      fileName: '客户.xlsx',
      fileSha256: 'a'.repeat(64),
      sheetName: '表',
      mapping: '{}',
      rowsRead: drafts.length,
      rowsSkipped: 0,
      rowsInError: 0,
    },
    request: { source: 'import', userId, now: importedAt },
    today: dayOf('2026-03-05'),
  };
}
