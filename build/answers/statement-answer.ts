import type { ReadDb } from '../../db/open.ts';
import { valuesOf } from '../../db/prepared.ts';
import { customerStatement } from '../../db/queries/money/statement.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { type Answer, NoAnswer } from './answer.ts';
import { dayAsked } from './day-asked.ts';
import { withYuan } from './with-yuan.ts';

/** 对账单 of a customer, named by id or by the whole name. */
export const statementAnswer: Answer = {
  name: 'statement',
  usage: 'CUSTOMER --from YYYY-MM-DD --to YYYY-MM-DD',
  positionals: 1,
  options: ['from', 'to'],
  answer: (db, { positionals: [customer = ''], option }) => {
    const [from, to] = [dayAsked('from', option('from')), dayAsked('to', option('to'))];
    if (to < from) throw new NoAnswer(`the period ends on ${to}, before it begins on ${from}`);
    return withYuan(customerStatement(db, { customerId: customerAsked(db, customer), from, to }));
  },
};

/** A name may be two customers'; those in the bin are asked for by id alone. */
function customerAsked({ sqlite }: ReadDb, asked: string): Id {
  const byId = valuesOf<Id>(sqlite, 'SELECT id FROM customers WHERE id = ?').get(asked);
  if (byId !== undefined) return byId;
  const ids = valuesOf<Id>(sqlite, 'SELECT id FROM customers WHERE name = ? AND deleted_at IS NULL ORDER BY id').all(
    asked,
  );
  const [first] = ids;
  if (first === undefined) throw new NoAnswer(`no customer has the id or the whole name ${asked}`);
  if (ids.length > 1) throw new NoAnswer(`${ids.length} customers are called ${asked}; give an id:\n${ids.join('\n')}`);
  return first;
}
