import { vi } from 'vitest';

/** Ant Design asks for both; jsdom has neither. For beforeEach: `vi.unstubAllGlobals` takes them away again. */
export function fillJsdomGaps(): void {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
}
