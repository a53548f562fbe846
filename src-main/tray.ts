import { Menu, nativeImage, Tray } from 'electron';
import { type TrayActions, type TrayState, trayTemplate, trayTooltip } from './tray-template.ts';

/** In pixels at 100 %; Windows asks for 16, a Mac's menu bar for 18. */
const iconSize = 16;

export interface AppTray {
  /** To be called when anything it says may have changed. */
  refresh(): void;
}

/** The icon beside the clock: visible as long as the app runs. */
export function createTray(icon: string, state: () => TrayState, actions: TrayActions): AppTray {
  const image = nativeImage.createFromPath(icon);
  // Electron takes an empty image without a word, and the app would hide behind an icon that nobody can see.
  if (image.isEmpty()) throw new Error(`${icon} is no picture`);
  const tray = new Tray(image.resize({ width: iconSize, height: iconSize, quality: 'best' }));
  tray.on('click', actions.open);
  let shown = '';
  const refresh = (): void => {
    const now = state();
    const next = JSON.stringify(now);
    // A menu made anew closes the one that is open.
    if (next === shown) return;
    shown = next;
    tray.setToolTip(trayTooltip(now));
    tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(now, actions)));
  };
  refresh();
  return { refresh };
}
