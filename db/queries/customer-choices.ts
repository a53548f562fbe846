import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';

/** A list to choose from stays readable up to here; the rest is found by typing. */
const mostChoices = 500;

export interface CustomerChoices {
  readonly districts: readonly string[];
  readonly industries: readonly string[];
  readonly sources: readonly string[];
}

/** The districts, industries and sources in use, the most frequent first. */
export function customerChoices(db: ReadDb): CustomerChoices {
  return { districts: inUse(db, 'district'), industries: inUse(db, 'industry'), sources: inUse(db, 'source') };
}

function inUse(db: ReadDb, column: 'district' | 'industry' | 'source'): readonly string[] {
  return valuesOf<string>(
    db.sqlite,
    `SELECT ${column} FROM customer_list WHERE is_live = 1 AND ${column} IS NOT NULL AND ${column} <> ''
     GROUP BY ${column} ORDER BY count(*) DESC, ${column} LIMIT ${mostChoices}`,
  ).all();
}
