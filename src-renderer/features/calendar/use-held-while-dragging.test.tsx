import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useHeldWhileDragging } from './use-held-while-dragging.ts';

const shows = () => {
  const { result, rerender } = renderHook(({ shown }) => useHeldWhileDragging(shown), {
    initialProps: { shown: 'before' },
  });
  // Safe: what the calendar hands over with the news is not read.
  const tell = (name: keyof (typeof result.current)[1]) => act(() => (result.current[1][name] as () => void)());
  return { now: () => result.current[0], becomes: (shown: string) => rerender({ shown }), tell };
};

it.each([
  ['eventDragStart', 'eventDragStop'],
  ['eventResizeStart', 'eventResizeStop'],
] as const)('stands still from %s to %s, and then shows what changed meanwhile', (start, stop) => {
  const calendar = shows();
  calendar.tell(start);
  calendar.becomes('after');
  expect(calendar.now()).toBe('before');
  calendar.tell(stop);
  expect(calendar.now()).toBe('after');
});

it('shows every change while nothing is dragged', () => {
  const calendar = shows();
  calendar.becomes('after');
  expect(calendar.now()).toBe('after');
});
