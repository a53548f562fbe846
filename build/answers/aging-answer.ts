import type { ReadDb } from '../../db/open.ts';
import { rowsOf } from '../../db/prepared.ts';
import { agingTable } from '../../db/queries/money/aging.ts';
import { agingRows } from '../../db/queries/money/aging-rows.ts';
import { everybodysAging } from '../../db/queries/money/everybodys-aging.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { type Aging, agingBuckets } from '../../src-shared/receivables/balances.ts';
import type { Answer } from './answer.ts';
import { dayAsked } from './day-asked.ts';
import { type Amount, amountOf, withYuan } from './with-yuan.ts';

/** 账龄 of every customer with an open balance or prepayment, who owes most first. */
export const agingAnswer: Answer = {
  name: 'aging',
  usage: '--as-of YYYY-MM-DD',
  positionals: 0,
  options: ['as-of'],
  answer: (db, { option, today, timeZone }) => {
    const order = { ...everybodysAging, asOf: dayAsked('as-of', option('as-of')), today, timeZone };
    const table = agingTable(db, order);
    if (!table) throw new Error('an aging that nobody stops was stopped');
    const all = { sort: { key: 'open', direction: 'desc' }, offset: 0, limit: table.rowCount } as const;
    const names = namesOf(db);
    const { aging, ...totals } = table.totals;
    return {
      asOf: order.asOf,
      totals: withYuan({ ...totals, buckets: bucketsOf(aging) }),
      customers: agingRows(db, table, all).map(({ aging: owed, grade: _grade, ...row }) =>
        withYuan({
          ...row,
          tier: names.get(row.tierId) ?? null,
          owner: names.get(row.ownerId) ?? null,
          buckets: bucketsOf(owed),
        }),
      ),
    };
  },
};

function bucketsOf(aging: Aging): Readonly<Record<string, Amount>> {
  return Object.fromEntries(agingBuckets.map((bucket) => [bucket, amountOf(aging[bucket])]));
}

/** Of tiers and people, by id. */
function namesOf({ sqlite }: ReadDb): ReadonlyMap<Id | null, string> {
  const sql = 'SELECT id, name FROM tiers UNION ALL SELECT id, name FROM users';
  return new Map(
    rowsOf<{ id: Id; name: string }>(sqlite, sql)
      .all()
      .map(({ id, name }) => [id, name]),
  );
}
