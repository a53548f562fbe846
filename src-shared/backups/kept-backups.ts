import { dayOfInstant, type Instant } from '../core/instant.ts';

/** How many backups of a book are kept (architecture.md). */
export const backupsKept = 14;

/**
 * Which of a book's good backups may go so that `keep` stay. Of a day with several the older go first, and only then
 * the oldest day: a day of ten imports must not push out two weeks. `made` always stays, also when the clock was set back.
 */
export function expendableBackups<T extends { readonly at: Instant }>(
  backups: readonly T[],
  made: T,
  keep: number,
  timeZone: string,
): readonly T[] {
  const left = backups.filter((backup) => backup !== made).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const gone: T[] = [];
  while (left.length > Math.max(keep - 1, 0)) {
    const days = left.map(({ at }) => dayOfInstant(at, timeZone));
    const oldestOfSharedDay = days.findLastIndex((day, index) => index > 0 && days[index - 1] === day);
    const [victim] = left.splice(oldestOfSharedDay === -1 ? left.length - 1 : oldestOfSharedDay, 1);
    if (victim) gone.push(victim);
  }
  return gone;
}
