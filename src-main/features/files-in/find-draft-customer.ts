import type { RowAnswers } from '../../../db/import-check/import-check-file.ts';
import type { ReadDb } from '../../../db/open.ts';
import { type ImportLookups, importLookups, type KeyHit } from '../../../db/queries/import-lookups.ts';
import { type MoneyImportLookups, moneyImportLookups } from '../../../db/queries/money/import-lookups.ts';
import { bareText } from '../../../src-shared/core/fold-text.ts';
import type { ImportValues } from '../../../src-shared/files-in/import-target.ts';
import type { ImportMatch } from '../../../src-shared/files-in/imports-contract.ts';
import type { DraftCustomer } from '../../../src-shared/files-in/money-drafts.ts';
import { textOf } from '../../../src-shared/files-in/value-of.ts';
import type { CheckRequest } from './check-request.ts';
import { matchOf } from './match-record.ts';
import type { RecordFinding } from './target-desk.ts';

export type CustomerVerdict =
  | { readonly kind: 'found'; readonly customer: DraftCustomer; readonly matches: readonly ImportMatch[] }
  | { readonly kind: 'open'; readonly finding: RecordFinding };

export interface MoneySettling {
  readonly lookups: MoneyImportLookups;
  customerOf(values: ImportValues, answers: RowAnswers): CustomerVerdict;
}

/** Look-ups of one check of a sheet of money. A customer who stands in a thousand rows is looked up once. */
export function moneySettling(db: ReadDb, request: CheckRequest): MoneySettling {
  const people = importLookups(db);
  const lookups = moneyImportLookups(db);
  const known = new Map<string, CustomerVerdict>();
  return {
    lookups,
    customerOf: (values, answers) => {
      const decided = byDecision(values, answers, people, request);
      if (decided) return decided;
      const key = JSON.stringify([values.get('customer'), values.get('uscc'), values.get('phone')]);
      const verdict = known.get(key) ?? find(values, people, lookups, request);
      known.set(key, verdict);
      return verdict;
    },
  };
}

function byDecision(
  values: ImportValues,
  { decision, customerId }: RowAnswers,
  people: ImportLookups,
  request: CheckRequest,
): CustomerVerdict | null {
  if (decision !== 'update' || customerId === null) return null;
  const present = people.customer(customerId);
  if (!present || present.deletedAt !== null || textOf(values, 'customer') === null) return null;
  if (!isReached(present.ownerId, request)) return { kind: 'open', finding: open('error', 'not_yours') };
  const match = { id: present.id, name: present.name, isInBin: false, reasons: [] };
  return { kind: 'found', customer: { customerId: present.id, newCustomer: null }, matches: [match] };
}

/** By credit code, else by name, short name, phone: the first that anybody fits decides, and must fit one alone. */
function find(
  values: ImportValues,
  people: ImportLookups,
  lookups: MoneyImportLookups,
  request: CheckRequest,
): CustomerVerdict {
  const name = textOf(values, 'customer') ?? '';
  const uscc = textOf(values, 'uscc');
  const phone = textOf(values, 'phone');
  const hits = people.sharing({ name, uscc, phones: [phone], wechats: [] });
  const live = hits.filter((hit) => !hit.isInBin);
  const named = live.filter((hit) => hit.kinds.has('name'));
  const exactly = named.filter((hit) => bareText(hit.name) === bareText(name));
  const steps: readonly (readonly KeyHit[])[] = [
    live.filter((hit) => hit.kinds.has('uscc')),
    exactly.length > 0 ? exactly : named,
    named.length > 0 ? [] : shortNamed(name, people, lookups),
    live.filter((hit) => hit.kinds.has('mobile') || hit.kinds.has('landline')),
  ];
  const fitting = steps.find((step) => step.length > 0) ?? [];
  const [only, second] = fitting;
  if (only && second) return asked('several_known', fitting);
  if (only) {
    if (!isReached(only.ownerId, request)) return { kind: 'open', finding: open('error', 'not_yours') };
    return { kind: 'found', customer: { customerId: only.customerId, newCustomer: null }, matches: [matchOf(only)] };
  }
  const binned = hits.filter((hit) => hit.kinds.has('name') || hit.kinds.has('uscc'));
  if (binned.length > 0) return asked('in_bin', binned);
  if (!request.mayMakeCustomers) return { kind: 'open', finding: open('error', 'unknown_customer') };
  if (!request.money.createsCustomers) return asked('unknown_customer', []);
  return { kind: 'found', customer: newCustomerOf(values), matches: [] };
}

/** The one that a row's own words make. */
export function newCustomerOf(values: ImportValues): DraftCustomer {
  const name = textOf(values, 'customer');
  if (name === null) throw new Error('a row without a customer was taken for good');
  return {
    customerId: null,
    newCustomer: { name, uscc: textOf(values, 'uscc'), phone: textOf(values, 'phone') },
  };
}

function shortNamed(name: string, people: ImportLookups, lookups: MoneyImportLookups): readonly KeyHit[] {
  return lookups.shortNamed(name).map(({ id, name: whole }) => ({
    customerId: id,
    name: whole,
    ownerId: people.customer(id)?.ownerId ?? null,
    isInBin: false,
    kinds: new Set(['name'] as const),
  }));
}

function isReached(ownerId: string | null, { reach, userId }: CheckRequest): boolean {
  return reach === 'all' || ownerId === null || ownerId === userId;
}

function asked(reason: 'several_known' | 'in_bin' | 'unknown_customer', hits: readonly KeyHit[]): CustomerVerdict {
  return { kind: 'open', finding: { ...open('question', reason), matches: hits.map(matchOf) } };
}

/** A record that writes nothing, and why. */
export function open(
  result: 'question' | 'error' | 'skip',
  reason: NonNullable<RecordFinding['reason']>,
  otherRow: number | null = null,
): RecordFinding {
  return { result, reason, otherRow, draft: null, matches: [], changes: [], notices: () => [] };
}
