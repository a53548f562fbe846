import type { Id } from '../../src-shared/core/id.ts';
import { type Instant, isTimeZone } from '../../src-shared/core/instant.ts';
import { countAttachments } from '../attachments/attached-files.ts';
import type { Sqlite } from '../connection.ts';
import { userVersion } from '../migrate.ts';
import { readWithoutTrace } from '../read-without-trace.ts';
import { timeZoneSetting } from '../setting-names.ts';
import { checkEveryPage } from '../start-check.ts';

/** What is read from a copy of a book, of this version or an older one. */
export interface CopyFacts {
  readonly bookId: Id;
  readonly customers: number;
  readonly contacts: number;
  readonly followUps: number;
  readonly attachments: number;
  readonly lastFollowUpAt: Instant | null;
  readonly journalSeq: number;
  readonly appVersion: string;
  readonly userVersion: number;
  /** IANA; the book's, else Asia/Shanghai (domain §0). */
  readonly timeZone: string;
}

/** Null when a page is bad or the file is no book; `checkPages` reads them all. */
export function readCopy(path: string, checkPages: boolean): CopyFacts | null {
  try {
    return readWithoutTrace(path, (sqlite) => (checkPages && checkEveryPage(sqlite) !== null ? null : factsOf(sqlite)));
  } catch {
    // Whatever SQLite stumbles over, the answer is the same: this copy is not good.
    return null;
  }
}

function factsOf(sqlite: Sqlite): CopyFacts {
  const one = <T>(sql: string) => sqlite.prepare<[], T>(sql).pluck().get();
  const count = (table: string) => one<number>(`SELECT count(*) FROM ${table} WHERE deleted_at IS NULL`) ?? 0;
  const bookId = one<Id>('SELECT book_id FROM book_file WHERE id = 1');
  if (bookId === undefined) throw new Error('book_file is empty');
  return {
    bookId,
    customers: count('customers'),
    contacts: count('contacts'),
    followUps: count('follow_ups'),
    attachments: countAttachments(sqlite),
    lastFollowUpAt: one<Instant | null>('SELECT max(happened_at) FROM follow_ups WHERE deleted_at IS NULL') ?? null,
    journalSeq: one<number | null>('SELECT max(seq) FROM journal_entries') ?? 0,
    appVersion: one<string>('SELECT app_version FROM book_file WHERE id = 1') ?? '',
    userVersion: userVersion(sqlite),
    timeZone: timeZoneOf(one<string>(`SELECT value FROM book_settings WHERE id = '${timeZoneSetting}'`)),
  };
}

function timeZoneOf(json: string | undefined): string {
  const zone: unknown = json === undefined ? null : JSON.parse(json);
  return typeof zone === 'string' && isTimeZone(zone) ? zone : 'Asia/Shanghai';
}
