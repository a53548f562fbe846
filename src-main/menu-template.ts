import type { Language } from '../src-shared/workspace/workspace-contract.ts';

/**
 * The only words of the main process that a user sees outside the page: on a Mac the menu bar cannot be hidden.
 * On Windows and Linux the bar is hidden and the menu serves its keys.
 */
const words = {
  'zh-CN': {
    app: '客本',
    edit: '编辑',
    view: '显示',
    window: '窗口',
    quit: '退出客本',
    hide: '隐藏客本',
    hideOthers: '隐藏其他',
    undo: '撤销输入',
    redo: '重做输入',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    zoomIn: '放大',
    zoomOut: '缩小',
    resetZoom: '实际大小',
    fullScreen: '全屏',
    minimize: '最小化',
    close: '关闭窗口',
    developerTools: '开发者工具',
  },
  en: {
    app: 'Keben',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    quit: 'Quit Keben',
    hide: 'Hide Keben',
    hideOthers: 'Hide Others',
    undo: 'Undo Typing',
    redo: 'Redo Typing',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    resetZoom: 'Actual Size',
    fullScreen: 'Full Screen',
    minimize: 'Minimise',
    close: 'Close Window',
    developerTools: 'Developer Tools',
  },
} as const satisfies Record<Language, Record<string, string>>;

export interface MenuWish {
  readonly language: Language;
  readonly platform: NodeJS.Platform;
  /** The developer tools have a menu item only while developing. */
  readonly isPackaged: boolean;
}

/**
 * The page sees a key before the menu does. On a Mac text fields need the menu's edit roles to undo, cut and paste at
 * all. Elsewhere Chromium has those keys itself, and undo stays out: outside text fields Ctrl+Z takes back the last
 * change of the book (domain §12), which is the page's own doing.
 */
export function menuTemplate({ language, platform, isPackaged }: MenuWish): Electron.MenuItemConstructorOptions[] {
  const text = words[language];
  const isMac = platform === 'darwin';
  const separator: Electron.MenuItemConstructorOptions = { type: 'separator' };
  const appMenu: Electron.MenuItemConstructorOptions = {
    label: text.app,
    submenu: [
      ...(isMac
        ? [{ role: 'hide', label: text.hide } as const, { role: 'hideOthers', label: text.hideOthers } as const]
        : []),
      { role: 'quit', label: text.quit },
    ],
  };
  const edit: Electron.MenuItemConstructorOptions = {
    label: text.edit,
    submenu: [
      ...(isMac
        ? [{ role: 'undo', label: text.undo } as const, { role: 'redo', label: text.redo } as const, separator]
        : []),
      { role: 'cut', label: text.cut },
      { role: 'copy', label: text.copy },
      { role: 'paste', label: text.paste },
      { role: 'selectAll', label: text.selectAll },
    ],
  };
  const view: Electron.MenuItemConstructorOptions = {
    label: text.view,
    submenu: [
      { role: 'resetZoom', label: text.resetZoom },
      { role: 'zoomIn', label: text.zoomIn },
      { role: 'zoomOut', label: text.zoomOut },
      separator,
      { role: 'togglefullscreen', label: text.fullScreen },
      ...(isPackaged ? [] : [{ role: 'toggleDevTools', label: text.developerTools } as const]),
    ],
  };
  const windowMenu: Electron.MenuItemConstructorOptions = {
    label: text.window,
    submenu: [
      { role: 'minimize', label: text.minimize },
      { role: 'close', label: text.close },
    ],
  };
  return [appMenu, edit, view, windowMenu];
}
