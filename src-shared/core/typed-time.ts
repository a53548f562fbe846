/** `9`, `930`, `9:30`, `9：30`, `9点半`, `14.05` as `HH:MM`; null when it is no time of day. */
export function typedTime(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[点时.]/, ':')
    .replace(/:半$/, ':30')
    .replace(/分$/, '');
  const match = /^(\d{1,2})(?::?(\d{2}))?:?$/.exec(plain);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}
