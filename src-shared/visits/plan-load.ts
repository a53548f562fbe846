import type { Id } from '../core/id.ts';

/** How many visits each person has on each day of a plan, and of those how many in one district. */
export class PlanLoad {
  readonly #dayCount: number;
  readonly #maxPerDay: number;
  readonly #byPerson = new Map<Id, PersonLoad>();

  constructor(dayCount: number, maxPerDay: number) {
    this.#dayCount = dayCount;
    this.#maxPerDay = maxPerDay;
  }

  /** `district` null: it lies near nothing. */
  add(person: Id, district: string | null, place: number, visits = 1): void {
    const load = this.#of(person);
    load.visits[place] = (load.visits[place] ?? 0) + visits;
    if (district === null) return;
    const near = load.byDistrict.get(district) ?? new Int32Array(this.#dayCount);
    load.byDistrict.set(district, near);
    near[place] = (near[place] ?? 0) + visits;
  }

  /**
   * The day from `first` to `last` with room where the person has most visits in the district, then fewest visits, then
   * the earliest (domain §6). Null: none has room.
   */
  bestPlace(person: Id, district: string | null, first: number, last: number): number | null {
    const { visits, byDistrict } = this.#of(person);
    const near = district === null ? undefined : byDistrict.get(district);
    let best: number | null = null;
    let bestNear = 0;
    let bestVisits = 0;
    for (let place = first; place <= last; place += 1) {
      const total = visits[place] ?? 0;
      if (total >= this.#maxPerDay) continue;
      const close = near?.[place] ?? 0;
      if (best !== null && (close < bestNear || (close === bestNear && total >= bestVisits))) continue;
      best = place;
      bestNear = close;
      bestVisits = total;
    }
    return best;
  }

  /** The first day with room from `from` on; null: there is none up to the horizon. */
  firstPlace(person: Id, from: number): number | null {
    const { visits } = this.#of(person);
    for (let place = from; place < this.#dayCount; place += 1) {
      if ((visits[place] ?? 0) < this.#maxPerDay) return place;
    }
    return null;
  }

  /** Who has no room left on which day, by person's id, then day. */
  *full(): Generator<{ readonly person: Id; readonly place: number }> {
    for (const [person, { visits }] of [...this.#byPerson].sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (const [place, total] of visits.entries()) if (total >= this.#maxPerDay) yield { person, place };
    }
  }

  #of(person: Id): PersonLoad {
    let load = this.#byPerson.get(person);
    if (!load) {
      load = { visits: new Int32Array(this.#dayCount), byDistrict: new Map() };
      this.#byPerson.set(person, load);
    }
    return load;
  }
}

interface PersonLoad {
  readonly visits: Int32Array;
  readonly byDistrict: Map<string, Int32Array>;
}

/** One key per district of one city; null for a customer that names no district and so lies near no other. */
export function districtKey(city: string | null, district: string | null): string | null {
  return district === null || district === '' ? null : `${city ?? ''}\n${district}`;
}
