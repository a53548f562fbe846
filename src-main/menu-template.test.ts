import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu-template.ts';

function allItems(items: readonly Electron.MenuItemConstructorOptions[]): Electron.MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])]);
}

const rolesOf = (wish: Parameters<typeof menuTemplate>[0]) => allItems(menuTemplate(wish)).map(({ role }) => role);

describe('menuTemplate', () => {
  it.each(['darwin', 'win32', 'linux'] as const)('serves copy and paste, zoom and quit on %s', (platform) => {
    expect(rolesOf({ language: 'zh-CN', platform, isPackaged: true })).toEqual(
      expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'quit', 'close']),
    );
  });

  it('leaves Ctrl+Z to the page, but for the text fields of a Mac', () => {
    expect(rolesOf({ language: 'en', platform: 'win32', isPackaged: true })).not.toContain('undo');
    expect(rolesOf({ language: 'en', platform: 'darwin', isPackaged: true })).toContain('undo');
  });

  it('has developer tools only while developing', () => {
    expect(rolesOf({ language: 'en', platform: 'linux', isPackaged: true })).not.toContain('toggleDevTools');
    expect(rolesOf({ language: 'en', platform: 'linux', isPackaged: false })).toContain('toggleDevTools');
  });

  it.each(['reload', 'forceReload'] as const)('cannot %s the page and lose what is being typed', (role) => {
    expect(rolesOf({ language: 'en', platform: 'linux', isPackaged: false })).not.toContain(role);
  });

  it('names every item in the language of the user', () => {
    const items = allItems(menuTemplate({ language: 'zh-CN', platform: 'darwin', isPackaged: false }));
    const named = items.filter(({ type }) => type !== 'separator');
    expect(named.map(({ label }) => label)).toSatisfy((labels: string[]) =>
      labels.every((label) => /[\u4e00-\u9fff]/.test(label)),
    );
  });
});
