/**
 * Element and attribute names as numbers, so that the scanner compares them without making a string per tag.
 * Only the local name counts: `x:row`, `row` and a strict-namespace `row` are the same element.
 *
 * The number is a 32-bit hash. Two different names could share one; a file made to do so only gets its
 * nonsense element read as a cell, which it could have written outright.
 */
export function nameKey(localName: string): number {
  let key = NAME_SEED;
  for (let i = 0; i < localName.length; i++) key = extendNameKey(key, localName.charCodeAt(i));
  return key;
}

export const NAME_SEED = 0;

export function extendNameKey(key: number, byte: number): number {
  return (Math.imul(key, 31) + byte) | 0;
}
