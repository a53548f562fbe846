import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { root, run } from '../toolchain.mjs';

export interface InstallerOutcome {
  readonly problems: readonly string[];
  readonly words: string;
}

const stepMs = 4 * 60_000;
const nsi = join(root, 'build/installer/setup.nsi');

/**
 * Makes setup.exe of an unpacked Windows app twice, as 0.0.1 with one file more and as 0.0.2, and runs them silently under
 * wine: install, upgrade, uninstall. The book stands for everything of the user's: it is there before and must be there after.
 */
export async function checkInstaller(appFolder: string, work: string): Promise<InstallerOutcome> {
  const missing = await missingPrograms();
  if (missing.length > 0) return { problems: [`needs ${missing.join(' and ')}, which are not installed`], words: '' };
  const wine = new Wine(join(work, 'wine'));
  await wine.start();
  const problems: string[] = [];
  const expect = (holds: boolean, otherwise: string): void => {
    if (!holds) problems.push(otherwise);
  };
  const book = join(wine.appData, 'Keben', '客本.keben');
  mkdirSync(dirname(book), { recursive: true });
  writeFileSync(book, 'the book of a year');
  const bookIsThere = () => existsSync(book) && readFileSync(book, 'utf8') === 'the book of a year';

  const older = join(work, 'older');
  cpSync(appFolder, older, { recursive: true });
  writeFileSync(join(older, 'only-in-the-older.txt'), 'x');
  const setups = { older: join(work, 'setup-0.0.1.exe'), newer: join(work, 'setup-0.0.2.exe') };
  await makeSetup(older, setups.older, '0.0.1', work);
  await makeSetup(appFolder, setups.newer, '0.0.2', work);

  const installed = join(wine.localAppData, 'Programs', 'Keben');
  await wine.pretendToBe('win7');
  expect(!(await wine.tried(setups.older, ['/S'])) && !existsSync(installed), 'Windows 7 was not refused');
  await wine.pretendToBe('win10');
  await wine.run(setups.older, ['/S']);
  const wanted = filesIn(appFolder).map((file) => join(installed, file));
  expect(wanted.every(existsSync), 'not every file was installed');
  expect(existsSync(join(installed, 'only-in-the-older.txt')), 'the older version is not whole');
  expect(existsSync(wine.startMenuLink), 'no shortcut in the start menu');
  expect(existsSync(wine.desktopLink), 'no shortcut on the desktop');
  expect((await wine.registry('Software\\Classes\\.keben')).includes('Keben.Book'), '.keben does not open in the app');

  writeFileSync(join(installed, 'notes of the user.txt'), 'mine');
  await wine.run(setups.newer, ['/S']);
  expect(wanted.every(existsSync), 'the upgrade did not install every file');
  expect(!existsSync(join(installed, 'only-in-the-older.txt')), 'a file of the older version stayed behind');
  expect((await wine.uninstallEntry()).includes('0.0.2'), 'the upgrade does not say its version');
  expect(bookIsThere(), 'the upgrade lost the book');

  await wine.run(join(installed, 'Uninstall.exe'), ['/S', `_?=${wine.windowsPath(installed)}`]);
  expect(!wanted.some(existsSync), 'uninstalling left files of the app');
  expect(existsSync(join(installed, 'notes of the user.txt')), 'uninstalling took a file that is not the app’s');
  expect(!existsSync(wine.startMenuLink) && !existsSync(wine.desktopLink), 'uninstalling left a shortcut');
  expect((await wine.uninstallEntry()) === '', 'uninstalling left its registry entry');
  expect(bookIsThere(), 'uninstalling lost the book');
  const megabytes = (statSync(setups.newer).size / 1024 / 1024).toFixed(1);
  return {
    problems,
    words: `setup.exe of ${megabytes} MB: refused on Windows 7; on 10 installed, upgraded, uninstalled; only the book stayed`,
  };
}

async function missingPrograms(): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const [program, argument] of [
    ['makensis', '-VERSION'],
    ['wine', '--version'],
  ] as const) {
    if (!(await run(program, [argument])).ok) missing.push(program);
  }
  return missing;
}

