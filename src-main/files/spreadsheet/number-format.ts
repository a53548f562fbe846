/**
 * What a cell's number format makes of its number. `clock` shows hours, minutes or seconds only, and so
 * decides how a value below one day is read; a whole day under it is still a date.
 */
export type NumberKind = 'number' | 'day' | 'clock' | 'duration';

/**
 * Kind of the formats that a file names by number without spelling them out (ECMA-376 part 1, 18.8.30).
 * 27–36 and 50–58 differ between Chinese, Japanese and Korean Excel, but each is a date or a time in all of them;
 * where they disagree `clock` is right for both, because it matters only for values below one day.
 */
export function kindOfBuiltInFormat(id: number): NumberKind {
  if (id === 46) return 'duration';
  if ((id >= 14 && id <= 17) || id === 22) return 'day';
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return 'clock';
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return 'clock';
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day';
  if (id === 75 || id === 76 || (id >= 78 && id <= 80)) return 'clock';
  if (id >= 71 && id <= 81) return 'day';
  return 'number';
}

/** Kind of a format code such as `yyyy"年"m"月"d"日"`, `[$-804]上午/下午h:mm;@` or `¥#,##0.00_);[Red](¥#,##0.00)`. */
export function kindOfFormatCode(code: string): NumberKind {
  const positive = firstSection(code).toLowerCase();
  if (/\[(h+|m+|s+)\]/.test(positive)) return 'duration';
  const letters = positive
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|standard|g\/通用格式|g\/標準|g\/표준/g, '')
    .replace(/am\/pm|a\/p/g, 'h')
    // 0.00E+00 is scientific; a lone e is a year in East Asian formats
    .replace(/e[+-]/g, '');
  // Digit places make it a number, save the fraction of a second in ss.000: `#,##0 usd` is no date
  if (/[#?]|(?<![.,0])0/.test(letters)) return 'number';
  if (/[yd]|e|b{2}|aaa/.test(letters)) return 'day';
  if (/[hs]/.test(letters)) return 'clock';
  return letters.includes('m') ? 'day' : 'number';
}

/** The part before the first `;`, without what only decorates: quoted text, escaped and padding characters. */
function firstSection(code: string): string {
  let kept = '';
  for (let i = 0; i < code.length; i++) {
    const char = code.charAt(i);
    if (char === ';') break;
    if (char === '"') {
      const closing = code.indexOf('"', i + 1);
      if (closing === -1) break;
      i = closing;
    } else if (char === '\\' || char === '_' || char === '*') {
      i++;
    } else if (char === '[') {
      const closing = code.indexOf(']', i);
      if (closing === -1) break;
      kept += code.slice(i, closing + 1);
      i = closing;
    } else {
      kept += char;
    }
  }
  return kept;
}
