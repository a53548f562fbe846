import { describe, expect, it } from 'vitest';
import type { ColumnAnswers } from './column-answers.ts';
import { type CustomerImportKey, customersTarget } from './customers-target.ts';
import { customerRecordOf } from './draft-of-record.ts';
import { foldRows } from './fold-rows.ts';
import type { ImportLookups } from './read-field.ts';
import { type RowPlan, readRow } from './read-row.ts';
import { type PlainCell, sheetOf } from './testing/sheet-builders.ts';

const lookups: ImportLookups = {
  tiers: [
    { id: 'tier-a', name: 'A' },
    { id: 'tier-vip', name: 'VIP' },
  ],
  users: [{ id: 'user-li', name: '李四' }],
};
type Column = readonly [heading: string, field: CustomerImportKey | null, answers?: ColumnAnswers];
const planOf = (...columns: readonly Column[]): RowPlan<CustomerImportKey> => ({
  columns: columns.map(([heading, field, answers = {}], column) => ({ column, heading, field, answers })),
  includeHiddenRows: false,
});
const read = (columns: readonly Column[], ...cells: readonly PlainCell[]) => {
  const [row] = sheetOf(cells);
  if (!row) throw new Error('no row');
  return readRow(row, planOf(...columns), customersTarget, lookups);
};
const valuesOf = (columns: readonly Column[], ...cells: readonly PlainCell[]) =>
  Object.fromEntries(read(columns, ...cells).values);

const name: Column = ['客户名称', 'name'];

