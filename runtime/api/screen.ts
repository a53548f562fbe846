import { app } from './app.ts';
import type { Matches } from './matches.ts';
import { StrictEmitter } from './strict.ts';

const bounds: Electron.Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };

/** One display of ordinary size with room for a task bar. */
const display: Electron.Display = {
  id: 1,
  label: 'stand-in',
  bounds,
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1040 },
  nativeOrigin: { x: 0, y: 0 },
  maximumCursorSize: { width: 64, height: 64 },
  scaleFactor: 1,
  rotation: 0,
  colorDepth: 24,
  depthPerComponent: 8,
  colorSpace: 'sRGB',
  displayFrequency: 60,
  accelerometerSupport: 'unknown',
  touchSupport: 'unknown',
  monochrome: false,
  internal: false,
  detected: true,
};

class Screen extends StrictEmitter implements Matches<Electron.Screen> {
  getPrimaryDisplay(): Electron.Display {
    refuseBeforeReady();
    return display;
  }

  getAllDisplays(): Electron.Display[] {
    refuseBeforeReady();
    return [display];
  }

  getDisplayMatching(_rect: Electron.Rectangle): Electron.Display {
    return this.getPrimaryDisplay();
  }

  getDisplayNearestPoint(_point: Electron.Point): Electron.Display {
    return this.getPrimaryDisplay();
  }

  getCursorScreenPoint(): Electron.Point {
    refuseBeforeReady();
    return { x: 0, y: 0 };
  }
}

function refuseBeforeReady(): void {
  if (!app.isReady()) throw new Error("The 'screen' module can't be used before the app 'ready' event");
}

export const screen = new Screen();
