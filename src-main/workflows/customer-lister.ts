import type { AppDb, ReadDb } from '../../db/open.ts';
import { findRow } from '../../db/queries/find-row.ts';
import { tags } from '../../db/schema/customers.ts';
import { type CustomerListing, maxParts, nextDoc } from '../../db/search/customer-listing.ts';
import { listingPath, removeListing } from '../../db/search/listing-file.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { WorkerControl } from '../jobs/job.ts';
import type { SecondThread } from '../jobs/second-thread.ts';
import type { CustomerLister } from './accepted-import.ts';
import type { CommitImportOrder } from './commit-import-job.ts';
import type { ListImportedOrder, MadeCustomers } from './list-imported-job.ts';

/** With fewer new customers a second thread is hardly awake when they are written. */
export const fromCustomers = 5_000;
/** A smaller part costs more to hand over than waiting for it saves. */
const leastPart = 2_000;
const sentTogether = 200;

export interface ImportListing extends CustomerLister {
  listing(): CustomerListing;
  /** To be called at the end, whatever came of it. */
  end(): Promise<void>;
}

/** Null: there is no second thread here, or it would not pay. Nobody else writes to the book meanwhile. */
export function startListing(
  book: AppDb,
  { startBeside }: WorkerControl,
  { checkPath, request }: Pick<CommitImportOrder, 'checkPath' | 'request'>,
  newCustomers: number,
): ImportListing | null {
  if (!startBeside || newCustomers < fromCustomers) return null;
  const path = `${checkPath}.listing`;
  const firstDoc = nextDoc(book.sqlite);
  const partSize = Math.max(leastPart, Math.ceil(newCustomers / maxParts));
  const order: ListImportedOrder = { checkPath, path, partSize, firstDoc, now: request.now };
  const thread = startBeside('listImported', order);
  const teller = new Teller(book, thread);
  return {
    made: (id, slot, tagIds) => teller.made(id, slot, tagIds),
    listing: () => {
      teller.sendEnd();
      const file = (part: number) => (thread.hasDone(part + 1) ? listingPath(path, part) : null);
      return { customerIds: teller.ids, firstDoc, partSize, file };
    },
    end: async () => {
      await thread.end();
      removeListing(path, maxParts);
    },
  };
}

class Teller implements CustomerLister {
  readonly ids: Id[] = [];
  #customers: MadeCustomers['customers'][number][] = [];
  #tags: MadeCustomers['tags'][number][] = [];
  readonly #told = new Set<Id>();
  readonly #db: ReadDb;
  readonly #thread: SecondThread;

  constructor(db: ReadDb, thread: SecondThread) {
    this.#db = db;
    this.#thread = thread;
  }

  made(id: Id, firstContactSlot: number, tagIds: readonly Id[]): void {
    for (const tagId of tagIds) this.#tellTag(tagId);
    this.ids.push(id);
    this.#customers.push([id, firstContactSlot, tagIds.join(' ')]);
    if (this.#customers.length === sentTogether) this.#send();
  }

  sendEnd(): void {
    this.#send();
    this.#thread.sendEnd();
  }

  /** The name that it has now: a tag of the bin came back with another spelling. */
  #tellTag(id: Id): void {
    if (this.#told.has(id)) return;
    const tag = findRow(this.#db, tags, id);
    if (!tag) throw new Error(`there is no tag ${id}`);
    this.#tags.push([id, tag.name]);
    this.#told.add(id);
  }

  #send(): void {
    const message: MadeCustomers = { customers: this.#customers, tags: this.#tags };
    this.#thread.send(message);
    this.#customers = [];
    this.#tags = [];
  }
}
