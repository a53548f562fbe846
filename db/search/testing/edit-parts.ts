import fc from 'fast-check';
import { type CalendarDate, fromDayNumber } from '../../../src-shared/core/calendar-date.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import type { WriteDb } from '../../journal.ts';
import type { World } from './small-world.ts';

/** One change of rows of the small world. */
export type Edit = (db: WriteDb, world: World) => void;
export type Edits = readonly fc.Arbitrary<Edit>[];

/** Some before the day of a test book, which is 20,517, some after. */
export const day = (index: number): CalendarDate => fromDayNumber(20_500 + (index % 60));
/** The same, but far enough back to be silent since, or late for longer than a warning waits. */
export const longAgoOrSoon = (index: number): CalendarDate => fromDayNumber(20_400 + (index % 150));

export const name = fc.constantFrom(
  '杭州王记五金有限公司',
  '单雄信',
  '宁波鑫源（集团）',
  'ABC DEF',
  '张三 13800138000',
  '曾国藩',
  '𠮷野家',
  '3M中国',
  '%_*"',
  '甲',
);
export const deletedAt = fc.constantFrom(null, instantFromMs(1_770_000_000_000));
export const number = fc.nat(1000);

export function pick(list: readonly string[], index: number): string {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty world');
  return found;
}
