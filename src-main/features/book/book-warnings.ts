import type { ReadDb } from '../../../db/open.ts';
import { lastEntryAt } from '../../../db/queries/book-facts.ts';
import type { BookWarning } from '../../../src-shared/book/book-contract.ts';
import { type Instant, instantToMs } from '../../../src-shared/core/instant.ts';
import { syncServiceOf } from '../../files/synced-folder.ts';

/** The PC's clock may be this far behind the last entry before it is said (domain §0). */
const clockSlackMs = 24 * 60 * 60 * 1000;

export interface OpeningFacts {
  readonly path: string;
  readonly now: Instant;
  /** The last session ended without closing the file, so every page was checked. */
  readonly wasUnclean: boolean;
}

/** What must be said about a book just opened, although it can be worked with. */
export function bookWarnings(db: ReadDb, { path, now, wasUnclean }: OpeningFacts): readonly BookWarning[] {
  const warnings: BookWarning[] = [];
  const service = syncServiceOf(path);
  if (service) warnings.push({ kind: 'synced_folder', service });
  const last = lastEntryAt(db);
  if (last && instantToMs(last) - instantToMs(now) > clockSlackMs) {
    warnings.push({ kind: 'clock_behind', lastEntryAt: last });
  }
  if (wasUnclean) warnings.push({ kind: 'unclean_shutdown_checked' });
  return warnings;
}
