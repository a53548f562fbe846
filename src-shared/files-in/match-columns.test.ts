import { describe, expect, it } from 'vitest';
import { customersTarget } from './customers-target.ts';
import { findHeader } from './find-header.ts';
import { knownHeadings } from './known-headings.ts';
import { matchColumns } from './match-columns.ts';
import { type PlainRow, sheetOf } from './testing/sheet-builders.ts';

function match(...rows: readonly PlainRow[]) {
  const sheet = sheetOf(...rows);
  return matchColumns(findHeader(sheet, customersTarget), sheet, customersTarget);
}
const fields = (...rows: readonly PlainRow[]) => match(...rows).map((column) => column.field);

describe('matchColumns', () => {
  it('reads a template with 手机号 and 电话 beside 联系人: the mobile is the contact’s, the other the firm’s', () => {
    const found = fields(
      ['客户姓名', '联系人', '行业', '手机号', '电话', '邮箱', '地址', '省份', '城市', '客户级别', '客户来源', '备注'],
      [
        'Customername',
        'ContactPerson',
        'Industry',
        'MobilePhone',
        'Phone',
        'Email',
        'Address',
        'Province',
        'City',
        'CustomerLevel',
        'CustomerOrigin',
        'Remark',
      ],
      [
        '雅旭科技',
        '林立娟',
        '文化传媒',
        18863332525,
        '0592-5214785',
        'a@b.cn',
        '集美学村',
        '福建省',
        '厦门市',
        '重点客户',
        '转介绍',
        '回访',
      ],
    );
    expect(found).toEqual([
      'name',
      'contactName',
      'industry',
      'contactMobile',
      'phone',
      'contactEmail',
      'address',
      'province',
      'city',
      'tier',
      'source',
      'note',
    ]);
  });

  it('reads a template with 名称 and one 电话 of mobiles: all of it is the contact’s', () => {
    const found = fields(
      ['名称', '联系人', '电话', '邮箱', '微信', '地址', '类型', '区域', '需求', '备注'],
      ['XX小区物业', '张经理', '13800138001', '', 'zhang', '浦东XX路100号', '物业', '上海浦东', '停车棚', '急'],
    );
    expect(found).toEqual([
      'name',
      'contactName',
      'contactMobile',
      'contactEmail',
      'contactWechat',
      'address',
      'tags',
      'district',
      'note',
      'note',
    ]);
  });

  it('gives 电话, 微信 and 邮箱 to the customer when nobody is named', () => {
    expect(fields(['客户名称', '电话', '微信', '邮箱'], ['王记', '13800138000', 'wj', 'a@b.cn'])).toEqual([
      'name',
      'phone',
      'wechat',
      'email',
    ]);
  });

  it('takes a 电话 of landlines beside 联系人 for the contact’s landline', () => {
    expect(fields(['公司', '联系人', '电话'], ['王记', '张三', '0571-88886666'])).toEqual([
      'name',
      'contactName',
      'contactPhone',
    ]);
  });

  it('takes 姓名 for the customer, or for the contact where a firm is named', () => {
    expect(fields(['姓名', '手机'], ['张三', '13800138000'])).toEqual(['name', 'phone']);
    expect(fields(['姓名', '公司', '手机'], ['张三', '王记', '13800138000'])).toEqual([
      'contactName',
      'name',
      'contactMobile',
    ]);
    expect(fields(['Name', 'Email', 'Company'], ['Jo', 'a@b.cn', 'Acme'])).toEqual([
      'contactName',
      'contactEmail',
      'name',
    ]);
  });

  it('sees through marks, brackets and numbers of headings', () => {
    expect(
      fields(['*客户名称（必填）', '联系人姓名：', '手机1', 'E-mail'], ['王记', '张三', '13800138000', 'a@b.cn']),
    ).toEqual(['name', 'contactName', 'contactMobile', 'contactEmail']);
  });

  it('gives no field twice, except where several columns may join', () => {
    const found = match(['客户名称', '公司名称', '备注', '需求'], ['王记', '王记五金', 'x', 'y']);
    expect(found.map((column) => column.field)).toEqual(['name', null, 'note', 'note']);
    expect(found[1]?.confidence).toBe('none');
  });

  it('does not take 联系人数, 员工类型 or 创建时间 for what they contain', () => {
    expect(fields(['客户名称', '联系人数', '员工类型', '创建时间'], ['王记', 3, '正式', '2026-01-01'])).toEqual([
      'name',
      null,
      null,
      null,
    ]);
  });

  it('does not believe a word inside a heading that the values contradict', () => {
    expect(fields(['客户名称', '联系人次数'], ['王记', 3])).toEqual(['name', null]);
    expect(fields(['客户名称', '联系人称呼'], ['王记', '张三'])).toEqual(['name', 'contactName']);
  });

  it('understands a longer heading by its main word', () => {
    expect(fields(['客户名称', '我方业务负责人', '公司行业'], ['王记', '李四', '五金'])).toEqual([
      'name',
      null,
      'industry',
    ]);
    expect(fields(['客户名称', '采购联系人', '采购联系人手机'], ['王记', '李四', '13800138000'])).toEqual([
      'name',
      'contactName',
      'contactMobile',
    ]);
  });

  it('uses the banner over a column', () => {
    const sheet = sheetOf(
      ['基本信息', '', '联系人', ''],
      ['公司', '电话', '姓名', '电话'],
      ['王记', '0571-88886666', '张三', '13800138000'],
    );
    const header = findHeader(sheet, customersTarget, [
      { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2 },
      { firstRow: 1, lastRow: 1, firstColumn: 3, lastColumn: 4 },
    ]);
    expect(matchColumns(header, sheet, customersTarget).map((column) => column.field)).toEqual([
      'name',
      'phone',
      'contactName',
      'contactPhone',
    ]);
  });

  it('looks at the values of a sheet without header', () => {
    const rows = [
      ['杭州王记五金有限公司', '13800138000', '914403001922038216', '浙江省杭州市文三路1号', 'a@b.cn'],
      ['宁波华兴建材厂', '13900139000', '91330100799655058B', '宁波市中山路2号', 'c@d.cn'],
    ];
    const found = match(...rows);
    expect(found.map((column) => column.field)).toEqual(['name', 'phone', 'uscc', 'address', null]);
    expect(found[0]).toMatchObject({
      confidence: 'values',
      header: '',
      samples: ['杭州王记五金有限公司', '宁波华兴建材厂'],
    });
  });

  it('shows up to five different values', () => {
    const [name] = match(
      ['客户名称', '备注'],
      ...['甲', '乙', '甲', '丙', '丁', '戊', '己'].map((text) => [text, 'x']),
    );
    expect(name?.samples).toEqual(['甲', '乙', '丙', '丁', '戊']);
  });
});

describe('customersTarget', () => {
  it('gives no heading two meanings', () => {
    const all = [
      ...customersTarget.fields.map((field) => field.headings),
      ...customersTarget.sharedHeadings.map((shared) => shared.headings),
      customersTarget.ignoredHeadings,
    ].map((headings) => [...new Set(headings.map((heading) => heading.toLowerCase().replace(/[\s/\-._]/g, '')))]);
    const words = all.flat();
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('knows a name for every field', () => {
    const known = knownHeadings(customersTarget);
    for (const field of customersTarget.fields) expect([...known.fields.values()]).toContain(field.key);
  });
});
