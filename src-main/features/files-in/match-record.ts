import type { ImportLookups, KeyHit } from '../../../db/queries/import-lookups.ts';
import type { CustomerKeyKind, KeySource } from '../../../db/search/customer-keys.ts';
import type { SameReason } from '../../../src-shared/customers/same-customer-hint.ts';
import { parseUscc } from '../../../src-shared/customers/uscc.ts';
import type { CustomerRecord } from '../../../src-shared/files-in/draft-of-record.ts';
import type { ImportMatch, MatchKey } from '../../../src-shared/files-in/imports-contract.ts';

/** Which customer of the book a record of the file is (domain §8). */
export type Verdict =
  | { readonly kind: 'new' }
  | { readonly kind: 'update'; readonly hit: KeyHit }
  | {
      readonly kind: 'question';
      readonly reason: 'may_be_known' | 'several_known' | 'in_bin';
      readonly hits: readonly KeyHit[];
    };

const keyKinds: Readonly<Record<MatchKey, CustomerKeyKind>> = { uscc: 'uscc', name: 'name', mobile: 'mobile' };
/** A shared landline is a building, not a firm: it raises no question in a list of thousands. */
const askingKinds: readonly CustomerKeyKind[] = ['name', 'mobile', 'wechat'];

/**
 * Only the credit code, or the key that the user chose, may update a customer unseen; one key with two customers is a
 * question, and so is any other strong likeness. A different credit code always means another customer.
 */
export function matchRecord(lookups: ImportLookups, record: CustomerRecord, matchKey: MatchKey): Verdict {
  const hits = lookups.sharing(keySourceOf(record)).filter((hit) => !contradictsCode(lookups, hit, record));
  const live = hits.filter((hit) => !hit.isInBin);
  for (const kind of ['uscc', keyKinds[matchKey]] as const) {
    const found = live.filter((hit) => hit.kinds.has(kind));
    const [only] = found;
    if (found.length === 1 && only) return { kind: 'update', hit: only };
    if (found.length > 1) return { kind: 'question', reason: 'several_known', hits: found };
  }
  const likely = live.filter((hit) => askingKinds.some((kind) => hit.kinds.has(kind)));
  if (likely.length > 0) return { kind: 'question', reason: 'may_be_known', hits: likely };
  const binned = hits.filter((hit) => hit.isInBin && (hit.kinds.has('uscc') || hit.kinds.has(keyKinds[matchKey])));
  return binned.length > 0 ? { kind: 'question', reason: 'in_bin', hits: binned } : { kind: 'new' };
}

function keySourceOf({ fields, contacts }: CustomerRecord): KeySource {
  return {
    name: fields.name ?? null,
    uscc: fields.uscc ?? null,
    phones: [fields.phone ?? null, ...contacts.flatMap((contact) => [contact.mobile ?? null, contact.phone ?? null])],
    wechats: [fields.wechat ?? null, ...contacts.map((contact) => contact.wechat ?? null)],
  };
}

function contradictsCode(lookups: ImportLookups, hit: KeyHit, record: CustomerRecord): boolean {
  const code = parseUscc(record.fields.uscc ?? '');
  if (code === null || hit.kinds.has('uscc')) return false;
  const known = parseUscc(lookups.customer(hit.customerId)?.uscc ?? '');
  return known !== null && known !== code;
}

const reasonOfKind: Readonly<Record<CustomerKeyKind, SameReason>> = {
  name: 'same_name',
  mobile: 'same_mobile',
  landline: 'same_landline',
  uscc: 'same_uscc',
  wechat: 'same_wechat',
};

export function matchOf(hit: KeyHit): ImportMatch {
  return {
    id: hit.customerId,
    name: hit.name,
    isInBin: hit.isInBin,
    reasons: [...hit.kinds].map((kind) => reasonOfKind[kind]),
  };
}
