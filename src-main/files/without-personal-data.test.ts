import { describe, expect, it } from 'vitest';
import { withoutPersonalData } from './without-personal-data.ts';

describe('withoutPersonalData', () => {
  it.each([
    ["UNIQUE constraint failed: '上海华成机电有限公司'", "UNIQUE constraint failed: '…'"],
    ['cannot parse "13800138000"', 'cannot parse "…"'],
    ['phone 138 0013 8000 is taken', 'phone # is taken'],
    ['call +86-138-0013-8000', 'call #'],
    ['mail to zhang.san@example.cn failed', 'mail to …@… failed'],
    ['客户 张三 not found', '… … not found'],
    ["ENOENT: no such file or directory, open '/home/张三/客户.xlsx'", "ENOENT: no such file or directory, open '…'"],
    ['C:\\Users\\zhangsan\\客户.xlsx is locked', '…/… is locked'],
    ['tier 3 of 14 rows', 'tier 3 of 14 rows'],
    ['row 01a20092-a22e-775e-bf32-d7d285af925a has gone', 'row 01a20092-a22e-775e-bf32-d7d285af925a has gone'],
  ])('%s', (message, kept) => expect(withoutPersonalData(message)).toBe(kept));
});
