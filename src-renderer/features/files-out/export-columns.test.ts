import { describe, expect, it } from 'vitest';
import { customerColumns } from '../../../src-shared/customers/customer-list.ts';
import { columnsOffered, inOfferedOrder } from './export-columns.ts';

describe('columnsOffered', () => {
  it('begins with the columns on screen in their order and forgets none', () => {
    const offered = columnsOffered(['phone', 'name']);
    expect(offered.slice(0, 2)).toEqual(['phone', 'name']);
    expect([...offered].sort()).toEqual([...customerColumns].sort());
  });
});

describe('inOfferedOrder', () => {
  it('keeps the order on screen whatever was ticked first', () => {
    expect(inOfferedOrder(['phone', 'name', 'city'], ['city', 'phone'])).toEqual(['phone', 'city']);
  });
});
