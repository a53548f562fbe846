import { BrowserWindow, clipboard, dialog, nativeTheme, shell } from 'electron';
import type { Language } from '../src-shared/workspace/workspace-contract.ts';
import type { Clipboard, Desktop, Dialogs, Look } from './ipc/app-services.ts';
import { setMenu } from './menu.ts';
import { openExternalLink } from './security.ts';

/** The few words of native dialogs; the page's catalogues are not loaded here. */
const words = {
  'zh-CN': {
    workbooks: 'Excel 工作簿',
    spreadsheets: '表格文件',
    open: '选择要导入的表格',
    save: '导出到',
    folder: '选择备份文件夹',
  },
  en: {
    workbooks: 'Excel workbook',
    spreadsheets: 'Spreadsheets',
    open: 'Choose a spreadsheet',
    save: 'Export to',
    folder: 'Choose the backup folder',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Native dialogs over the app's window, in the user's language. */
export function createDialogs(language: () => Language): Dialogs {
  const text = () => words[language()];
  return {
    openSpreadsheet: async () => {
      const filters = [{ name: text().spreadsheets, extensions: ['xlsx', 'xlsm', 'xls', 'et', 'csv', 'txt'] }];
      return openOne({ title: text().open, filters, properties: ['openFile'] });
    },
    saveWorkbook: async (proposedName) => {
      const options: Electron.SaveDialogOptions = {
        title: text().save,
        defaultPath: proposedName,
        filters: [{ name: text().workbooks, extensions: ['xlsx'] }],
      };
      const window = appWindow();
      const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      if (answer.canceled || answer.filePath === '') return null;
      // Linux's dialog adds no ending by itself.
      return /\.xlsx$/i.test(answer.filePath) ? answer.filePath : `${answer.filePath}.xlsx`;
    },
    openFolder: (startIn) =>
      openOne({ title: text().folder, defaultPath: startIn, properties: ['openDirectory', 'createDirectory'] }),
  };
}

async function openOne(options: Electron.OpenDialogOptions): Promise<string | null> {
  const window = appWindow();
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** A dialog without its window could hide behind it. */
function appWindow(): BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
}

export const desktop: Desktop = {
  openExternal: openExternalLink,
  showItemInFolder: (path) => shell.showItemInFolder(path),
  openPath: async (path) => {
    const problem = await shell.openPath(path);
    if (problem !== '') throw new Error(`the desktop could not open it: ${problem}`);
  },
};

export const systemClipboard: Clipboard = { writeText: (text) => clipboard.writeText(text) };

/** What of the user's preferences lies outside the page: native theme and menu words. */
export function createLook(isPackaged: boolean): Look {
  return {
    follow: ({ theme, language }) => {
      nativeTheme.themeSource = theme;
      setMenu({ language, platform: process.platform, isPackaged });
    },
  };
}
