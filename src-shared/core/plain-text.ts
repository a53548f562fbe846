// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const controls = new RegExp(control, 'g');
const lineBreak = /\r\n?/g;
const betweenLines = /[\t\n]+/g;

/**
 * Text of one or more lines as a person can type it: control characters go, but for tab and line feed, which is what
 * every line break becomes. To SQLite a NUL ends a text: one at its begin made a name that the file takes for empty.
 * Half a character becomes U+FFFD here, as it would in the file, so that what is kept equals what is compared.
 */
export function plainLines(text: string): string {
  return withoutControls(text).replace(lineBreak, '\n');
}

/** As plainLines, on one line: tabs and line breaks that came with what was pasted become one space. */
export function plainLine(text: string): string {
  return plainLines(text).replace(betweenLines, ' ');
}

/** As plainLines, with line breaks as they are: for cells, read by the million. */
export function withoutControls(text: string): string {
  const clean = control.test(text) ? text.replace(controls, '') : text;
  return clean.isWellFormed() ? clean : clean.toWellFormed();
}
