import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName } from '../../src-shared/customers/normalised-name.ts';
import { areSimilarNames } from '../../src-shared/customers/same-customer.ts';
import { writeBatch } from '../journal.ts';
import { customers } from '../schema/customers.ts';
import { openTestBook } from '../testing/open-test-book.ts';
import { sameCustomers, type TypedCustomer } from './same-customers.ts';

const typed = (fields: Partial<TypedCustomer>): TypedCustomer => ({
  name: '',
  phones: [],
  uscc: '',
  wechat: '',
  city: '',
  exceptId: null,
  ...fields,
});

function bookOf(...rows: readonly Partial<typeof customers.$inferInsert>[]) {
  const test = openTestBook();
  const ids = rows.map(({ createdAt: _at, updatedAt: _last, ...row }) => test.aCustomer(row));
  const hints = (fields: Partial<TypedCustomer>) =>
    sameCustomers(test.book, typed(fields)).map(({ name, certainty, reasons }) => [name, certainty, ...reasons]);
  return { ...test, ids, hints };
}

describe('sameCustomers', () => {
  it('knows the same credit code, mobile, name without its legal form, WeChat id and landline, the surest first', () => {
    const { hints } = bookOf(
      { name: '同码', uscc: '91330106MA2GK3X15N' },
      { name: '同手机', phone: '+86 138-0013-8000' },
      { name: '王记五金（杭州）有限公司' },
      { name: '同微信', wechat: 'Wang_88' },
      { name: '同座机', phone: '0571-8888 6666' },
      { name: '别的客户', phone: '13900000000' },
    );
    expect(
      hints({
        name: '王记五金杭州',
        uscc: '91330106MA2GK3X15N',
        phones: ['138 0013 8000', '057188886666'],
        wechat: 'wang_88 ',
      }),
    ).toEqual([
      ['同码', 'certain', 'same_uscc'],
      ['同手机', 'strong', 'same_mobile'],
      ['王记五金（杭州）有限公司', 'strong', 'same_name'],
      ['同微信', 'possible', 'same_wechat'],
      ['同座机', 'possible', 'same_landline'],
    ]);
  });

  it('says certain only for a credit code whose check character is right', () => {
    const { hints } = bookOf({ name: '甲', uscc: '91330106MA2GK3X15N' }, { name: '乙', uscc: '91330110768230041R' });
    expect(hints({ uscc: '9133 0106 ma2gk3x15n' })).toEqual([['甲', 'certain', 'same_uscc']]);
    expect(hints({ uscc: '91330106MA2GK3X150' })).toEqual([]);
  });

  it('looks at the phones of contacts, and into the bin, and says so', () => {
    const test = openTestBook();
    const customerId = test.aCustomer({ name: '甲店' });
    test.aContact({ customerId, name: '王建国', mobile: '13800138000' });
    writeBatch(test.book, { source: 'edit', userId: null, now: test.now }, (db) =>
      db.update(customers, customerId, { deletedAt: test.now }),
    );
    expect(sameCustomers(test.book, typed({ phones: ['13800138000'] }))).toMatchObject([
      { id: customerId, isInBin: true, reasons: ['same_mobile'] },
    ]);
  });

  it('does not hint at the customer being edited', () => {
    const test = openTestBook();
    const id = test.aCustomer({ name: '王记五金店' });
    expect(sameCustomers(test.book, typed({ name: '王记五金', exceptId: id }))).toEqual([]);
  });

  it.each([
    ['杭州恒通装饰材料', '杭州恒通装饰材枓有限公司', '杭州市', true],
    ['杭州恒通装饰材料', '航州恒通装饰材料厂', '杭州', true],
    ['杭州恒通装饰材料', '杭州恒装饰材料', '杭州市', true],
    ['杭州恒通装饰材料', '杭州恒通装饰材料', '宁波市', true],
    ['杭州恒通装饰材料', '杭州恒通装饰材枓', '宁波市', false],
    ['杭州恒通装饰材料', '杭州永利装饰材料', '杭州市', false],
    ['恒通五金', '恒达五金', '杭州市', false],
  ])('%s is like %s in %s: %s', (name, other, city, isLike) => {
    const { hints } = bookOf({ name: other, city });
    expect(hints({ name, city: '杭州市' }).length > 0).toBe(isLike);
  });

  it('finds every name of the city that is similar enough, wherever the letters differ', () => {
    const letter = fc.constantFrom(...'杭州恒通装饰材料五金建');
    const name = fc.array(letter, { minLength: 5, maxLength: 22 });
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('put', 'take', 'change'), letter), { maxLength: 3 });
    fc.assert(
      fc.property(name, edits, (letters, changes) => {
        const other = [...letters];
        for (const [at, kind, put] of changes) {
          const index = at % other.length;
          other.splice(index, kind === 'put' ? 0 : 1, ...(kind === 'take' ? [] : [put]));
        }
        fc.pre(areSimilarNames(normaliseName(letters.join('')), normaliseName(other.join(''))));
        const { book, hints } = bookOf({ name: other.join(''), city: '杭州' });
        expect(hints({ name: letters.join(''), city: '杭州市' })).toHaveLength(1);
        book.close();
      }),
      { numRuns: 150 },
    );
  });
});
