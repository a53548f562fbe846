import { app } from './app.ts';
import type { Matches } from './matches.ts';
import type { Menu } from './menu.ts';
import type { NativeImage } from './native-image.ts';
import { StrictEmitter, strictStatics } from './strict.ts';

/** Exists and is never seen: a browser window has no tray. */
class Tray extends StrictEmitter implements Matches<Electron.Tray, 'setContextMenu' | 'setImage' | 'popUpContextMenu'> {
  #destroyed = false;

  constructor(_image: NativeImage | string) {
    super();
    if (!app.isReady()) throw new Error('Cannot create Tray before app is ready');
  }

  setToolTip(_text: string): void {}

  setContextMenu(_menu: Menu | null): void {}

  popUpContextMenu(_menu?: Menu): void {}

  setImage(_image: NativeImage | string): void {}

  displayBalloon(_options: Electron.DisplayBalloonOptions): void {}

  destroy(): void {
    this.#destroyed = true;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }
}
strictStatics(Tray);

export { Tray };
