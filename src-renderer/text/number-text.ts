/** `12,304` */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1.5 MB`; binary megabytes, as the file manager of Windows counts them. */
export function fileSizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/**
 * A phone as people read it aloud: a mobile in 3-4-4 (`138 5812 6630`), without +86 or 0086. Full-width digits are made
 * plain. Anything else stays as typed, because only its owner knows where an area code or an extension ends.
 */
export function phoneText(phone: string): string {
  const plain = phone.normalize('NFKC').trim();
  const mobile = /^(?:(?:\+|00)?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})$/.exec(plain);
  return mobile ? `${mobile[1]} ${mobile[2]} ${mobile[3]}` : plain;
}
