import { cleanup } from '@testing-library/react';
import { afterAll } from 'vitest';

/**
 * After each DOM test file: the page of the worker as nobody used it yet, with no main process behind it. What waits to
 * be kept is kept first, or its time would come in the middle of another file.
 */
afterAll(async () => {
  cleanup();
  const { flushLayout } = await import('../state/saved-layout.ts');
  const { flushDrafts } = await import('../state/drafts.ts');
  await Promise.all([flushLayout(), flushDrafts()]);
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  Reflect.deleteProperty(window, 'keben');
});
