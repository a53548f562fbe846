import { readdirSync } from 'node:fs';
import { attachedFiles } from '../attachments/attached-files.ts';
import { filesFolderOf, hasFile, storedPath } from '../attachments/stored-files.ts';
import { listBackups, verifyBackup } from '../backup.ts';
import { sha256OfFile } from '../backups/sha256.ts';
import type { AppDb } from '../connection.ts';
import { checkBook } from './check-book.ts';
import type { SoakLedger } from './soak-ledger.ts';

/** What must hold in a book that was reopened after a kill; each text is a broken promise. */
export function checkAfterKill(book: AppDb, ledger: SoakLedger, backupFolder: string): readonly string[] {
  return [...ledger.compare(book), ...checkBook(book), ...checkFiles(book), ...checkBackups(ledger, backupFolder)];
}

/** Every row that names a file has its bytes beside the book, whole. */
function checkFiles(book: AppDb): string[] {
  const folder = filesFolderOf(book.path);
  return attachedFiles(book.sqlite)
    .filter((file) => !hasFile(folder, file) || sha256OfFile(storedPath(folder, file.sha256)) !== file.sha256)
    .map(({ sha256 }) => `the bytes of ${sha256} are not there`);
}

/** Every backup that was acknowledged last is there and good; none that is listed is anything else. */
function checkBackups(ledger: SoakLedger, folder: string): string[] {
  const outcome = listBackups(folder, null);
  if (!outcome.ok) return [`backups cannot be listed: ${outcome.error.reason}`];
  const names = new Set(outcome.value.map(({ fileName }) => fileName));
  const newest = [...ledger.backups].sort().at(-1);
  const bad = outcome.value
    .filter(({ state }) => state !== 'good')
    .map(({ fileName, state }) => `${fileName} is ${state}`);
  const verified = outcome.value[0] ? verifyBackup(folder, outcome.value[0].fileName) : null;
  const strays = names.size === 0 ? [] : readdirSync(folder).filter((name) => name.endsWith('.json.part'));
  return [
    ...bad,
    ...(newest && !names.has(newest) ? [`the acknowledged backup ${newest} is gone`] : []),
    ...(verified && !(verified.ok && verified.value === 'good')
      ? [`${outcome.value[0]?.fileName} cannot be read`]
      : []),
    ...(strays.length > 2 ? [`${strays.length} manifests left in the making`] : []),
  ];
}
