import type { Id } from '../../src-shared/core/id.ts';
import { brokenLaws } from '../../src-shared/receivables/ledger-laws.ts';
import type { AppDb } from '../connection.ts';
import { readLedger } from '../queries/money/read-ledger.ts';

/** What must hold in any book at any time, whatever was written and cut short; each text is a broken promise. */
export function checkBook(book: AppDb): readonly string[] {
  return [...checkFile(book), ...checkMoney(book), ...checkJournal(book)];
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
