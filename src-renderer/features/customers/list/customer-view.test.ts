import { describe, expect, it } from 'vitest';
import { newId } from '../../../../src-shared/core/id.ts';
import { customerListQuerySchema } from '../../../../src-shared/customers/customer-list.ts';
import { type CustomerView, listQueryOf, nextSort, plainView } from './customer-view.ts';

const me = newId();
const other = newId();
const tierA = newId();

describe('listQueryOf', () => {
  it('asks for the customers of the present user on the tab of his own', () => {
    expect(listQueryOf({ ...plainView, tab: 'mine' }, '', me).filter).toEqual({ ownerIds: [me] });
  });

  it('asks for the customers of one tier, or of none', () => {
    expect(listQueryOf({ ...plainView, tab: { tierId: tierA } }, '', me).filter).toEqual({ tierIds: [tierA] });
    expect(listQueryOf({ ...plainView, tab: 'withoutTier' }, '', me).filter).toEqual({ tierIds: ['none'] });
  });

  it('asks for overdue visits, the longest due first unless the user sorts', () => {
    const view: CustomerView = { ...plainView, tab: 'visitOverdue' };
    expect(listQueryOf(view, '', me)).toMatchObject({
      filter: { visitOverdue: true },
      sort: { key: 'due', direction: 'asc' },
    });
    const sorted: CustomerView = { ...view, sort: { key: 'name', direction: 'desc' } };
    expect(listQueryOf(sorted, '', me).sort).toEqual(sorted.sort);
    expect(listQueryOf(view, 'wj', me).sort).toBeNull();
  });

  it('asks for whom something warns of', () => {
    const query = listQueryOf({ ...plainView, tab: 'warned' }, '', me);
    expect(query.filter).toEqual({ warned: true });
    expect(customerListQuerySchema.safeParse(query).success).toBe(true);
  });

  it('shows who is due by cadence, the longest due first, whatever the tab', () => {
    const view: CustomerView = { ...plainView, tab: 'mine', filter: { dueNow: true } };
    const query = listQueryOf(view, '', me);
    expect(query).toMatchObject({ filter: { dueNow: true, ownerIds: [me] }, sort: { key: 'due', direction: 'asc' } });
    expect(customerListQuerySchema.safeParse(query).success).toBe(true);
  });

  it.each([
    [undefined, 30],
    [7, 30],
    [90, 90],
  ])('asks for 30 quiet days beside a filter of %s for %s', (filtered, asked) => {
    const filter = filtered === undefined ? {} : { quietDays: filtered };
    const query = listQueryOf({ ...plainView, tab: { quietDays: 30 }, filter }, '', me);
    expect(query).toMatchObject({ filter: { quietDays: asked }, sort: { key: 'lastContact', direction: 'asc' } });
    expect(customerListQuerySchema.safeParse(query).success).toBe(true);
  });

  it('narrows a tab by a filter on the same thing instead of forgetting one of them', () => {
    const view: CustomerView = { ...plainView, tab: 'mine', filter: { ownerIds: [me, other] } };
    expect(listQueryOf(view, '', me).filter.ownerIds).toEqual([me]);
  });

  it('finds nobody when tab and filter exclude each other, in a form the contract accepts', () => {
    const query = listQueryOf({ ...plainView, tab: 'mine', filter: { ownerIds: [other] } }, '', me);
    expect(query.filter.ownerIds).not.toContain(me);
    expect(query.filter.ownerIds).not.toContain(other);
    expect(customerListQuerySchema.safeParse(query).success).toBe(true);
  });

  it('orders what is searched for by rank, whatever order the list had', () => {
    const view: CustomerView = { ...plainView, sort: { key: 'name', direction: 'asc' } };
    expect(listQueryOf(view, ' wj ', me)).toMatchObject({ search: 'wj', sort: null });
    expect(listQueryOf(view, '  ', me)).toMatchObject({ search: '', sort: view.sort });
  });

  it('takes an order chosen during the search', () => {
    const view: CustomerView = { ...plainView, searchSort: { key: 'tier', direction: 'desc' } };
    expect(listQueryOf(view, 'wj', me).sort).toEqual({ key: 'tier', direction: 'desc' });
  });
});

describe('nextSort', () => {
  it('goes up, down, and back to no order', () => {
    const up = nextSort(null, 'name');
    const down = nextSort(up, 'name');
    expect([up?.direction, down?.direction, nextSort(down, 'name')]).toEqual(['asc', 'desc', null]);
  });

  it('starts upwards on another column', () => {
    expect(nextSort({ key: 'name', direction: 'desc' }, 'tier')).toEqual({ key: 'tier', direction: 'asc' });
  });
});
