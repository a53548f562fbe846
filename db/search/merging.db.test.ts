import { describe, expect, it } from 'vitest';
import { openTestBook } from '../testing/open-test-book.ts';

describe.each(['customer_search', 'customer_facets'])('%s', (table) => {
  it('merges its parts little by little, never all at once while somebody waits for a save', () => {
    const { book } = openTestBook();
    const settings = book.sqlite.prepare<[], { k: string; v: number }>(`SELECT k, v FROM ${table}_config`).all();
    expect(Object.fromEntries(settings.map(({ k, v }) => [k, v]))).toMatchObject({ automerge: 8, crisismerge: 500 });
  });
});
