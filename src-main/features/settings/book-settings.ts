import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { settingValue } from '../../../db/queries/book-settings.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { bookSettings } from '../../../db/schema/book.ts';
import { companyNameSetting, followUpPhrasesSetting, timeZoneSetting } from '../../../db/setting-names.ts';
import { type BookSettings, bookSettingsSchema } from '../../../src-shared/settings/settings-contract.ts';

const settingNames = {
  companyName: companyNameSetting,
  timeZone: timeZoneSetting,
  followUpPhrases: followUpPhrasesSetting,
} as const satisfies Record<keyof BookSettings, string>;

/** Throws when the book holds no usable time zone: every new book is given one, so then the file is damaged. */
export function readBookSettings(db: ReadDb): BookSettings {
  return bookSettingsSchema.parse({
    companyName: settingValue(db, settingNames.companyName) ?? null,
    timeZone: settingValue(db, settingNames.timeZone),
    followUpPhrases: settingValue(db, settingNames.followUpPhrases) ?? null,
  });
}

/** As in readBookSettings, alone: what nearly every click asks for. */
export function readTimeZone(db: ReadDb): string {
  return bookSettingsSchema.shape.timeZone.parse(settingValue(db, settingNames.timeZone));
}

/** Writes the settings given and leaves the others. */
export function saveBookSettings(db: WriteDb, settings: Partial<BookSettings>): void {
  if (settings.companyName !== undefined) save(db, settingNames.companyName, settings.companyName);
  if (settings.timeZone !== undefined) save(db, settingNames.timeZone, settings.timeZone);
  if (settings.followUpPhrases !== undefined) save(db, settingNames.followUpPhrases, settings.followUpPhrases);
}

function save(db: WriteDb, name: string, value: string | readonly string[] | null): void {
  const present = findRow(db, bookSettings, name);
  if (present) db.update(bookSettings, name, { value, deletedAt: null });
  else if (value !== null) db.insert(bookSettings, { id: name, value });
}
