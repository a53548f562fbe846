import type { RowAnswers } from '../../../db/import-check/import-check-file.ts';
import type { ImportLookups, PresentCustomer } from '../../../db/queries/import-lookups.ts';
import type { ContactFields } from '../../../src-shared/contacts/contact.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { nameKey } from '../../../src-shared/core/name-key.ts';
import type { CustomerFields } from '../../../src-shared/customers/customer.ts';
import type { CustomerDraft } from '../../../src-shared/files-in/customer-draft.ts';
import type { CustomerImportKey } from '../../../src-shared/files-in/customers-target.ts';
import type { CustomerRecord } from '../../../src-shared/files-in/draft-of-record.ts';
import type { ImportNotice } from '../../../src-shared/files-in/import-problem.ts';
import type { ImportMatch } from '../../../src-shared/files-in/imports-contract.ts';
import type { RowReason } from '../../../src-shared/files-in/row-reason.ts';
import type { CheckRequest } from './check-request.ts';
import type { CellChange } from './checked-cells.ts';
import { matchOf, matchRecord } from './match-record.ts';
import { contactChanges, customerChanges } from './record-changes.ts';
import type { RecordFinding } from './target-desk.ts';

export interface RecordSituation {
  readonly request: CheckRequest;
  readonly lookups: ImportLookups;
  /** Of the record's first row. */
  readonly answers: RowAnswers;
  /** The first row of another record of the file with the same name. */
  readonly twinRow: number | null;
}

/** New, an update, or a question; what the user decided goes before what the keys say. */
export function settleRecord(record: CustomerRecord, situation: RecordSituation): RecordFinding {
  const { request, lookups, answers, twinRow } = situation;
  if (answers.decision === 'create') return settleNew(record, request);
  if (answers.decision === 'update' && answers.customerId !== null) {
    const present = lookups.customer(answers.customerId);
    if (present && present.deletedAt === null) {
      return settleUpdate(record, present, situation, [
        { id: present.id, name: present.name, isInBin: false, reasons: [] },
      ]);
    }
  }
  const verdict = matchRecord(lookups, record, request.matchKey);
  if (verdict.kind === 'question') return { ...open('question', verdict.reason), matches: verdict.hits.map(matchOf) };
  if (verdict.kind === 'new')
    return twinRow === null
      ? settleNew(record, request)
      : { ...open('question', 'same_name_in_file'), otherRow: twinRow };
  const present = lookups.customer(verdict.hit.customerId);
  if (!present) throw new Error(`a key points to customer ${verdict.hit.customerId}, who is not there`);
  return settleUpdate(record, present, situation, [matchOf(verdict.hit)]);
}

function open(result: 'question' | 'error' | 'skip', reason: RowReason): RecordFinding {
  return { result, reason, otherRow: null, draft: null, matches: [], changes: [], notices: () => [] };
}

function settleNew(record: CustomerRecord, { reach, userId, ownerForNew }: CheckRequest): RecordFinding {
  const { fields, notices } = withinRights(record.fields, reach === 'own');
  const ownerId = reach === 'own' ? userId : (fields.ownerId ?? ownerForNew);
  const { tagNames, contacts, nextVisitOn } = record;
  return {
    result: 'new',
    reason: null,
    otherRow: null,
    draft: {
      customerId: null,
      fields: { ...fields, ownerId },
      tagNames,
      contacts: contacts.map((contact) => ({ id: null, fields: contact })),
      nextVisitOn,
    },
    matches: [],
    changes: [],
    notices,
  };
}

function settleUpdate(
  record: CustomerRecord,
  present: PresentCustomer,
  { request, lookups }: RecordSituation,
  matches: readonly ImportMatch[],
): RecordFinding {
  if (request.reach === 'own' && present.ownerId !== null && present.ownerId !== request.userId) {
    return { ...open('error', 'not_yours'), matches };
  }
  const { fields: wanted, notices } = withinRights(record.fields, request.reach === 'own');
  const main = customerChanges(present, wanted);
  const people = contactChanges(lookups.contacts(present.id), record.contacts);
  const carried = new Set(lookups.tagNames(present.id).map(nameKey));
  const tagNames = record.tagNames.filter((name) => !carried.has(nameKey(name)));
  const { nextVisitOn: day } = record;
  const nextVisitOn = day !== null && !lookups.hasOpenPlanOn(present.id, day) ? day : null;
  const changes: CellChange[] = [
    ...main.changes.map(({ key, before }) => ({ field: importKeyOfCustomer(key), before: named(key, before) })),
    ...people.changes.map(({ key, before }) => ({ field: contactKeys[key] ?? 'contactName', before })),
    ...(tagNames.length > 0 ? [{ field: 'tags' as const, before: null }] : []),
    ...(nextVisitOn ? [{ field: 'nextVisitOn' as const, before: null }] : []),
  ];
  if (changes.length === 0) return { ...open('skip', 'no_change'), matches };
  const draft: CustomerDraft = {
    customerId: present.id,
    fields: main.fields,
    tagNames,
    contacts: people.contacts,
    nextVisitOn,
  };
  return { result: 'update', reason: null, otherRow: null, draft, matches, changes, notices };
}

/** Whose right reaches their own customers only gives neither tiers nor owners (domain §13). */
function withinRights(
  fields: Partial<CustomerFields>,
  isOwnOnly: boolean,
): { fields: Partial<CustomerFields>; notices: (row: number) => readonly ImportNotice[] } {
  if (!isOwnOnly) return { fields, notices: () => [] };
  const { tierId, ownerId, ...rest } = fields;
  const isRefused = (tierId ?? null) !== null || (ownerId ?? null) !== null;
  return { fields: rest, notices: () => (isRefused ? [{ kind: 'needs_owner_role', column: -1, text: '' }] : []) };
}

const contactKeys: Readonly<Partial<Record<keyof ContactFields, CustomerImportKey>>> = {
  name: 'contactName',
  title: 'contactTitle',
  department: 'contactDepartment',
  mobile: 'contactMobile',
  phone: 'contactPhone',
  wechat: 'contactWechat',
  email: 'contactEmail',
  isDecisionMaker: 'contactIsDecisionMaker',
};

function importKeyOfCustomer(key: keyof CustomerFields): CustomerImportKey {
  if (key === 'tierId') return 'tier';
  if (key === 'ownerId') return 'owner';
  if (key === 'tierPinnedReason' || key === 'cadenceDays' || key === 'relationshipLevel' || key === 'referredById')
    throw new Error(`no sheet gives ${key}`);
  return key;
}

/** An id says nothing to a reader; the window shows that it changed. */
function named(key: keyof CustomerFields, before: string | null): Id | string | null {
  return key === 'tierId' || key === 'ownerId' ? null : before;
}
