/** The names of settings that the store itself reads or writes; `value` is JSON text. */
export const timeZoneSetting = 'book.time_zone';
export const companyNameSetting = 'company.name';
