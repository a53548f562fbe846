import { acceptedDrafts, openImportCheckFile } from '../../db/import-check/import-check-file.ts';
import { datesBook } from '../../db/search/dates-book.ts';
import { type DerivedRow, derivedRow } from '../../db/search/derived-row.ts';
import { type ListingFile, listingPath, makeListingFile } from '../../db/search/listing-file.ts';
import { newCustomerSources } from '../../db/search/new-customer-source.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import { ok, type Result } from '../../src-shared/core/result.ts';
import type { CustomerDraft } from '../../src-shared/files-in/customer-draft.ts';
import type { Job } from '../jobs/job.ts';
import { newCustomerOf } from './write-customer-drafts.ts';

export interface ListImportedOrder {
  readonly checkPath: string;
  /** Where the listing goes, and how many customers into each of its files. */
  readonly path: string;
  readonly partSize: number;
  readonly firstDoc: number;
  readonly now: Instant;
}

/** What the thread that writes tells of customers it made, in the order of their drafts. */
export interface MadeCustomers {
  readonly customers: readonly (readonly [id: Id, firstContactSlot: number, tagIds: string])[];
  /** Tags not told of before. */
  readonly tags: readonly (readonly [id: Id, name: string])[];
}

/**
 * Works out the derived rows of an import's new customers while commitImportJob writes them in the thread beside: what
 * they are called, spelled and found by is half the work of an import, and depends on nothing that is written first.
 */
export const listImportedJob: Job<ListImportedOrder, null> = async (
  order,
  control,
): Promise<Result<null, AppError>> => {
  const { first } = control;
  if (!first) throw new Error('this job works beside another one');
  const book = control.openBook('read');
  if (!book.ok) return book;
  const { sqlite } = book.value;
  const file = openImportCheckFile(order.checkPath);
  const drafts = newDrafts(acceptedDrafts(file));
  const listing = new Parts(order, first.partDone);
  try {
    const sourceOf = newCustomerSources(sqlite);
    const dates = datesBook(sqlite);
    const tagNames = new Map<Id, string>();
    for await (const message of first.messages) {
      // Safe: customer-lister.ts sends nothing else.
      const { customers, tags } = message as MadeCustomers;
      for (const [id, name] of tags) tagNames.set(id, name);
      const rows = customers.map(([id, firstContactSlot, tagIds]): DerivedRow => {
        const draft = drafts.next();
        if (draft.done) throw new Error('more customers than drafts');
        const { fields, contacts } = newCustomerOf(draft.value);
        const own = tagIds === '' ? [] : tagIds.split(' ').map((tag) => ({ id: tag, name: nameIn(tagNames, tag) }));
        const made = { id, createdAt: order.now, firstContactSlot, fields, contacts, tags: own };
        return derivedRow(sourceOf({ ...made, nextVisitOn: draft.value.nextVisitOn }), dates);
      });
      listing.add(rows);
      first.isAtWork();
    }
    listing.finish();
    return ok(null);
  } finally {
    listing.close();
    // Those after the last new customer were not read: the file would not close.
    drafts.return(undefined);
    file.close();
  }
};

/** Puts rows into one file after another. */
class Parts {
  #file: ListingFile | null = null;
  #inFile = 0;
  #done = 0;
  readonly #order: ListImportedOrder;
  readonly #onPart: () => void;

  constructor(order: ListImportedOrder, onPart: () => void) {
    this.#order = order;
    this.#onPart = onPart;
  }

  add(rows: readonly DerivedRow[]): void {
    const { path, partSize, firstDoc } = this.#order;
    for (let start = 0; start < rows.length; ) {
      const own = rows.slice(start, start + partSize - this.#inFile);
      this.#file ??= makeListingFile(listingPath(path, this.#done), firstDoc + this.#done * partSize);
      this.#file.add(own);
      this.#inFile += own.length;
      start += own.length;
      if (this.#inFile === partSize) this.finish();
    }
  }

  /** The file that was begun is whole. */
  finish(): void {
    if (this.#file === null) return;
    this.#file.finish();
    this.#file = null;
    this.#inFile = 0;
    this.#done += 1;
    this.#onPart();
  }

  close(): void {
    this.#file?.close();
  }
}

function* newDrafts(accepted: Iterable<string>): Generator<CustomerDraft, undefined> {
  for (const json of accepted) {
    // Safe: the check job wrote them from CustomerDraft objects into a file of our own.
    const draft = JSON.parse(json) as CustomerDraft;
    if (draft.customerId === null) yield draft;
  }
}

function nameIn(names: ReadonlyMap<Id, string>, id: Id): string {
  const name = names.get(id);
  if (name === undefined) throw new Error(`nothing was told of tag ${id}`);
  return name;
}
