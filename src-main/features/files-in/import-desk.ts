import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type ImportCheckFile, openImportCheckFile } from '../../../db/import-check/import-check-file.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ImportCheck, ImportPlan } from '../../../src-shared/files-in/imports-contract.ts';
import type { MergedRange, WorkbookInfo } from '../../../src-shared/files-in/workbook-info.ts';
import type { CheckRequest } from './check-request.ts';

/** The sheet chosen, read whole and put aside. */
export interface StagedChoice {
  readonly plan: ImportPlan;
  readonly stagedFile: string;
  readonly tallMerges: readonly MergedRange[];
  readonly fileSha256: string;
}

/** A check that was made; commit goes by it. */
export interface MadeCheck {
  readonly request: CheckRequest;
  readonly check: ImportCheck;
  /** Where the journal stood; see CommitImportOrder. */
  readonly position: number;
}

/** One import in the making. It knows the book it is for: another book needs another check. */
export class ImportSession {
  readonly id = newId();
  readonly bookId: Id;
  /** Absolute path of the user's file; read, never written. */
  readonly path: string;
  readonly workbook: WorkbookInfo;
  readonly folder: string;
  staged: StagedChoice | null = null;
  made: MadeCheck | null = null;
  #checkFile: ImportCheckFile | null = null;

  constructor(parts: { bookId: Id; path: string; workbook: WorkbookInfo; folder: string }) {
    this.bookId = parts.bookId;
    this.path = parts.path;
    this.workbook = parts.workbook;
    this.folder = path.join(parts.folder, this.id);
    mkdirSync(this.folder, { recursive: true });
  }

  get fileName(): string {
    return path.basename(this.path);
  }

  get checkPath(): string {
    return path.join(this.folder, 'check.sqlite');
  }

  /** For reading pages and single corrections on the main thread; a job opens its own. */
  checkFile(): ImportCheckFile {
    this.#checkFile ??= openImportCheckFile(this.checkPath);
    return this.#checkFile;
  }

  /** A job is about to write the check file anew. */
  letGoOfCheckFile(): void {
    this.#checkFile?.close();
    this.#checkFile = null;
  }

  end(): void {
    this.letGoOfCheckFile();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The imports in the making. Only the newest is kept: the window has one import page. */
export class ImportDesk {
  readonly #folder: string;
  #current: ImportSession | null = null;

  /** Empties `folder`: what lies there is of an app that was killed. */
  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
  }

  begin(parts: { bookId: Id; path: string; workbook: WorkbookInfo }): ImportSession {
    this.#current?.end();
    this.#current = new ImportSession({ ...parts, folder: this.#folder });
    return this.#current;
  }

  /** Errors: conflict import_expired (another import began since, another book is open, or the app was restarted). */
  find(importId: string, bookId: Id): Result<ImportSession, AppError> {
    const session = this.#current;
    if (session?.id === importId && session.bookId === bookId) return ok(session);
    return err({ kind: 'conflict', reason: 'import_expired' });
  }

  end(importId: string): void {
    if (this.#current?.id !== importId) return;
    this.#current.end();
    this.#current = null;
  }
}