describe('readRow', () => {
  it('keeps a name as written but for the blanks around it', () => {
    expect(valuesOf([name], '　ＡＢＣ（上海）科技 ')).toEqual({ name: 'ＡＢＣ（上海）科技' });
  });

  it('leaves out what is blank, so that nothing is wiped', () => {
    const columns: readonly Column[] = [name, ['电话', 'phone'], ['邮箱', 'email'], ['地址', 'address']];
    expect(valuesOf(columns, '王记', '', '无', 'NULL')).toEqual({ name: '王记' });
  });

  it('says which cell is wrong, why, and what it holds', () => {
    const columns: readonly Column[] = [
      name,
      ['电话', 'phone'],
      ['首单日期', 'sinceOn'],
      ['邮箱', 'email'],
      ['税号', 'uscc'],
    ];
    expect(read(columns, '王记', '找王经理', '2026-02-30', 'a#b', '123').problems).toEqual([
      { column: 1, field: 'phone', problem: 'not_a_phone', text: '找王经理' },
      { column: 2, field: 'sinceOn', problem: 'impossible_date', text: '2026-02-30' },
      { column: 3, field: 'email', problem: 'not_an_email', text: 'a#b' },
      { column: 4, field: 'uscc', problem: 'invalid_uscc', text: '123' },
    ]);
  });

  it('wants a name, once, also when its cell is broken or its column missing', () => {
    expect(read([name, ['电话', 'phone']], '', '13800138000').problems).toEqual([
      { column: 0, field: 'name', problem: 'required', text: '' },
    ]);
    expect(read([name], { t: 'e', v: '#N/A' }).problems.map((problem) => problem.problem)).toEqual(['error_cell']);
    expect(read([['电话', 'phone']], '13800138000').problems[0]).toMatchObject({ column: null, problem: 'required' });
  });

  it('asks about the column’s dates and takes its answers', () => {
    expect(read([name, ['日期', 'sinceOn']], '王记', '03/05/2026').problems[0]?.problem).toBe('ambiguous_date');
    expect(valuesOf([name, ['日期', 'sinceOn', { dateOrder: 'dmy' }]], '王记', '03/05/2026').sinceOn).toBe(
      '2026-05-03',
    );
  });

  it('brings back a phone that the sheet shows as 1.38E+10, and says so', () => {
    const reading = read([name, ['电话', 'phone']], '王记', { t: 'n', v: 13800138000, raw: '1.3800138E10' });
    expect(reading.values.get('phone')).toBe('13800138000');
    expect(reading.notices).toEqual([{ kind: 'phone_restored', column: 1, text: '13800138000' }]);
  });

  it('refuses an id that lost its digits', () => {
    expect(read([name, ['税号', 'uscc']], '王记', Number('914403001922038216')).problems[0]?.problem).toBe(
      'digits_lost',
    );
    expect(read([['客户名称', 'name']], Number('914403001922038216')).problems[0]?.problem).toBe('digits_lost');
  });

  it('takes 张三 13800138000 apart, unless the phone has a column of its own', () => {
    const columns: readonly Column[] = [name, ['联系人', 'contactName'], ['手机', 'contactMobile']];
    expect(valuesOf(columns.slice(0, 2), '王记', '张三 13800138000')).toEqual({
      name: '王记',
      contactName: '张三',
      contactMobile: '13800138000',
    });
    expect(valuesOf(columns, '王记', '张三 13800138000', '13900139000').contactMobile).toBe('13900139000');
    expect(valuesOf([name, ['电话', 'contactPhone']], '王记', '13800138000(张三)')).toMatchObject({
      contactName: '张三',
    });
  });

  it('puts family and given name together', () => {
    const columns: readonly Column[] = [
      ['Last Name', 'contactFamilyName'],
      ['First Name', 'contactGivenName'],
    ];
    expect(valuesOf(columns, 'Doe', 'John')).toEqual({ contactName: 'John Doe', name: 'John Doe' });
    expect(valuesOf(columns, '张', '三')).toEqual({ contactName: '张三', name: '张三' });
    expect(valuesOf(columns, '', 'John')).toEqual({ contactName: 'John', name: 'John' });
  });

  it('does not make a customer of a contact when the sheet has a column for customers', () => {
    expect(read([name, ['联系人', 'contactName']], '', '张三').problems[0]?.problem).toBe('required');
  });

  it('lists several phones, and says of each note where it came from', () => {
    const columns: readonly Column[] = [
      name,
      ['电话1', 'phone'],
      ['电话2', 'phone'],
      ['需求', 'note'],
      ['备注', 'note'],
    ];
    expect(valuesOf(columns, '王记', '13800138000', '0571-88886666', '车棚', '急')).toEqual({
      name: '王记',
      phone: '13800138000、0571-88886666',
      note: '需求：车棚\n备注：急',
    });
    expect(valuesOf([name, ['备注', 'note']], '王记', '急').note).toBe('急');
  });

  it('finds tiers and users of the book, and goes on without those it does not know', () => {
    const columns: readonly Column[] = [name, ['级别', 'tier'], ['负责人', 'owner']];
    expect(valuesOf(columns, '王记', 'a', '李四')).toMatchObject({ tier: 'tier-a', owner: 'user-li' });
    expect(valuesOf(columns, '王记', 'A（重点客户）')).toMatchObject({ tier: 'tier-a' });
    expect(valuesOf(columns, '王记', 'VIP客户')).toMatchObject({ tier: 'tier-vip' });
    const unknown = read(columns, '王记', '重点客户', '王五');
    expect(unknown.problems).toEqual([]);
    expect(unknown.notices.map((notice) => notice.kind)).toEqual(['unknown_tier', 'unknown_user']);
  });

  it('reads tags, yes and no', () => {
    const columns: readonly Column[] = [name, ['标签', 'tags'], ['类型', 'tags'], ['决策人', 'contactIsDecisionMaker']];
    expect(valuesOf(columns, '王记', '老客户、重点', '重点', '是')).toMatchObject({
      tags: ['老客户', '重点'],
      contactIsDecisionMaker: true,
    });
    expect(read(columns, '王记', '', '', '也许').problems[0]?.problem).toBe('not_yes_or_no');
  });

  it('refuses a text that is too long to be stored', () => {
    expect(read([name], '王'.repeat(201)).problems[0]).toMatchObject({ problem: 'too_long' });
    expect(read([name], '王'.repeat(200)).problems).toEqual([]);
  });

  it('leaves out empty rows, the header again, hidden rows and totals, each with its reason', () => {
    const plan = planOf(name, ['电话', 'phone'], ['金额', null]);
    const rows = sheetOf(
      ['', ' ', 'NULL'],
      ['客户名称', '电话', '金额'],
      ['合计', '', 1250000],
      ['合计服务公司', '', 5],
    );
    const kinds = rows.map((row) => readRow(row, plan, customersTarget, lookups).skip?.kind ?? null);
    expect(kinds).toEqual(['empty_row', 'repeated_header', 'total_row', null]);
    const [hidden] = sheetOf(['王记']).map((row) => ({ ...row, hidden: true as const }));
    if (!hidden) throw new Error('no row');
    expect(readRow(hidden, plan, customersTarget, lookups).skip).toEqual({ kind: 'hidden_row' });
    expect(readRow(hidden, { ...plan, includeHiddenRows: true }, customersTarget, lookups).skip).toBeNull();
  });
});

