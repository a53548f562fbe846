/** What Windows allows in no file name; other systems may, but files travel. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const forbidden = /[<>:"/\\|?*\u0000-\u001f]+/g;
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const longest = 120;

/** A proposed name of a workbook as every system takes it: no path, no forbidden character, one `.xlsx` at its end. */
export function workbookFileName(proposed: string): string {
  const stem = [...proposed.replace(/\.xlsx$/i, '').replace(forbidden, ' ')]
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/g, '')
    .trim();
  return `${stem === '' || devices.test(stem) ? `Keben ${stem}`.trim() : stem}.xlsx`;
}
