const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const pattern = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * A unified social credit code (统一社会信用代码) in its stored form: 18 capital letters and digits.
 * Spaces, hyphens, width and case are forgiven; null when the form or the check character (GB 32100-2015) is wrong.
 */
export function parseUscc(text: string): string | null {
  const code = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  return pattern.test(code) && checkCharacter(code.slice(0, 17)) === code[17] ? code : null;
}

/** True for the stored form alone; see parseUscc for what a person types. */
export function isUscc(text: string): boolean {
  return parseUscc(text) === text;
}

/** The 18th character: weights 3^i mod 31 over the first 17, complement to 31. */
function checkCharacter(first17: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31];
}
