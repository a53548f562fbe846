import type { ReadDb } from '../../connection.ts';
import { tuplesOf } from '../../prepared.ts';

export interface CustomerRegion {
  readonly province: string | null;
  readonly city: string | null;
  readonly customers: number;
}

const regionsSql = `
  SELECT nullif(province, ''), nullif(city, ''), count(*) FROM customers
  WHERE deleted_at IS NULL AND (province <> '' OR city <> '')
  GROUP BY 1, 2
  ORDER BY 3 DESC, 1, 2`;

/** Where live customers are, most first. Looks at each of them. */
export function customerRegions(db: ReadDb): readonly CustomerRegion[] {
  return tuplesOf<readonly [string | null, string | null, number]>(db.sqlite, regionsSql)
    .all()
    .map(([province, city, customers]) => ({ province, city, customers }));
}
