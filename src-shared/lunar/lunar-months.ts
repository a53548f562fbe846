import { LunarYear } from 'lunar-typescript';

/** One month of the Chinese calendar. */
export interface LunarMonth {
  /** 1–12; a leap month has the number of the one before it. */
  readonly month: number;
  readonly isLeapMonth: boolean;
  readonly length: 29 | 30;
  /** Day number (calendar-date.ts) of its first day. */
  readonly firstDay: number;
}

/** The 24 solar terms in the order of a solar year, from January on. */
const solarTerms = [
  'xiaohan',
  'dahan',
  'lichun',
  'yushui',
  'jingzhe',
  'chunfen',
  'qingming',
  'guyu',
  'lixia',
  'xiaoman',
  'mangzhong',
  'xiazhi',
  'xiaoshu',
  'dashu',
  'liqiu',
  'chushu',
  'bailu',
  'qiufen',
  'hanlu',
  'shuangjiang',
  'lidong',
  'xiaoxue',
  'daxue',
  'dongzhi',
] as const;
export type SolarTerm = (typeof solarTerms)[number];

/*
 * The only file that knows lunar-typescript. It computes new moons and solar terms (寿星天文历) on Beijing's clock, which
 * is what GB/T 33661-2017 builds the calendar on. ICU begins a few months a day off (docs/adr/0014);
 * lunar-months.test.ts checks those here against the moon itself.
 */

const monthsByYear = new Map<number, readonly LunarMonth[]>();
const termsByYear = new Map<number, ReadonlyMap<number, SolarTerm>>();

/** The 12 or 13 months of a lunar year, in order. */
export function lunarMonthsOf(lunarYear: number): readonly LunarMonth[] {
  const known = monthsByYear.get(lunarYear);
  if (known) return known;
  const months = LunarYear.fromYear(lunarYear)
    .getMonths()
    .filter((month) => month.getYear() === lunarYear)
    .map((month): LunarMonth => {
      const length = month.getDayCount();
      if (length !== 29 && length !== 30) throw new Error(`a month of lunar year ${lunarYear} has ${length} days`);
      return {
        month: Math.abs(month.getMonth()),
        isLeapMonth: month.isLeap(),
        length,
        firstDay: dayNumberOfJulian(month.getFirstJulianDay()),
      };
    });
  monthsByYear.set(lunarYear, months);
  return months;
}

/** Day number → the solar term that begins on it, for a solar year. */
export function solarTermsOf(solarYear: number): ReadonlyMap<number, SolarTerm> {
  const known = termsByYear.get(solarYear);
  if (known) return known;
  // The library's list of a year starts with 大雪 and 冬至 of the year before.
  const moments = LunarYear.fromYear(solarYear).getJieQiJulianDays().slice(2);
  const terms = new Map(solarTerms.map((term, index) => [dayNumberOfJulian(moments[index] ?? Number.NaN), term]));
  termsByYear.set(solarYear, terms);
  return terms;
}

/** The library's Julian days run on Beijing's clock already; day 0 of ours begins at 2440587.5. */
function dayNumberOfJulian(julianDay: number): number {
  return Math.floor(julianDay - 2_440_587.5);
}
