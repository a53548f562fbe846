import type { Id } from '../../src-shared/core/id.ts';
import { type CustomerTraits, compareCustomers } from '../../src-shared/customers/same-customer.ts';
import type { SameCustomerHint, SameReason } from '../../src-shared/customers/same-customer-hint.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';
import { type CustomerKey, customerKeys } from '../search/customer-keys.ts';
import { docsOfSimilarNames } from './similar-names.ts';

/** A customer being typed, texts as they stand. */
export interface TypedCustomer {
  readonly name: string;
  readonly phones: readonly string[];
  readonly uscc: string;
  readonly wechat: string;
  readonly city: string;
  readonly exceptId: Id | null;
}

const mostHints = 10;

interface CandidateRow {
  readonly doc: number;
  readonly id: Id;
  readonly name: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly ownerId: Id | null;
  readonly city: string | null;
  readonly isLive: number;
}

const columns = `l.doc, c.id, c.name, l.contact_name AS contactName, l.phone, c.owner_id AS ownerId, c.city, l.is_live AS isLive`;
const bySharedKey = `SELECT ${columns} FROM customer_keys k JOIN customer_list l ON l.doc = k.doc
  JOIN customers c ON c.id = l.customer_id WHERE k.kind = ? AND k.value = ? LIMIT 20`;
const byDoc = `SELECT ${columns} FROM customer_list l JOIN customers c ON c.id = l.customer_id WHERE l.doc = ?`;

/** Customers that may be the one being typed, the surest first; those in the bin too, and marked so (domain §8). */
export function sameCustomers(db: ReadDb, typed: TypedCustomer): readonly SameCustomerHint[] {
  const keys = customerKeys({ name: typed.name, uscc: typed.uscc, phones: typed.phones, wechats: [typed.wechat] });
  const candidates = new Map<number, CandidateRow>();
  for (const key of keys)
    for (const row of rowsOf<CandidateRow>(db.sqlite, bySharedKey).all(...key)) candidates.set(row.doc, row);
  for (const doc of docsOfSimilarNames(db, typed.name, typed.city)) {
    const row = candidates.has(doc) ? undefined : rowsOf<CandidateRow>(db.sqlite, byDoc).get(doc);
    if (row) candidates.set(doc, row);
  }
  const own = traitsOf(keys, typed.city);
  return [...candidates.values()]
    .filter((row) => row.id !== typed.exceptId)
    .flatMap((row) => hintOf(db, row, own, keys))
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .slice(0, mostHints);
}

function hintOf(
  db: ReadDb,
  row: CandidateRow,
  own: CustomerTraits,
  keys: readonly CustomerKey[],
): readonly SameCustomerHint[] {
  const theirs = rowsOf<{ kind: CustomerKey[0]; value: string }>(
    db.sqlite,
    'SELECT kind, value FROM customer_keys WHERE doc = ?',
  ).all(row.doc);
  const compared = compareCustomers(
    own,
    traitsOf(
      theirs.map(({ kind, value }) => [kind, value] as const),
      row.city,
    ),
  );
  const sharesWechat = keys.some(
    ([kind, value]) => kind === 'wechat' && theirs.some((key) => key.kind === kind && key.value === value),
  );
  const reasons: readonly SameReason[] = sharesWechat ? [...compared.reasons, 'same_wechat'] : compared.reasons;
  if (reasons.length === 0) return [];
  const { id, name, contactName, phone, ownerId } = row;
  const certainty = compared.match === 'none' ? 'possible' : compared.match;
  return [{ id, name, contactName, phone, ownerId, isInBin: row.isLive === 0, certainty, reasons }];
}

function traitsOf(keys: readonly CustomerKey[], city: string | null): CustomerTraits {
  const valuesOfKind = (wanted: CustomerKey[0]) => keys.flatMap(([kind, value]) => (kind === wanted ? [value] : []));
  return {
    normalisedName: valuesOfKind('name')[0] ?? '',
    mobiles: valuesOfKind('mobile'),
    landlines: valuesOfKind('landline'),
    uscc: valuesOfKind('uscc')[0] ?? null,
    city,
  };
}

function rank({ certainty, isInBin }: SameCustomerHint): number {
  return { certain: 0, strong: 2, possible: 4 }[certainty] + (isInBin ? 1 : 0);
}
