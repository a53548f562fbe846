import { describe, expect, it } from 'vitest';
import { customersTarget } from '../../../src-shared/files-in/customers-target.ts';
import { importTargets } from '../../../src-shared/files-in/import-targets.ts';
import type { ColumnMapping } from '../../../src-shared/files-in/imports-contract.ts';
import { columnLetter, columnToFree, mappingOf, missingNeed, withAnswer, withField } from './mapping-draft.ts';

function mapping(...fields: (string | null)[]): ColumnMapping {
  return {
    headerRow: 1,
    firstDataRow: 2,
    columns: fields.map((field, column) => ({ column, field, answers: {} })),
    includeHiddenRows: false,
  };
}

const fieldsOf = (made: ColumnMapping) => made.columns.map((each) => each.field);

describe('mappingOf', () => {
  it('takes over what the plan proposes and leaves hidden rows out', () => {
    const made = mappingOf({
      importId: 'i',
      target: 'customers',
      allowed: ['customers'],
      fileName: '客户.xlsx',
      sheetIndex: 0,
      sheetName: '客户表',
      rows: 2,
      hiddenRows: 1,
      headerRow: 3,
      firstDataRow: 4,
      columns: [
        { column: 0, header: '客户名称', field: 'name', confidence: 'header', samples: [] },
        { column: 1, header: '', field: null, confidence: 'none', samples: [] },
      ],
    });
    expect(made).toMatchObject({ headerRow: 3, firstDataRow: 4, includeHiddenRows: false });
    expect(fieldsOf(made)).toEqual(['name', null]);
  });
});

describe('withField', () => {
  it('takes a field that stands only once from the column that had it', () => {
    expect(fieldsOf(withField(customersTarget, mapping('name', null), 1, 'name'))).toEqual([null, 'name']);
  });

  it('lets several columns go into a field that joins their texts', () => {
    expect(fieldsOf(withField(customersTarget, mapping('note', null, 'phone'), 1, 'note'))).toEqual([
      'note',
      'note',
      'phone',
    ]);
  });

  it('sets a column aside', () => {
    expect(fieldsOf(withField(customersTarget, mapping('name', 'city'), 1, null))).toEqual(['name', null]);
  });

  it('forgets what was answered about the old field, and keeps it when nothing changes', () => {
    const answered = withAnswer(mapping('name', 'sinceOn'), 'sinceOn', { dateOrder: 'dmy' });
    expect(withField(customersTarget, answered, 1, 'nextVisitOn').columns[1]?.answers).toEqual({});
    expect(withField(customersTarget, answered, 1, 'sinceOn').columns[1]?.answers).toEqual({ dateOrder: 'dmy' });
    expect(withField(customersTarget, answered, 0, 'sinceOn').columns[1]).toEqual({
      column: 1,
      field: null,
      answers: {},
    });
  });
});

describe('columnToFree', () => {
  it.each([
    [mapping('name', null), 1, 'name', 0],
    [mapping('name', null), 0, 'name', null],
    [mapping('tags', null), 1, 'tags', null],
    [mapping(null, null), 1, 'city', null],
  ] as const)('%#', (made, column, field, freed) => {
    expect(columnToFree(customersTarget, made, column, field)).toBe(freed);
  });
});

describe('withAnswer', () => {
  it('answers for every column of the field and for no other', () => {
    const made = withAnswer(mapping('sinceOn', 'nextVisitOn', 'sinceOn'), 'sinceOn', { year: 2025 });
    expect(made.columns.map((each) => each.answers)).toEqual([{ year: 2025 }, {}, { year: 2025 }]);
  });

  it('keeps the other answers of the column', () => {
    const made = withAnswer(withAnswer(mapping('sinceOn'), 'sinceOn', { year: 2025 }), 'sinceOn', { dateOrder: 'mdy' });
    expect(made.columns[0]?.answers).toEqual({ year: 2025, dateOrder: 'mdy' });
  });
});

describe('missingNeed', () => {
  it.each([
    [['name'], null],
    [['contactName', 'phone'], null],
    [['contactFamilyName', 'contactGivenName'], null],
    [['contactGivenName'], null],
    [['phone', 'city', null], 'name'],
    [['shortName'], 'name'],
    [[], 'name'],
  ])('of customers: %j lacks %s', (fields, expected) => {
    expect(missingNeed(customersTarget, mapping(...fields))).toBe(expected);
  });

  it('names the first thing that a file of money does not say', () => {
    const lacks = (...fields: string[]) => missingNeed(importTargets.orders, mapping(...fields));
    expect(lacks('product', 'amount')).toBe('customer');
    expect(lacks('customer', 'amount')).toBe('issuedOn');
    expect(lacks('customer', 'issuedOn', 'product')).toBe('amount');
    expect(lacks('customer', 'issuedOn', 'orderTotal')).toBeNull();
  });
});

describe('columnLetter', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %i is %s', (column, letter) => {
    expect(columnLetter(column)).toBe(letter);
  });
});
