import type { Id } from '../core/id.ts';

/** 生日, 开业/成立, 结婚, 其他. */
export const anniversaryKinds = ['birthday', 'founding', 'wedding', 'other'] as const;
export type AnniversaryKind = (typeof anniversaryKinds)[number];

export const anniversaryCalendars = ['solar', 'lunar'] as const;
export type AnniversaryCalendar = (typeof anniversaryCalendars)[number];

/** A day that comes back every year. `month`, `day` and `year` are of its own calendar. */
export interface AnniversaryDate {
  readonly calendar: AnniversaryCalendar;
  /** Null: not known, so no age is said. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** Lunar only. */
  readonly isLeapMonth: boolean;
}

/** 纪念日 of a customer, or of one of its contacts. */
export interface Anniversary extends AnniversaryDate {
  readonly id: Id;
  readonly customerId: Id;
  readonly contactId: Id | null;
  readonly kind: AnniversaryKind;
  readonly title: string | null;
}
