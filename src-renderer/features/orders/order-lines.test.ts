import { describe, expect, it } from 'vitest';
import { blankLine, copiedCells, pasteCells, readLine, type TypedLine } from './order-lines.ts';

const line = (fields: Partial<TypedLine>): TypedLine => ({ ...blankLine(), title: '螺栓', ...fields });

describe('readLine', () => {
  it.each([
    ['12 只, 8.50', { quantity: '12', price: '8.50' }, 10_200],
    ['one when no quantity is given', { price: '80' }, 8_000],
    ['four decimals of price, three of quantity', { quantity: '0.333', price: '1.2345' }, 41],
    ['2.5 % off', { quantity: '1', price: '100', discount: '2.5' }, 9_750],
    ['freight taken off', { price: '-30' }, -3_000],
    ['as copied from Excel', { quantity: '1,000', price: '￥1.20' }, 120_000],
  ])('reckons %s', (_what, fields, amountFen) => {
    expect(readLine(line(fields))).toMatchObject({ amountFen, problems: {} });
  });

  it.each([
    ['no price', {}, { price: 'required' }],
    ['five decimals', { price: '1.00005' }, { price: 'too_precise' }],
    ['four decimals of quantity', { price: '1', quantity: '1.0005' }, { quantity: 'too_precise' }],
    ['nothing sold', { price: '1', quantity: '0' }, { quantity: 'out_of_range' }],
    ['more than everything off', { price: '1', discount: '100.01' }, { discount: 'out_of_range' }],
    ['words for a number', { price: '八块五' }, { price: 'not_a_number' }],
    ['no name', { title: ' ', price: '1' }, { title: 'required' }],
  ])('says what is wrong with %s', (_what, fields, problems) => {
    expect(readLine(line(fields)).problems).toEqual(problems);
  });

  it('gives no amount for figures past what money holds', () => {
    expect(readLine(line({ quantity: '999999999', price: '99999999' })).amountFen).toBeNull();
  });
});

describe('pasteCells', () => {
  it('fills rows from a cell to the right and adds the lines that are missing', () => {
    const cells = copiedCells('角阀\t2\t只\t18.5\r\n线管\t30\t米\t8.55\r\n');
    expect(cells).not.toBeNull();
    const filled = pasteCells([line({ productId: 'p' })], { row: 0, column: 'title' }, cells ?? [], blankLine);
    expect(
      filled.map(({ title, quantity, unit, price, productId }) => [title, quantity, unit, price, productId]),
    ).toEqual([
      ['角阀', '2', '只', '18.5', null],
      ['线管', '30', '米', '8.55', null],
    ]);
  });

  it('leaves what stands left of the cell, and drops what lies beyond the last column', () => {
    const [filled] = pasteCells(
      [line({ productId: 'p' })],
      { row: 0, column: 'price' },
      [['9', '5', '多余']],
      blankLine,
    );
    expect(filled).toMatchObject({ title: '螺栓', productId: 'p', price: '9', discount: '5' });
  });

  it('takes one piece of text for text', () => {
    expect(copiedCells('外六角 螺栓')).toBeNull();
  });
});
