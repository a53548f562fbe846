import { describe, expect, it } from 'vitest';
import { customersTarget } from './customers-target.ts';
import { findHeader } from './find-header.ts';
import { headingForms, headingWord } from './heading-word.ts';
import { type PlainRow, sheetOf } from './testing/sheet-builders.ts';

const data = ['王记五金', '张三', '13800138000'];
const header = ['客户名称', '联系人', '手机'];
const find = (...rows: readonly PlainRow[]) => findHeader(sheetOf(...rows), customersTarget);

describe('findHeader', () => {
  it('takes the first row when it is the header', () => {
    expect(find(header, data)).toMatchObject({ headerRow: 1, firstDataRow: 2, why: 'known_words', headings: header });
  });

  it('skips a title, a date line and an instruction', () => {
    const found = find(
      ['2026年客户信息登记表（内部资料）'],
      ['制表日期：2026-03-05', '', '制表人：李四'],
      ['填写须知：\n1、不能增加、修改、删除列\n2、客户名称、联系人、手机为必填'],
      null,
      header,
      data,
    );
    expect(found).toMatchObject({ headerRow: 5, firstDataRow: 6, headings: header });
  });

  it('skips the same header in English below, and takes the rows under it', () => {
    const found = find(
      ['客户姓名', '联系人', '行业', '手机号', '客户级别', '客户来源'],
      ['Customername', 'ContactPerson', 'Industry', 'MobilePhone', 'CustomerLevel', 'CustomerOrigin'],
      ['雅旭科技', '林立娟', '文化传媒', 18863332525, '重点客户', '转介绍'],
    );
    expect(found).toMatchObject({ headerRow: 1, firstDataRow: 3, skipped: [2] });
  });

  it('skips identifiers that it does not know below Chinese headings, if it knows one of them', () => {
    const found = find(
      ['客户编号', '客户姓名', '商机名称', '概率', '阶段'],
      ['CustomerCode', 'Customername', 'CommercialName', 'Probability', 'CommercialStage'],
      ['1', '雅旭科技', '展厅', '50', '报价'],
    );
    expect(found.firstDataRow).toBe(3);
  });

  it('skips a row of 必填 and 选填, and an example that says so', () => {
    const found = find(header, ['（必填）', '选填', '选填，11位'], ['示例：王记五金', '张三', '13800138000'], data);
    expect(found).toMatchObject({ firstDataRow: 4, skipped: [2, 3] });
  });

  it('keeps a sample row that does not say it is one', () => {
    expect(find(header, ['XX小区物业管理处', '张经理', '13800138001']).firstDataRow).toBe(2);
  });

  it('does not take customers with Latin names for a second header', () => {
    expect(find(['客户名称', '城市', '来源'], ['Apple', 'Beijing', 'Web']).firstDataRow).toBe(2);
    expect(find(['客户名称', '联系人'], ['Tom', 'Jerry']).firstDataRow).toBe(2);
  });

  it('reads a header in two rows: tall merged cells and banners', () => {
    const rows = sheetOf(
      ['客户名称', '联系人', '', '地址'],
      ['', '姓名', '电话', ''],
      ['王记五金', '张三', '13800138000', '文三路'],
    );
    const found = findHeader(rows, customersTarget, [
      { firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 1 },
      { firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 3 },
      { firstRow: 1, lastRow: 2, firstColumn: 4, lastColumn: 4 },
    ]);
    // Row 1 names more, so it is the header; row 2 repeats known words and is skipped.
    expect(found.firstDataRow).toBe(3);
  });

  it('gives the columns under a banner its word', () => {
    const rows = sheetOf(
      ['基本信息', '', '联系人', ''],
      ['公司', '地址', '姓名', '手机'],
      ['王记五金', '文三路1号', '张三', '13800138000'],
    );
    const found = findHeader(rows, customersTarget, [
      { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2 },
      { firstRow: 1, lastRow: 1, firstColumn: 3, lastColumn: 4 },
    ]);
    expect(found).toMatchObject({
      headerRow: 2,
      firstDataRow: 3,
      banners: ['基本信息', '基本信息', '联系人', '联系人'],
    });
  });

  it('takes short texts above data for a header in words it does not know', () => {
    expect(find(['生产线', '产量'], ['闸阀', 101])).toMatchObject({ headerRow: 1, why: 'looks_like_headings' });
  });

  it('says when there is no header', () => {
    expect(find(['1', '', '3'], ['4', '5', '6'])).toMatchObject({ headerRow: 0, firstDataRow: 1, why: 'no_header' });
    expect(find()).toMatchObject({ headerRow: 0, firstDataRow: 1 });
  });

  it('does not look for a header below row 20', () => {
    const late = [...Array.from({ length: 20 }, () => ['一句很长的话'] as const), header, data];
    expect(find(...late).headerRow).toBe(0);
  });

  it('is not misled by one known word in a row of data', () => {
    expect(find(['a1', 'b2', '公司', 'd4', '100'], ['x1', 'y2', '公司', 'z4', '200']).why).not.toBe('known_words');
  });
});

describe('headingWord', () => {
  it.each([
    ['*客户名称', '客户名称'],
    ['客户名称（必填）', '客户名称'],
    ['【必填】客户 名称：', '客户名称'],
    ['Company Name (required)', 'companyname'],
    ['company_name', 'companyname'],
    ['ＣｏｍｐａｎｙＮａｍｅ', 'companyname'],
  ])('%s is %s', (text, expected) => {
    expect(headingWord(text)).toBe(expected);
  });

  it('looks a heading up whole before without brackets and numbers', () => {
    expect(headingForms('电话(座机)1')).toEqual(['电话座机1', '电话1', '电话座机', '电话']);
  });
});
