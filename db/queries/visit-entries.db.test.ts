import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestBook, type TestBook } from '../testing/open-test-book.ts';
import { spanSql } from './visit-entries.ts';

let test: TestBook;
beforeEach(() => {
  test = openTestBook();
});
afterEach(() => test.book.close());

/** How SQLite goes about it, step by step. */
function steps(sql: string): readonly string[] {
  const names = { from: '2026-03-01', to: '2026-03-31', persons: '[]' };
  return test.book.sqlite
    .prepare<[typeof names], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(names)
    .map(({ detail }) => detail);
}

describe('spanSql', () => {
  it('reads the days of the span and no more, then the customers of those', () => {
    const [plans, list, customer] = steps(spanSql(false, {}));
    expect(plans).toMatch(/^SEARCH p USING INDEX visit_plans_day \(planned_on>\? AND planned_on<\?\)/);
    expect(list).toMatch(/^SEARCH l USING INDEX sqlite_autoindex_customer_list_1/);
    expect(customer).toMatch(/^SEARCH c USING INDEX sqlite_autoindex_customers_1/);
  });

  it('reads the days of each person asked for', () => {
    const [persons, plans] = steps(spanSql(true, {}));
    expect(persons).toMatch(/^SCAN who/);
    expect(plans).toMatch(
      /^SEARCH p USING INDEX visit_plans_person \(person_id=\? AND planned_on>\? AND planned_on<\?\)/,
    );
  });
});
