const invisible = /(?:[\p{Cc}\p{Cf}\p{Z}\s]|\p{Variation_Selector})+/gu;
const unspoken = /[\p{P}\p{S}]+/gu;

/** One width, one case: `ＡＢＣ` and `abc` become equal. Spaces and punctuation stay. */
export function foldCase(text: string): string {
  // Upper first: `ß` and `SS` meet, and so do the two small forms of sigma.
  return text.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
}

/** Folded, and without spaces, punctuation, symbols and invisible characters; letters, digits and their accents stay. */
export function bareText(text: string): string {
  return foldCase(text).replace(invisible, '').replace(unspoken, '');
}

/** Runs of spaces, line breaks and invisible characters become one space, none at the ends. Case and width stay. */
export function tidySpaces(text: string): string {
  return text.replace(invisible, ' ').trim();
}

/** A character of Chinese writing, the rare ones of the later planes included. */
export function isHan(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    code === 0x3007 ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}
