import type { WindowState } from './features/workspace/workspace-file.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The layout holds from here on; below it the grid's columns no longer fit beside the pane. */
export const smallestWindow = { width: 1024, height: 640 } as const;
const usualWindow = { width: 1440, height: 900 } as const;

/** A strip of the title bar this long must be on a screen, or the window could not be dragged back. */
const grip = { width: 120, height: 40 } as const;

/**
 * Where the window opens: where it was, shrunk to the screen it is on; centred on the first screen when it would be
 * out of reach (a monitor was taken away) or was never placed. `workAreas` are the screens without their task bars.
 */
export function placeWindow(remembered: WindowState | null, workAreas: readonly Rectangle[]): Rectangle {
  const first = workAreas[0] ?? { x: 0, y: 0, ...usualWindow };
  const home = remembered && workAreas.find((area) => isWithinReach(remembered, area));
  if (!remembered || !home) return centred(fitted(remembered ?? { x: 0, y: 0, ...usualWindow }, first), first);
  return fitted(remembered, home);
}

function isWithinReach(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return width >= grip.width && window.y >= area.y && window.y + grip.height <= area.y + area.height;
}

function fitted(window: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(Math.max(window.width, smallestWindow.width), area.width);
  const height = Math.min(Math.max(window.height, smallestWindow.height), area.height);
  // Shrinking takes away from the right: what showed of a window far to the left must not go with it.
  const x = Math.max(window.x, Math.min(area.x, area.x + grip.width - width));
  return { x, y: window.y, width, height };
}

function centred(window: Rectangle, area: Rectangle): Rectangle {
  return {
    ...window,
    x: area.x + Math.floor((area.width - window.width) / 2),
    y: area.y + Math.floor((area.height - window.height) / 2),
  };
}
