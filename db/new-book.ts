import { type Id, newId } from '../src-shared/core/id.ts';
import { type Instant, instantToMs, isTimeZone } from '../src-shared/core/instant.ts';
import { defaultTiers } from '../src-shared/tiers/tier.ts';
import type { AppDb, Sqlite } from './connection.ts';
import { writeBatch } from './journal.ts';
import { bookSettings, users } from './schema/book.ts';
import { tiers } from './schema/tiers.ts';
import { companyNameSetting, timeZoneSetting } from './setting-names.ts';

/** 'KEBN': what `file` and other programs see in the header. */
export const applicationId = 0x4b45424e;

export interface NewBook {
  /** IANA name; every instant becomes a day in it (domain §0). */
  readonly timeZone: string;
  readonly ownerName: string;
  readonly companyName?: string;
  readonly now: Instant;
}

export interface FirstRows {
  readonly ownerId: Id;
  readonly tierIds: readonly Id[];
}

/** Marks a migrated, empty file as a book. Outside the journal: it says what the file is, not what the user did. */
export function stampBook(sqlite: Sqlite, appVersion: string, now: Instant): void {
  sqlite.pragma(`application_id = ${applicationId}`);
  sqlite
    .prepare('INSERT INTO book_file (id, book_id, app_version, created_at) VALUES (1, ?, ?, ?)')
    .run(newId(instantToMs(now)), appVersion, now);
}

/** Notes in the file that this Keben is the newest that wrote to it, if it is. */
export function raiseAppVersion(sqlite: Sqlite, appVersion: string): void {
  const stored = sqlite.prepare<[], string>('SELECT app_version FROM book_file WHERE id = 1').pluck().get();
  if (stored !== undefined && isLaterVersion(appVersion, stored)) {
    sqlite.prepare('UPDATE book_file SET app_version = ? WHERE id = 1').run(appVersion);
  }
}

/** Compares `1.10.0` and `1.9.3` part by part as numbers; what follows a dash is not looked at. */
export function isLaterVersion(version: string, than: string): boolean {
  const parts = (text: string) => (text.split('-')[0] ?? '').split('.').map(Number);
  const other = parts(than);
  for (const [index, part] of parts(version).entries()) {
    const difference = part - (other[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** What every book starts with: its time zone, its owner, the tiers A to D; one batch of the system. */
export function writeFirstRows(book: AppDb, wish: NewBook): FirstRows {
  if (!isTimeZone(wish.timeZone)) throw new RangeError(`unknown time zone ${wish.timeZone}`);
  const nowMs = instantToMs(wish.now);
  const ownerId = newId(nowMs);
  return writeBatch(book, { source: 'system', userId: ownerId, now: wish.now }, (db): FirstRows => {
    db.insert(users, { id: ownerId, name: wish.ownerName, role: 'owner' });
    db.insert(bookSettings, { id: timeZoneSetting, value: wish.timeZone });
    if (wish.companyName) db.insert(bookSettings, { id: companyNameSetting, value: wish.companyName });
    const tierIds = defaultTiers.map((tier, position) => {
      const id = newId(nowMs);
      db.insert(tiers, { ...tier, id, position });
      return id;
    });
    return { ownerId, tierIds };
  }).value;
}
