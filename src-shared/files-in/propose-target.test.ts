import { describe, expect, it } from 'vitest';
import { importTargetNames } from './import-target.ts';
import { proposeTarget } from './propose-target.ts';
import { type PlainCell, sheetOf } from './testing/sheet-builders.ts';

const bookkeepers = ['openings', 'orders', 'payments'] as const;
const proposed = (heads: readonly PlainCell[], ...rows: readonly (readonly PlainCell[])[]) =>
  proposeTarget(sheetOf(heads, ...rows), [], importTargetNames);

describe('proposeTarget', () => {
  it.each([
    ['customers', ['客户名称', '联系人', '手机', '地址', '备注']],
    ['openings', ['往来单位', '单据编号', '日期', '到期日', '应收金额', '已收金额', '备注']],
    ['orders', ['订单编号', '客户名称', '日期', '商品名称', '数量', '单价', '金额']],
    ['orders', ['Order ID', 'Customer', 'Order Date', 'Product', 'Quantity', 'Unit Price', 'Discount']],
    ['payments', ['客户名称', '收款日期', '收款金额', '收款方式', '备注']],
  ] as const)('takes a sheet for %s by its headings', (target, heads) => {
    expect(proposed(heads)).toBe(target);
  });

  it('finds them below a title', () => {
    const heads = ['往来单位', '日期', '到期日', '应收金额'];
    expect(proposed(['期初应收明细表'], heads, ['王记', '2026-01-01', '2026-02-01', 100])).toBe('openings');
  });

  it('takes for customers what nobody understands', () => {
    expect(proposed(['甲', '乙'], ['a', 'b'])).toBe('customers');
    expect(proposed([])).toBe('customers');
  });

  it('proposes only what the user may import', () => {
    const sheet = sheetOf(['客户名称', '联系人', '手机', '地址']);
    expect(proposeTarget(sheet, [], bookkeepers)).toBe('openings');
    expect(proposeTarget(sheet, [], ['customers'])).toBe('customers');
  });
});
