import type { Stored } from '../table-shape.ts';
import { shapeOfEntity } from '../table-shape.ts';
import { conflictOf, type UndoPlan } from './plan-undo.ts';
import type { RowReader } from './row-reader.ts';
import { type RowKey, rowKey, type UndoConflict, type UndoStep, valueAfter } from './undo-steps.ts';

/** Money rows, and by which columns they hang together: an order with its lines and debts, a payment with what it settles. */
const linksOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sales_orders: {},
  sales_order_lines: { order_id: 'sales_orders' },
  receivables: { order_id: 'sales_orders' },
  due_day_changes: { receivable_id: 'receivables' },
  settlement_sources: {},
  allocations: { source_id: 'settlement_sources', receivable_id: 'receivables' },
  refunds: { source_id: 'settlement_sources' },
  return_lines: { source_id: 'settlement_sources' },
};

/** Fields of which a stale one stops the rows beside it; a changed note does not. */
const weighty: ReadonlySet<string> = new Set([
  'amountFen',
  'dueOn',
  'issuedOn',
  'onDay',
  'effectiveOn',
  'endedOn',
  'voidedOn',
  'deletedAt',
  'orderId',
]);

export function isMoney(table: string): boolean {
  return table in linksOf;
}

type Plan = UndoPlan & { readonly conflicts: UndoConflict[] };

/** Why the rows beside one stay. */
type Because = Pick<UndoConflict, 'reason' | 'rule' | 'theirs'>;

/**
 * Money rows of one batch that hang together go together: when a payment cannot go, what it settled then stays; when a
 * later row of a move stays, the end of the earlier one stays too. Otherwise a part of an action would be left.
 */
export function keepMoneyTogether(rows: RowReader, plan: Plan): void {
  const blocked = new Map<RowKey, Because>();
  for (const { entity, entityId, field, theirs } of plan.conflicts) {
    const stops = isMoney(entity) && (field === null || weighty.has(field));
    if (stops) blocked.set(rowKey(entity, entityId), { reason: 'row_in_use', rule: null, theirs });
  }
  dropWith(rows, plan, blocked);
}

/** Takes out of the plan every money row that hangs together with one of these. */
export function dropWith(rows: RowReader, plan: Plan, blocked: ReadonlyMap<RowKey, Because>): void {
  if (blocked.size === 0) return;
  const groups = new Groups();
  for (const step of plan.steps.values()) join(groups, rows, step.shape.name, step.id, step);
  for (const key of blocked.keys()) {
    const [table = '', id = ''] = key.split('/');
    join(groups, rows, table, id, undefined);
  }
  const because = new Map([...blocked].map(([key, why]) => [groups.of(key), why]));
  for (const [key, step] of plan.steps) {
    const why = isMoney(step.shape.name) ? because.get(groups.of(key)) : undefined;
    if (!why) continue;
    plan.steps.delete(key);
    plan.conflicts.push(conflictOf(step.shape, step.id, why));
  }
}

function join(groups: Groups, rows: RowReader, table: string, id: string, step: UndoStep | undefined): void {
  const links = linksOf[table];
  if (!links) return;
  const key = rowKey(table, id);
  const present = Object.keys(links).length > 0 ? rows.read(shapeOfEntity(table), id) : null;
  for (const [column, to] of Object.entries(links)) {
    const value: Stored = step?.kind === 'reinsert' ? (step.row[column] ?? null) : (present?.[column] ?? null);
    if (typeof value === 'string') groups.unite(key, rowKey(to, value));
  }
  const after = step && valueAfter(step, present, 'order_id');
  if (table === 'receivables' && typeof after === 'string') groups.unite(key, rowKey('sales_orders', after));
}

/** Which keys belong together. */
class Groups {
  readonly #parent = new Map<RowKey, RowKey>();

  of(key: RowKey): RowKey {
    let root = key;
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) root = up;
    if (root !== key) this.#parent.set(key, root);
    return root;
  }

  unite(a: RowKey, b: RowKey): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x !== y) this.#parent.set(x, y);
  }
}
