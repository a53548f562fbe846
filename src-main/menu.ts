import { Menu } from 'electron';
import { type MenuWish, menuTemplate } from './menu-template.ts';

export function setMenu(wish: MenuWish): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(wish)));
}
