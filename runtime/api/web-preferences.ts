/** Preferences that open the page to the PC, with the only value that the app may give. */
const safe = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
} as const satisfies Partial<Electron.WebPreferences>;

/**
 * Real Electron accepts these and is then insecure. The stand-in throws, so that no test can pass on
 * settings that would be a hole in the shipped app. Left out they take Electron's defaults, which are the safe ones.
 */
export function refuseUnsafePreferences(preferences: Electron.WebPreferences): void {
  for (const [name, wanted] of Object.entries(safe)) {
    const given = Object.entries(preferences).find(([key]) => key === name)?.[1];
    if (given !== undefined && given !== wanted)
      throw new Error(`webPreferences.${name} must stay ${wanted}, it is ${given}`);
  }
  if (preferences.enableBlinkFeatures !== undefined)
    throw new Error('webPreferences.enableBlinkFeatures must not be set');
}