describe('foldRows', () => {
  const columns: readonly Column[] = [
    name,
    ['联系人', 'contactName'],
    ['手机', 'contactMobile'],
    ['地址', 'address'],
    ['税号', 'uscc'],
    ['电话', 'phone'],
  ];
  const fold = (...rows: readonly (readonly PlainCell[])[]) => {
    const readings = sheetOf(...rows).map((row) => readRow(row, planOf(...columns), customersTarget, lookups));
    return foldRows(readings, customersTarget, (field) => columns.findIndex(([, key]) => key === field));
  };

  it('makes one customer with two contacts of two rows', () => {
    const sheet = fold(
      ['王记五金有限公司', '张三', '13800138000'],
      ['王记五金 有限公司', '李四', '13900139000', '文三路1号'],
    );
    expect(sheet.records).toHaveLength(1);
    expect([...sheet.foldsInto]).toEqual([[2, 1]]);
    const [record] = sheet.records.map(customerRecordOf);
    expect(record).toMatchObject({
      fields: { name: '王记五金有限公司', address: '文三路1号' },
      contacts: [
        { name: '张三', mobile: '13800138000' },
        { name: '李四', mobile: '13900139000' },
      ],
    });
  });

  it('skips a row that is there already, and says which', () => {
    const sheet = fold(['王记', '张三', '13800138000'], ['华兴', '李四'], ['王记', '张三', '13800138000']);
    expect([...sheet.skipped]).toEqual([[3, { kind: 'same_as_row', row: 1 }]]);
    expect(sheet.records).toHaveLength(2);
  });

  it('keeps what the first row says, and tells where another differs', () => {
    const sheet = fold(['王记', '张三', '', '文三路1号'], ['王记', '李四', '', '中山路2号']);
    expect(sheet.records[0]?.values.get('address')).toBe('文三路1号');
    expect([...sheet.notices]).toEqual([
      [2, [{ kind: 'differs_from_first_row', column: 3, text: '中山路2号', row: 1 }]],
    ]);
  });

  it('leaves two firms of one name and different addresses apart, and points at them', () => {
    const sheet = fold(['老百姓大药房', '', '', '文三路1号'], ['老百姓大药房', '', '', '中山路2号']);
    expect(sheet.records).toHaveLength(2);
    expect([...sheet.sameName]).toEqual([[2, 1]]);
  });

  it('leaves two persons of one name apart unless a phone is the same', () => {
    expect(fold(['张伟', '', '', '', '', '13800138000'], ['张伟', '', '', '', '', '13900139000']).records).toHaveLength(
      2,
    );
    expect(
      fold(['张伟', '', '', '', '', '13800138000'], ['张伟', '', '', '文三路1号', '', '138 0013 8000']).records,
    ).toHaveLength(1);
  });

  it('never joins rows with different credit codes, and joins rows with the same', () => {
    expect(
      fold(['王记', '张三', '', '', '914403001922038216'], ['王记', '李四', '', '', '91330100799655058B']).records,
    ).toHaveLength(2);
    expect(
      fold(['王记', '', '', '', '914403001922038216'], ['王记五金', '', '', '', '914403001922038216']).records,
    ).toHaveLength(1);
  });

  it('gives a number of nobody to the customer', () => {
    const [record] = fold(['王记', '', '13800138000']).records.map(customerRecordOf);
    expect(record).toEqual({
      fields: { name: '王记', phone: '13800138000' },
      tagNames: [],
      contacts: [],
      nextVisitOn: null,
    });
  });

  it('gives the same answer for the same rows', () => {
    const rows = [
      ['王记', '张三'],
      ['华兴', '李四'],
      ['王记', '王五'],
      ['华兴', '李四'],
    ] as const;
    expect(fold(...rows)).toEqual(fold(...rows));
  });
});
