/** The names of settings that the store itself reads or writes; `value` is JSON text. */
export const timeZoneSetting = 'book.time_zone';
export const companyNameSetting = 'company.name';
export const followUpPhrasesSetting = 'follow_up.phrases';

/** The setting that holds the holidays of a year the user gave. */
export function holidayYearSetting(year: number): string {
  return `holidays.${year}`;
}

/** From the first name of such a setting up to, without it, the name behind the last. */
export const holidayYearSettings = ['holidays.', 'holidays/'] as const;
