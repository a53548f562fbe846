import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '../../../src-shared/core/id.ts';
import type { ReminderMemory } from '../../../src-shared/reminders/reminder-memory.ts';
import type { Layout, Preferences, Workspace } from '../../../src-shared/workspace/workspace-contract.ts';
import { writeFileAtomically } from '../../files/atomic-write.ts';
import {
  type FirstPreferences,
  type OfBook,
  type WindowState,
  type WorkspaceFile,
  workspaceFileSchema,
} from './workspace-file.ts';

export const workspaceFileName = 'workspace.json';

export interface WorkspaceDefaults {
  readonly deviceId: Id;
  readonly preferences: FirstPreferences;
}

type Draft = Workspace['drafts'][string];

/** What this PC remembers of its user beside the book: workspace.json in the data folder, always written whole. */
export class WorkspaceStore {
  readonly #path: string;
  #file: WorkspaceFile;
  /** The write on disk now, and the one that will take everything changed meanwhile. */
  #writing: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  private constructor(path: string, file: WorkspaceFile) {
    this.#path = path;
    this.#file = file;
  }

  /**
   * Reads the file, or starts with the defaults when there is none. A damaged file is kept aside under a new name
   * and `warn` is told: losing the layout is a nuisance, overwriting what may be mended would be a loss.
   */
  static open(folder: string, defaults: WorkspaceDefaults, warn: (what: string) => void): WorkspaceStore {
    const path = join(folder, workspaceFileName);
    return new WorkspaceStore(
      path,
      readWorkspace(path, warn) ?? workspaceFileSchema.parse({ version: 1, ...defaults }),
    );
  }

  get deviceId(): Id {
    return this.#file.deviceId;
  }

  get preferences(): Preferences {
    return this.#file.preferences;
  }

  get layout(): Layout {
    return this.#file.layout;
  }

  get window(): WindowState | null {
    return this.#file.window;
  }

  /** A book was made in the data folder before. */
  get hasBook(): boolean {
    return this.#file.hasBook;
  }

  /** Null: the default folder. */
  get backupFolder(): string | null {
    return this.#file.backupFolder;
  }

  /** Who sat here last with this book; null: nobody chose yet. */
  currentUserId(bookId: Id): Id | null {
    return this.#file.books[bookId]?.currentUserId ?? null;
  }

  drafts(bookId: Id, userId: Id): Workspace['drafts'] {
    return this.#file.books[bookId]?.drafts[userId] ?? {};
  }

  /** Of everybody who sits here, by user. */
  draftsOfBook(bookId: Id): Readonly<Record<string, Workspace['drafts']>> {
    return this.#ofBook(bookId).drafts;
  }

  savePreferences(preferences: Partial<Preferences>): Promise<void> {
    return this.#save({ preferences: { ...this.#file.preferences, ...preferences } });
  }

  saveLayout(layout: Layout): Promise<void> {
    return this.#save({ layout });
  }

  saveWindow(window: WindowState): Promise<void> {
    return this.#save({ window });
  }

  saveHasBook(): Promise<void> {
    return this.#file.hasBook ? Promise.resolve() : this.#save({ hasBook: true });
  }

  saveBackupFolder(backupFolder: string | null): Promise<void> {
    return this.#save({ backupFolder });
  }

  saveCurrentUser(bookId: Id, currentUserId: Id): Promise<void> {
    return this.#saveOfBook(bookId, { ...this.#ofBook(bookId), currentUserId });
  }

  /** Null takes the draft away. */
  saveDraft(bookId: Id, userId: Id, key: string, value: Draft | null): Promise<void> {
    const { [key]: _old, ...others } = this.drafts(bookId, userId);
    const ofBook = this.#ofBook(bookId);
    const drafts = { ...ofBook.drafts, [userId]: value === null ? others : { ...others, [key]: value } };
    return this.#saveOfBook(bookId, { ...ofBook, drafts });
  }

  /** What this user was reminded of here, by key. */
  reminderMemory(bookId: Id, userId: Id): ReminderMemory {
    return this.#file.books[bookId]?.reminders[userId] ?? {};
  }

  saveReminderMemory(bookId: Id, userId: Id, memory: ReminderMemory): Promise<void> {
    const ofBook = this.#ofBook(bookId);
    return this.#saveOfBook(bookId, { ...ofBook, reminders: { ...ofBook.reminders, [userId]: memory } });
  }

  #ofBook(bookId: Id): OfBook {
    return this.#file.books[bookId] ?? { currentUserId: null, drafts: {}, reminders: {} };
  }

  #saveOfBook(bookId: Id, ofBook: OfBook): Promise<void> {
    return this.#save({ books: { ...this.#file.books, [bookId]: ofBook } });
  }

  /** Resolves when a file that holds this change is on disk; changes made during a write share the next one. */
  #save(change: Partial<WorkspaceFile>): Promise<void> {
    this.#file = { ...this.#file, ...change };
    if (this.#next) return this.#next;
    const before = this.#writing ?? Promise.resolve();
    const write = (): Promise<void> => {
      this.#writing = next;
      this.#next = null;
      return writeFileAtomically(this.#path, `${JSON.stringify(this.#file, null, 1)}\n`);
    };
    // A failed write was told to those who asked for it; it must not stop the next one.
    const next: Promise<void> = before.then(write, write);
    this.#next = next;
    return next;
  }
}

/** Null when there is no file, or none that can be used. Throws when the folder cannot be read: then nothing works. */
function readWorkspace(path: string, warn: (what: string) => void): WorkspaceFile | null {
  if (!existsSync(path)) return null;
  const outcome = workspaceFileSchema.safeParse(jsonOrNull(readFileSync(path, 'utf8')));
  if (outcome.success) return outcome.data;
  let number = 1;
  while (existsSync(`${path}.damaged-${number}`)) number += 1;
  renameSync(path, `${path}.damaged-${number}`);
  warn(`workspace.json is damaged; kept as ${workspaceFileName}.damaged-${number}, starting with defaults`);
  return null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
