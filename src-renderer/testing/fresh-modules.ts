import { vi } from 'vitest';

/**
 * Before each file of the window's tests, which share a worker and the packages loaded in it: our own modules, and with
 * them every store, are evaluated anew, and what the file before put over a global is gone.
 */
vi.unstubAllGlobals();
vi.useRealTimers();
vi.resetModules();
