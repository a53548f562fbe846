import type { AcceleratorKey } from '../messages.ts';
import { acceleratorKey } from './accelerator.ts';
import { BrowserWindow } from './browser-window.ts';
import type { Matches } from './matches.ts';
import { StandInEvent, StrictEmitter, strictStatics } from './strict.ts';

type ItemOptions = Electron.MenuItemConstructorOptions;
type Listed = 'menu' | 'submenu';

let nextCommandId = 1;
let applicationMenu: Menu | null = null;

class MenuItem implements Matches<Electron.MenuItem, Listed> {
  readonly commandId = nextCommandId++;
  readonly id: string;
  readonly role?: NonNullable<Electron.MenuItem['role']>;
  readonly type: Electron.MenuItem['type'];
  readonly accelerator: Electron.Accelerator | null;
  readonly submenu: Menu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: ItemOptions['click'];

  constructor(options: ItemOptions) {
    this.id = options.id ?? '';
    // Electron's MenuItem.role has a narrower spelling of the same words.
    if (options.role !== undefined) this.role = options.role as NonNullable<Electron.MenuItem['role']>;
    this.submenu = options.submenu === undefined ? undefined : menuOf(options.submenu);
    this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.label = options.label ?? options.role ?? '';
    this.accelerator = options.accelerator ?? null;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#click = options.click;
  }

  /** What a person's click does. Roles belong to the browser here and do nothing. */
  click = (): void => {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.checked = true;
    const event = Object.assign(new StandInEvent(), { triggeredByAccelerator: false });
    const window: unknown = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    // safe: the app gets its own window back, an object of the same strict class that it made
    this.#click?.(this as unknown as Electron.MenuItem, window as Electron.BaseWindow | undefined, event);
  };
}
strictStatics(MenuItem);

class Menu extends StrictEmitter implements Matches<Electron.Menu, 'items' | 'append' | 'insert' | 'getMenuItemById'> {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (ItemOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
    for (const window of BrowserWindow.getAllWindows())
      window.webContents.post({ type: 'accelerators', accelerators: acceleratorKeys() });
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    return allItems(this).find((item) => item.id === id) ?? null;
  }

  /** Native menus cannot be shown; who tests one clicks its items. */
  popup(_options?: Electron.PopupOptions): void {
    this.emit('menu-will-show', new StandInEvent());
  }

  closePopup(): void {
    this.emit('menu-will-close', new StandInEvent());
  }
}
strictStatics(Menu);

function menuOf(submenu: NonNullable<ItemOptions['submenu']>): Menu {
  if (submenu instanceof Menu) return submenu;
  if (!Array.isArray(submenu)) throw new Error('a submenu is a Menu or a list of items');
  return Menu.buildFromTemplate(submenu);
}

function allItems(menu: Menu): MenuItem[] {
  return menu.items.flatMap((item) => (item.submenu === undefined ? [item] : [item, ...allItems(item.submenu)]));
}

/** For the stand-in's own use: the page watches the keyboard for the application menu. */
export function acceleratorKeys(): AcceleratorKey[] {
  if (applicationMenu === null) return [];
  return allItems(applicationMenu).flatMap((item) => {
    // Roles (copy, undo, reload …) are the browser's own keys.
    if (item.accelerator === null || item.role !== undefined) return [];
    return [{ itemId: item.commandId, ...acceleratorKey(item.accelerator, process.platform) }];
  });
}

export function pressAccelerator(itemId: number): void {
  if (applicationMenu === null) return;
  allItems(applicationMenu)
    .find((item) => item.commandId === itemId)
    ?.click();
}

export { Menu, MenuItem };
