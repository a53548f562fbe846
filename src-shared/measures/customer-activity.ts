import { addDays, addMonths, type CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';

/** When a customer bought: days of orders that are not void, ascending. */
export interface CustomerOrderDays {
  readonly customerId: Id;
  readonly orderDays: readonly CalendarDate[];
}

/** Active on D: an order in the 12 months up to D, (D − 12 months, D] (domain §5). */
export function isActiveOn(orderDays: readonly CalendarDate[], asOf: CalendarDate): boolean {
  const start = addMonths(asOf, -12);
  return orderDays.some((day) => day > start && day <= asOf);
}

/** What became of a customer over [F, T]; null: none of these. */
export type Movement = 'new' | 'lost' | 'won_back' | null;

/** What decides a movement over [F, T]. */
export interface Activity {
  /** First order ever; null: none up to T. */
  readonly firstOn: CalendarDate | null;
  readonly isActiveBefore: boolean;
  readonly isActiveAfter: boolean;
}

/** New, lost and won back of domain §5 for a period that begins on `from`. */
export function movementFrom({ firstOn, isActiveBefore, isActiveAfter }: Activity, from: CalendarDate): Movement {
  if (firstOn === null) return null;
  if (firstOn >= from) return 'new';
  if (isActiveBefore && !isActiveAfter) return 'lost';
  return !isActiveBefore && isActiveAfter ? 'won_back' : null;
}

/** As movementFrom, from the days of orders. */
export function movementOf(orderDays: readonly CalendarDate[], from: CalendarDate, to: CalendarDate): Movement {
  const [first] = orderDays;
  return movementFrom(
    {
      firstOn: first === undefined || first > to ? null : first,
      isActiveBefore: isActiveOn(orderDays, addDays(from, -1)),
      isActiveAfter: isActiveOn(orderDays, to),
    },
    from,
  );
}

export interface MovementCounts {
  /** Active on the day before `from`. */
  readonly activeBefore: number;
  readonly activeAfter: number;
  readonly new: readonly Id[];
  readonly lost: readonly Id[];
  readonly wonBack: readonly Id[];
  /** Of activeBefore; null: nobody was active. */
  readonly newRate: number | null;
  readonly lostRate: number | null;
  /** 1 − lost rate. */
  readonly retention: number | null;
}

/** 新增, 流失, 赢回, 保持率 over [F, T], both days included (domain §5). */
export function movements(
  customers: readonly CustomerOrderDays[],
  from: CalendarDate,
  to: CalendarDate,
): MovementCounts {
  const found: Record<'new' | 'lost' | 'won_back', Id[]> = { new: [], lost: [], won_back: [] };
  const eve = addDays(from, -1);
  let activeBefore = 0;
  let activeAfter = 0;
  for (const { customerId, orderDays } of customers) {
    if (isActiveOn(orderDays, eve)) activeBefore += 1;
    if (isActiveOn(orderDays, to)) activeAfter += 1;
    const movement = movementOf(orderDays, from, to);
    if (movement) found[movement].push(customerId);
  }
  const lostRate = activeBefore === 0 ? null : found.lost.length / activeBefore;
  return {
    activeBefore,
    activeAfter,
    new: found.new,
    lost: found.lost,
    wonBack: found.won_back,
    newRate: activeBefore === 0 ? null : found.new.length / activeBefore,
    lostRate,
    retention: lostRate === null ? null : 1 - lostRate,
  };
}
