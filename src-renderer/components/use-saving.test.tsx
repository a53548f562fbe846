import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useSaving } from './use-saving.ts';

describe('useSaving', () => {
  it('begins once for two Enters that come before the window is drawn again', () => {
    const { result } = renderHook(() => useSaving());
    const { begin } = result.current;
    let began: readonly boolean[] = [];
    act(() => {
      began = [begin(), begin()];
    });
    expect(began).toEqual([true, false]);
    expect(result.current.isSaving).toBe(true);
  });

  it('begins again once the first has ended', () => {
    const { result } = renderHook(() => useSaving());
    act(() => {
      result.current.begin();
      result.current.end();
    });
    expect(result.current.isSaving).toBe(false);
    let again = false;
    act(() => {
      again = result.current.begin();
    });
    expect(again).toBe(true);
  });
});
