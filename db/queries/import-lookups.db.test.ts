import { describe, expect, it } from 'vitest';
import { openTestBook } from '../testing/open-test-book.ts';
import { importLookups } from './import-lookups.ts';

const nothing = { uscc: null, phones: [], wechats: [] };

describe('sharing', () => {
  it('finds who has the name or the phone, and nobody else, also after a thousand rows', () => {
    const test = openTestBook();
    const known = test.aCustomer({ name: '杭州王记五金有限公司' });
    const called = test.aCustomer({ name: '单记门窗厂', phone: '0571-88886666' });
    const { sharing } = importLookups(test.book);
    const found = () => [
      sharing({ ...nothing, name: '杭州王记五金' }),
      sharing({ ...nothing, name: '新客户', phones: ['(0571) 8888 6666'] }),
      sharing({ ...nothing, name: '没有的公司', phones: ['13800138000'] }),
    ];
    const atFirst = found();
    expect(atFirst.map((hits) => hits.map(({ customerId, kinds }) => [customerId, [...kinds]]))).toEqual([
      [[known, ['name']]],
      [[called, ['landline']]],
      [],
    ]);
    for (let row = 0; row < 1_000; row += 1) expect(sharing({ ...nothing, name: `新客户${row}` })).toEqual([]);
    expect(found()).toEqual(atFirst);
  });
});
