import type { Matches } from './matches.ts';
import { StrictEmitter } from './strict.ts';

/** Never reports anything by itself; a test emits `suspend`, `resume` and the like on it. */
class PowerMonitor extends StrictEmitter implements Matches<Electron.PowerMonitor> {
  getSystemIdleTime(): number {
    return 0;
  }

  isOnBatteryPower(): boolean {
    return false;
  }
}

export const powerMonitor = new PowerMonitor();
