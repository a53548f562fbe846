import { describe, expect, it } from 'vitest';
import { writeBatch } from '../journal.ts';
import { customers } from '../schema/customers.ts';
import { at, openTestBook } from '../testing/open-test-book.ts';
import { binnedCustomers } from './binned-customers.ts';

describe('binnedCustomers', () => {
  function bin(...names: readonly string[]) {
    const test = openTestBook();
    test.aCustomer({ name: '王记（没有删除）' });
    for (const [index, name] of names.entries()) {
      const id = test.aCustomer({ name, phone: `1380013800${index}` });
      const now = at(`2026-03-05T09:00:0${index}.000Z`);
      writeBatch(test.book, { source: 'edit', userId: test.ownerId, now }, (db) =>
        db.update(customers, id, { deletedAt: now }),
      );
    }
    const find = (search: string, offset = 0, limit = 50) => {
      const { rows, total } = binnedCustomers(test.book, { search, offset, limit });
      return { names: rows.map(({ name }) => name), total };
    };
    return { ...test, find };
  }

  it('shows what was thrown away last first, page by page, and by whom', () => {
    const { book, find, ownerId } = bin('甲', '乙', '丙');
    expect(find('')).toEqual({ names: ['丙', '乙', '甲'], total: 3 });
    expect(find('', 1, 1)).toEqual({ names: ['乙'], total: 3 });
    expect(binnedCustomers(book, { search: '', offset: 0, limit: 1 }).rows[0]).toMatchObject({
      phone: '13800138002',
      deletedBy: ownerId,
      deletedAt: '2026-03-05T09:00:02.000Z',
    });
  });

  it.each([
    ['王', ['王记']],
    ['wj', ['王记']],
    ['wangj', ['王记']],
    ['13800138001', ['李记']],
    ['%', ['李记', '王记']],
    ['别的', []],
  ])('is searched by %s like live customers', (search, names) => {
    expect(bin('王记', '李记').find(search)).toEqual({ names, total: names.length });
  });
});
