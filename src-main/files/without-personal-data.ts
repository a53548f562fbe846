/**
 * Takes out of a message what could be a customer's: text in quotes, runs of digits long enough for a phone or an id,
 * e-mail addresses, any non-ASCII text (our own messages are English), and file paths, which often hold names.
 */
export function withoutPersonalData(message: string): string {
  return message
    .replace(/(['"`])(?:(?!\1)[^\\\n]|\\.)*\1/g, '$1…$1')
    .replace(/[^\s@<>]+@[^\s@<>]+/g, '…@…')
    .replace(/(?:[a-zA-Z]:[\\/]|\\\\|\/)[^\s:*?"<>|]*[\\/][^\s:*?"<>|]*/g, '…/…')
    .replace(/[^\x20-\x7e\n…]+/g, '…')
    .replace(/\+?\d[\d\s-]{5,}\d/g, '#');
}
