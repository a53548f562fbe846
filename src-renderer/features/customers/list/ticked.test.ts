import { describe, expect, it } from 'vitest';
import { customerListQuerySchema } from '../../../../src-shared/customers/customer-list.ts';
import {
  headState,
  isTicked,
  mostIds,
  nothingTicked,
  selectionOf,
  tickedCount,
  wholeView,
  withTicks,
} from './ticked.ts';

const view = customerListQuerySchema.parse({});

describe('withTicks', () => {
  it('ticks and unticks one customer after the other', () => {
    const two = withTicks(withTicks(nothingTicked, ['a'], true), ['b'], true);
    const one = withTicks(two, ['a'], false);
    expect([isTicked(one, 'a'), isTicked(one, 'b')]).toEqual([false, true]);
  });

  it('leaves single customers out of the whole view, and takes them in again', () => {
    const less = withTicks(wholeView, ['a', 'b'], false);
    expect(tickedCount(less, 1000)).toBe(998);
    expect(tickedCount(withTicks(less, ['a'], true), 1000)).toBe(999);
  });

  it('never holds more ids than one bulk change takes', () => {
    const many = Array.from({ length: mostIds + 5 }, (_, index) => `c${index}`);
    expect(tickedCount(withTicks(nothingTicked, many, true), 100_000)).toBe(mostIds);
  });

  it('changes nothing in the ticks it was given', () => {
    const before = withTicks(nothingTicked, ['a'], true);
    withTicks(before, ['b'], true);
    expect(tickedCount(before, 10)).toBe(1);
  });
});

describe('headState', () => {
  it('is full only when the whole view is meant', () => {
    expect(headState(nothingTicked, 3)).toBe('none');
    expect(headState(withTicks(nothingTicked, ['a'], true), 3)).toBe('some');
    expect(headState(wholeView, 3)).toBe('all');
    expect(headState(withTicks(wholeView, ['a'], false), 3)).toBe('some');
  });

  it('is empty in an empty view', () => {
    expect(headState(wholeView, 0)).toBe('none');
  });
});

describe('selectionOf', () => {
  it('is nothing when nothing is ticked', () => {
    expect(selectionOf(nothingTicked, view)).toBeNull();
  });

  it('names the view less the unticked, so that rows never loaded are meant too', () => {
    expect(selectionOf(withTicks(wholeView, ['a'], false), view)).toEqual({ kind: 'view', view, exceptIds: ['a'] });
  });
});
