import { describe, expect, it } from 'vitest';
import { refuseUnsafePreferences } from './web-preferences.ts';

describe('refuseUnsafePreferences', () => {
  it.each([
    { nodeIntegration: true },
    { nodeIntegrationInWorker: true },
    { nodeIntegrationInSubFrames: true },
    { contextIsolation: false },
    { sandbox: false },
    { webSecurity: false },
    { allowRunningInsecureContent: true },
    { experimentalFeatures: true },
    { webviewTag: true },
    { enableBlinkFeatures: 'CSSVariables' },
  ])('throws for %o', (preferences) => {
    expect(() => refuseUnsafePreferences(preferences)).toThrow(Object.keys(preferences)[0]);
  });

  it('takes the safe values, said or left out', () => {
    expect(() => refuseUnsafePreferences({})).not.toThrow();
    expect(() =>
      refuseUnsafePreferences({ sandbox: true, contextIsolation: true, nodeIntegration: false }),
    ).not.toThrow();
  });
});
