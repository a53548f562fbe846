import type { KebenBridge } from '../../src-shared/ipc/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script; tests put their own. */
    readonly keben: KebenBridge;
  }
}

export function bridge(): KebenBridge {
  return window.keben;
}
