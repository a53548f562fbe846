import { describe, expect, it } from 'vitest';
import { instantFromMs, instantToMs } from '../../src-shared/core/instant.ts';
import { writeBatch } from '../journal.ts';
import { customers } from '../schema/customers.ts';
import { openTestBook } from '../testing/open-test-book.ts';
import { customerChoices } from './customer-choices.ts';
import { facetCounts } from './facet-counts.ts';

describe('facetCounts', () => {
  it('follows every change of a tier, a tag, a district and the bin', () => {
    const test = openTestBook();
    const { book, tierIds, ownerId } = test;
    const now = instantFromMs(instantToMs(test.now) + 60_000);
    const [first = '', second = '', third = ''] = ['甲', '乙', '丙'].map((name) =>
      test.aCustomer({ name, tierId: tierIds.A, district: name === '丙' ? '西湖区' : '余杭区 ½' }),
    );
    const tag = test.aTag();
    test.aTagOn(first, tag);
    expect(facetCounts(book, 'tier')).toEqual(new Map([[tierIds.A, 3]]));
    expect(facetCounts(book, 'owner')).toEqual(new Map([[null, 3]]));
    expect(facetCounts(book, 'tag')).toEqual(new Map([[tag, 1]]));
    expect(customerChoices(book)).toEqual({ districts: ['余杭区 ½', '西湖区'], industries: [], sources: [] });
    writeBatch(book, { source: 'bulk', userId: ownerId, now }, (db) => {
      db.update(customers, first, { tierId: null });
      db.update(customers, second, { deletedAt: now, ownerId });
      db.update(customers, third, { tierId: tierIds.B, ownerId });
    });
    expect(facetCounts(book, 'tier')).toEqual(
      new Map([
        [null, 1],
        [tierIds.B, 1],
      ]),
    );
    expect(facetCounts(book, 'owner')).toEqual(
      new Map([
        [null, 1],
        [ownerId, 1],
      ]),
    );
  });
});
