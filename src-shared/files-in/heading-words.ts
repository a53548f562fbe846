/** Headings as they are listed: parted by `|`. */
export function headingWords(text: string): readonly string[] {
  return text.split('|');
}
