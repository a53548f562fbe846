import { extname } from 'node:path';
import { app, BrowserWindow, clipboard, dialog, Notification, nativeTheme, shell } from 'electron';
import type { Language } from '../src-shared/workspace/workspace-contract.ts';
import type { Clipboard, Desktop, Dialogs, Look, Notifier, PagePrinter } from './ipc/app-services.ts';
import { setMenu } from './menu.ts';
import { openExternalLink } from './security.ts';
import { focusWindow } from './window.ts';

/** The few words of native dialogs; the page's catalogues are not loaded here. */
const words = {
  'zh-CN': {
    workbooks: 'Excel 工作簿',
    calendars: '日历文件',
    pictures: '图片',
    spreadsheets: '表格文件',
    open: '选择要导入的表格',
    save: '导出到',
    folder: '选择备份文件夹',
    exportFolder: '选择存放文件的文件夹',
    pdf: 'PDF 文件',
    holidays: '选择节假日文件',
    holidayFiles: '节假日文件',
    files: '选择附件',
    saveCopy: '附件另存为',
  },
  en: {
    workbooks: 'Excel workbook',
    calendars: 'Calendar file',
    pictures: 'Picture',
    spreadsheets: 'Spreadsheets',
    open: 'Choose a spreadsheet',
    save: 'Export to',
    folder: 'Choose the backup folder',
    exportFolder: 'Choose the folder for the files',
    pdf: 'PDF',
    holidays: 'Choose a file of holidays',
    holidayFiles: 'Holidays',
    files: 'Choose files to attach',
    saveCopy: 'Save the attachment as',
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
    saveWorkbook: (proposedName) =>
      saveOne(proposedName, { title: text().save, kind: text().workbooks, ending: 'xlsx' }),
    savePicture: (proposedName, format) =>
      saveOne(proposedName, { title: text().save, kind: text().pictures, ending: format }),
    saveCalendar: (proposedName) =>
      saveOne(proposedName, { title: text().save, kind: text().calendars, ending: 'ics' }),
    savePdf: (proposedName) => saveOne(proposedName, { title: text().save, kind: text().pdf, ending: 'pdf' }),
    openExportFolder: () => openOne({ title: text().exportFolder, properties: ['openDirectory', 'createDirectory'] }),
    openFolder: (startIn) =>
      openOne({ title: text().folder, defaultPath: startIn, properties: ['openDirectory', 'createDirectory'] }),
    openHolidays: () => {
      const filters = [{ name: text().holidayFiles, extensions: ['json', 'csv', 'txt'] }];
      return openOne({ title: text().holidays, filters, properties: ['openFile'] });
    },
    openFiles: () => openSeveral({ title: text().files, properties: ['openFile', 'multiSelections'] }),
    saveCopy: async (proposedName) => {
      const path = await askWhereTo({ title: text().saveCopy, defaultPath: proposedName });
      return path === null || extname(path) !== '' ? path : path + extname(proposedName);
    },
  };
}

interface SavedAs {
  readonly title: string;
  /** What the dialog calls files of that ending. */
  readonly kind: string;
  readonly ending: string;
}

async function saveOne(proposedName: string, { title, kind, ending }: SavedAs): Promise<string | null> {
  const path = await askWhereTo({ title, defaultPath: proposedName, filters: [{ name: kind, extensions: [ending] }] });
  // Linux's dialog adds no ending by itself.
  return path === null || path.toLowerCase().endsWith(`.${ending}`) ? path : `${path}.${ending}`;
}

async function askWhereTo(options: Electron.SaveDialogOptions): Promise<string | null> {
  const window = appWindow();
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

async function openOne(options: Electron.OpenDialogOptions): Promise<string | null> {
  return (await openSeveral(options))[0] ?? null;
}

async function openSeveral(options: Electron.OpenDialogOptions): Promise<readonly string[]> {
  const window = appWindow();
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return answer.canceled ? [] : answer.filePaths;
}

/** A dialog without its window could hide behind it. */
function appWindow(): BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
}

export const desktop: Desktop = {
  openExternal: openExternalLink,
  canDial: () => app.getApplicationNameForProtocol('tel:') !== '',
  showItemInFolder: (path) => shell.showItemInFolder(path),
  openPath: async (path) => {
    const problem = await shell.openPath(path);
    if (problem !== '') throw new Error(`the desktop could not open it: ${problem}`);
  },
};

/**
 * The window's own pages as PDF, as large as the page says (features/print: A4 without margins). The stand-in's browser
 * gives no such thing to its pages: its print dialog has 'save as PDF' (ADR 0019).
 */
export const pagePrinter: PagePrinter = {
  // The stand-in calls itself Electron too; what its window lacks is not `in` it.
  get canPrintToFile() {
    const window = appWindow();
    return window !== undefined && 'printToPDF' in window.webContents;
  },
  pagesAsPdf: async () => {
    const window = appWindow();
    if (!window) throw new Error('no window to print');
    return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
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

/** As many notifications as may still be clicked in the system's list of them. */
const notificationsKept = 20;

/** The system's own notifications. */
export function createNotifier(): Notifier {
  // One that nobody holds is collected, and its click is heard by nobody.
  const held: Notification[] = [];
  return {
    show: ({ title, body }, onClick) => {
      if (!Notification.isSupported()) return false;
      const notification = new Notification({ title, body });
      notification.on('click', () => {
        const window = appWindow();
        if (window) focusWindow(window);
        onClick();
      });
      held.push(notification);
      if (held.length > notificationsKept) held.shift();
      notification.show();
      return true;
    },
  };
}
