import { readdirSync } from 'node:fs';
import type { Id } from '../../src-shared/core/id.ts';
import { brokenLaws } from '../../src-shared/receivables/ledger-laws.ts';
import { attachedFiles } from '../attachments/attached-files.ts';
import { filesFolderOf, hasFile, storedPath } from '../attachments/stored-files.ts';
import { listBackups, verifyBackup } from '../backup.ts';
import { sha256OfFile } from '../backups/sha256.ts';
import type { AppDb } from '../connection.ts';
import { readLedger } from '../queries/money/read-ledger.ts';
import type { SoakLedger } from './soak-ledger.ts';

/** What must hold in a book that was reopened after a kill; each text is a broken promise. */
export function checkAfterKill(book: AppDb, ledger: SoakLedger, backupFolder: string): readonly string[] {
  return [
    ...ledger.compare(book),
    ...checkFile(book),
    ...checkMoney(book),
    ...checkJournal(book),
    ...checkFiles(book),
    ...checkBackups(ledger, backupFolder),
  ];
}

function checkFile({ sqlite }: AppDb): string[] {
  const integrity = String(sqlite.pragma('integrity_check(1)', { simple: true }));
  const dangling = sqlite.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get();
  const customers = sqlite.prepare('SELECT count(*) FROM customers').pluck().get();
  const listed = sqlite.prepare('SELECT count(*) FROM customer_list').pluck().get();
  const searchable = sqlite.prepare('SELECT count(*) FROM customer_search').pluck().get();
  return [
    ...(integrity === 'ok' ? [] : [`integrity: ${integrity}`]),
    ...(dangling === 0 ? [] : [`${String(dangling)} dangling references`]),
    ...(listed === customers && searchable === customers
      ? []
      : [`${String(customers)} customers, ${String(listed)} in the list, ${String(searchable)} in the search index`]),
  ];
}

/** The laws of domain §1 hold for everybody with money, and no order is owed for more or less than it is. */
function checkMoney(book: AppDb): string[] {
  const debtors = book.sqlite
    .prepare<[], Id>('SELECT customer_id FROM receivables UNION SELECT customer_id FROM settlement_sources')
    .pluck()
    .all();
  const broken = debtors.flatMap((id) => brokenLaws(readLedger(book, id)).map(({ law }) => `customer ${id}: ${law}`));
  const uneven = book.sqlite
    .prepare<[], Id>(
      `SELECT id FROM sales_orders o
       WHERE coalesce((SELECT sum(amount_fen) FROM sales_order_lines WHERE order_id = o.id), 0)
         <> coalesce((SELECT sum(amount_fen) FROM receivables WHERE order_id = o.id), 0)`,
    )
    .pluck()
    .all();
  return [...broken, ...uneven.map((id) => `order ${id} is not owed for what it is`)];
}

/** Every row that names a file has its bytes beside the book, whole. */
function checkFiles(book: AppDb): string[] {
  const folder = filesFolderOf(book.path);
  return attachedFiles(book.sqlite)
    .filter((file) => !hasFile(folder, file) || sha256OfFile(storedPath(folder, file.sha256)) !== file.sha256)
    .map(({ sha256 }) => `the bytes of ${sha256} are not there`);
}

/** Every row has the entry that made it, every entry its batch. */
function checkJournal({ sqlite }: AppDb): string[] {
  const unmade = sqlite
    .prepare(
      `SELECT count(*) FROM (SELECT id FROM customers UNION ALL SELECT id FROM contacts UNION ALL SELECT id FROM follow_ups
         UNION ALL SELECT id FROM sales_orders UNION ALL SELECT id FROM receivables
         UNION ALL SELECT id FROM settlement_sources UNION ALL SELECT id FROM allocations) r
       WHERE NOT EXISTS (SELECT 1 FROM journal_entries e WHERE e.entity_id = r.id AND e.action = 'create')`,
    )
    .pluck()
    .get();
  const homeless = sqlite
    .prepare(
      'SELECT count(*) FROM journal_batches b WHERE NOT EXISTS (SELECT 1 FROM journal_entries WHERE batch = b.seq)',
    )
    .pluck()
    .get();
  return [
    ...(unmade === 0 ? [] : [`${String(unmade)} rows without a journal entry`]),
    ...(homeless === 0 ? [] : [`${String(homeless)} batches without entries`]),
  ];
}

/** Every backup that was acknowledged last is there and good; none that is listed is anything else. */
function checkBackups(ledger: SoakLedger, folder: string): string[] {
  const outcome = listBackups(folder, null);
  if (!outcome.ok) return [`backups cannot be listed: ${outcome.error.reason}`];
  const names = new Set(outcome.value.map(({ fileName }) => fileName));
  const newest = [...ledger.backups].sort().at(-1);
  const bad = outcome.value
    .filter(({ state }) => state !== 'good')
    .map(({ fileName, state }) => `${fileName} is ${state}`);
  const verified = outcome.value[0] ? verifyBackup(folder, outcome.value[0].fileName) : null;
  const strays = names.size === 0 ? [] : readdirSync(folder).filter((name) => name.endsWith('.json.part'));
  return [
    ...bad,
    ...(newest && !names.has(newest) ? [`the acknowledged backup ${newest} is gone`] : []),
    ...(verified && !(verified.ok && verified.value === 'good')
      ? [`${outcome.value[0]?.fileName} cannot be read`]
      : []),
    ...(strays.length > 2 ? [`${strays.length} manifests left in the making`] : []),
  ];
}
