/** All windows, oldest first. Apart from BrowserWindow, so that `app` can close them without importing the class that imports `app`. */
export interface ClosableWindow {
  readonly id: number;
  close(): void;
  destroy(): void;
  isDestroyed(): boolean;
}

const windows: ClosableWindow[] = [];

export function addWindow(window: ClosableWindow): void {
  windows.push(window);
}

export function removeWindow(window: ClosableWindow): void {
  const at = windows.indexOf(window);
  if (at !== -1) windows.splice(at, 1);
}

export function windowCount(): number {
  return windows.length;
}

/** False when a window refused to close. */
export function closeAllWindows(): boolean {
  for (const window of [...windows]) {
    window.close();
    if (!window.isDestroyed()) return false;
  }
  return true;
}

export function destroyAllWindows(): void {
  for (const window of [...windows]) window.destroy();
}