async function makeSetup(appFolder: string, outFile: string, version: string, work: string): Promise<void> {
  const lists = join(work, `files-${version}.nsh`);
  // NSIS takes a script for ANSI unless it begins with a byte-order mark.
  writeFileSync(lists, `\uFEFF${fileLists(appFolder)}`);
  const defines = { FILES: lists, OUT_FILE: outFile, VERSION: version, ICON: join(root, 'assets/icon.ico') };
  const made = await run(
    'makensis',
    ['-V2', '-INPUTCHARSET', 'UTF8', ...Object.entries(defines).map(([name, value]) => `-D${name}=${value}`), nsi],
    { timeoutMs: stepMs },
  );
  if (!made.ok) throw new Error(`makensis failed:\n${made.output}`);
}

/** Two macros: one installs every file into its folder, one removes the same files, and folders that are then empty. */
export function fileLists(appFolder: string): string {
  const files = filesIn(appFolder);
  const folders = [...new Set(files.map((file) => dirname(file)))].sort();
  const inside = (folder: string) => (folder === '.' ? '$INSTDIR' : `$INSTDIR\\${windows(folder)}`);
  const install = folders.flatMap((folder) => [
    `  SetOutPath "${inside(folder)}"`,
    ...files.filter((file) => dirname(file) === folder).map((file) => `  File "${join(appFolder, file)}"`),
  ]);
  const every = new Set(folders.flatMap((folder) => parentsOf(folder)));
  const remove = [
    '  SetOutPath "$TEMP"',
    ...files.map((file) => `  Delete "$INSTDIR\\${windows(file)}"`),
    ...[...every].sort((a, b) => b.length - a.length).map((folder) => `  RMDir "$INSTDIR\\${windows(folder)}"`),
  ];
  const macro = (name: string, lines: readonly string[]) => `!macro ${name}\n${lines.join('\n')}\n!macroend\n`;
  return `${macro('InstallFiles', install)}${macro('RemoveFiles', remove)}`;
}

/** The folder and those around it, without the app's own. */
function parentsOf(folder: string): readonly string[] {
  return folder === '.' ? [] : [folder, ...parentsOf(dirname(folder))];
}

function windows(path: string): string {
  return path.split(sep).join('\\');
}

/** Relative paths, sorted. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** A Windows of its own, thrown away with the folder. */
class Wine {
  readonly #prefix: string;
  readonly #env: NodeJS.ProcessEnv;
  #user = '';

  constructor(prefix: string) {
    this.#prefix = prefix;
    // No questions about Mono or Gecko, no menus on the machine that checks.
    this.#env = {
      ...process.env,
      WINEPREFIX: prefix,
      WINEDEBUG: '-all',
      WINEARCH: 'win64',
      WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=d',
      LANG: 'zh_CN.UTF-8',
      LC_ALL: 'C.UTF-8',
    };
  }

  async start(): Promise<void> {
    mkdirSync(this.#prefix, { recursive: true });
    await this.run('wineboot', ['--init']);
    const [user] = readdirSync(join(this.#prefix, 'drive_c/users')).filter((name) => name !== 'Public');
    if (user === undefined) throw new Error('wine made no user');
    this.#user = join(this.#prefix, 'drive_c/users', user);
  }

  get appData(): string {
    return join(this.#user, 'AppData/Roaming');
  }

  get localAppData(): string {
    return join(this.#user, 'AppData/Local');
  }

  get startMenuLink(): string {
    return join(this.appData, 'Microsoft/Windows/Start Menu/Programs/客本 Keben.lnk');
  }

  get desktopLink(): string {
    return join(this.#user, 'Desktop/客本 Keben.lnk');
  }

  windowsPath(path: string): string {
    return `C:\\${windows(relative(join(this.#prefix, 'drive_c'), path))}`;
  }

  async run(program: string, args: readonly string[]): Promise<void> {
    if (!(await this.tried(program, args))) throw new Error(`wine ${program} ${args.join(' ')} failed`);
  }

  /** False when the program said that it failed. */
  async tried(program: string, args: readonly string[]): Promise<boolean> {
    const { ok } = await run('wine', [program, ...args], { env: this.#env, timeoutMs: stepMs });
    await run('wineserver', ['-w'], { env: this.#env, timeoutMs: stepMs });
    return ok;
  }

  async pretendToBe(version: 'win7' | 'win10'): Promise<void> {
    await this.run('reg', ['add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', version, '/f']);
  }

  /** What a key holds, as text; empty when there is none. */
  async registry(key: string): Promise<string> {
    const { ok, output } = await run('wine', ['reg', 'query', `HKCU\\${key}`, '/s'], {
      env: this.#env,
      timeoutMs: stepMs,
    });
    return ok ? output : '';
  }

  uninstallEntry(): Promise<string> {
    return this.registry('Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Keben');
  }
}
