/** What Windows allows in no file name; other systems may, but files travel. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const forbidden = /[<>:"/\\|?*\u0000-\u001f]+/g;
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** Control characters, and those that turn the direction of reading: `gpj.exe` must not be shown as `exe.jpg`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const unreadable = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const longest = 120;

/** A proposed name of a workbook as every system takes it: no path, no forbidden character, one `.xlsx` at its end. */
export function workbookFileName(proposed: string): string {
  return fileName(proposed, '.xlsx');
}

/** As workbookFileName, for a file that a phone's calendar reads. */
export function calendarFileName(proposed: string): string {
  return fileName(proposed, '.ics');
}

/** As workbookFileName, for a file that is printed or sent. */
export function pdfFileName(proposed: string): string {
  return fileName(proposed, '.pdf');
}

/** As workbookFileName, for a picture. */
export function pictureFileName(proposed: string, format: 'png' | 'svg'): string {
  return fileName(proposed, `.${format}`);
}

function fileName(proposed: string, ending: '.xlsx' | '.ics' | '.pdf' | '.png' | '.svg'): string {
  const named = proposed.toLowerCase().endsWith(ending) ? proposed.slice(0, -ending.length) : proposed;
  const stem = [...named.replace(forbidden, ' ')]
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/g, '')
    .trim();
  return `${stem === '' || devices.test(stem) ? `Keben ${stem}`.trim() : stem}${ending}`;
}

const longestAttached = 200;

/** The name of a file as it is kept and shown: one form of each letter, nothing invisible, its ending kept when it is cut. */
export function attachedName(given: string): string {
  const name = given.normalize('NFC').replace(unreadable, '').trim();
  return cutBeforeEnding(name === '' ? 'file' : name, longestAttached, (text) => [...text].length);
}

/** Linux takes 255 bytes; a temporary ending may still come. */
const longestOnDiskBytes = 200;

/** As attachedName gave it, made fit for every system's disk: no path, no device, not hidden. */
export function fileNameOnDisk(name: string): string {
  const fit = name
    .replace(unreadable, '')
    .replace(forbidden, ' ')
    .replace(/[. ]+$/g, '')
    .trim();
  const safe = fit === '' || fit.startsWith('.') || devices.test(fit) ? `Keben ${fit}`.trim() : fit;
  return cutBeforeEnding(safe, longestOnDiskBytes, (text) => Buffer.byteLength(text));
}

function cutBeforeEnding(name: string, limit: number, lengthOf: (text: string) => number): string {
  if (lengthOf(name) <= limit) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  const stem = [...name.slice(0, name.length - ending.length)];
  while (lengthOf(stem.join('') + ending) > limit) stem.pop();
  return stem.join('').trimEnd() + ending;
}
