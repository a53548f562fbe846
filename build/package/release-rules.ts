/** What must hold before anything is given to people. */
export interface ReleaseFacts {
  /** As in package.json. */
  readonly version: string;
  /** What `git status --porcelain` prints. */
  readonly uncommitted: string;
  readonly changelog: string;
  /** docs/manual-checks.md. */
  readonly manualChecks: string;
}

/** What Electron's program weighs at least; a stub or a broken download is far below. */
export const smallestElectronBytes = 50 * 1024 * 1024;

/** Why this tree cannot be released, in sentences; empty when it can. */
export function releaseRefusals({ version, uncommitted, changelog, manualChecks }: ReleaseFacts): readonly string[] {
  const heading = changelog.split('\n').find((line) => line.startsWith(`## ${version}`));
  const rows = manualChecks.split('\n').filter((line) => /^\| \d+ \|/.test(line));
  const open = rows.filter((row) => !lastCell(row).includes(version));
  return [
    ...(uncommitted.trim() === '' ? [] : ['the tree holds changes that are not committed']),
    ...(heading === undefined ? [`CHANGELOG.md has no entry for ${version}`] : []),
    ...(heading?.includes('not released') === true ? [`CHANGELOG.md says that ${version} is not released`] : []),
    ...(rows.length === 0 ? ['docs/manual-checks.md lists no checks'] : []),
    ...(open.length > 0
      ? [`${open.length} of ${rows.length} checks of docs/manual-checks.md do not carry ${version}`]
      : []),
  ];
}

function lastCell(row: string): string {
  return row.trim().replace(/\|$/, '').split('|').at(-1) ?? '';
}

/** Why a packed program is no Electron; null when it is big enough to be one. */
export function programRefusal(path: string, bytes: number, isStub: boolean): string | null {
  if (isStub) return `${path} was packed over a stub`;
  return bytes < smallestElectronBytes
    ? `${path} has ${bytes} bytes: Electron has more than ${smallestElectronBytes}`
    : null;
}
