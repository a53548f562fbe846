import { describe, expect, it } from 'vitest';
import { customerColumns } from '../../../../src-shared/customers/customer-list.ts';
import { columnsFrom, defaultColumns, shownColumns } from './column-layout.ts';

const place = (id: string, isHidden = false) => ({ id, width: 80, isHidden, isFlexible: false });

describe('columnsFrom', () => {
  it('starts with every column known, a few of them shown', () => {
    expect(
      columnsFrom(null)
        .map((column) => column.id)
        .sort(),
    ).toEqual([...customerColumns].sort());
    expect(shownColumns(columnsFrom(null))[0]).toBe('name');
  });

  it('keeps the order and the widths of last time', () => {
    const saved = [place('phone'), place('name'), place('tier', true)];
    expect(columnsFrom(saved).slice(0, 3)).toMatchObject(saved);
    expect(shownColumns(columnsFrom(saved))).toEqual(['phone', 'name']);
  });

  it('drops a column that no longer exists and adds one that is new, hidden', () => {
    const columns = columnsFrom([place('balance'), place('name')]);
    expect(columns).toHaveLength(defaultColumns.length);
    expect(shownColumns(columns)).toEqual(['name']);
  });

  it('always shows the name', () => {
    expect(shownColumns(columnsFrom([place('name', true)]))).toContain('name');
  });
});
