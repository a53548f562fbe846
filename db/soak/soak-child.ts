import { createHash, randomBytes } from 'node:crypto';
import { rmSync, writeFileSync, writeSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { type Instant, instantFromMs } from '../../src-shared/core/instant.ts';
import type { JournalSource } from '../../src-shared/history/history.ts';
import { copyStoredFile } from '../attachments/copy-stored-file.ts';
import { filesFolderOf, makePlaceFor, storedPath } from '../attachments/stored-files.ts';
import { makeBackup } from '../backup.ts';
import type { AppDb } from '../connection.ts';
import { type WriteDb, writeBatch } from '../journal.ts';
import { openBook } from '../open.ts';
import { attachments } from '../schema/attachments.ts';
import { users } from '../schema/book.ts';
import { contacts, customers } from '../schema/customers.ts';
import { followUps } from '../schema/follow-ups.ts';
import { undoBatch } from '../undo.ts';
import type { SoakAction, SoakEvent } from './soak-events.ts';

/**
 * Works on a book as fast as it can until it is killed: `node soak-child.ts BOOK BACKUPS MIGRATIONS`.
 * Says on stdout what it is about to do and what is committed; the parent holds it to that.
 */
const [bookPath = '', backupFolder = '', migrationsFolder = ''] = process.argv.slice(2);

/** Where the user's files lie that are attached. */
const chosenFolder = `${bookPath}.chosen`;
const names = ['华成机电', '东方五金', '顺达物流', '永兴建材', '瑞丰食品'];
let step = 0;

/** writeSync: what is said has left the process before it goes on, so no acknowledgement dies with it. */
function say(event: SoakEvent): void {
  writeSync(1, `${JSON.stringify(event)}\n`);
}

function now(): Instant {
  return instantFromMs(Date.now());
}

function chance(n: number): number {
  return Math.floor(Math.random() * n);
}

function announced(action: SoakAction, work: () => void): void {
  const mine = announce(action);
  work();
  say({ event: 'done', step: mine });
}

function announce(action: SoakAction): number {
  step += 1;
  say({ event: 'begin', step, action });
  return step;
}

class Worker {
  readonly #book: AppDb;
  readonly #userId: Id;
  readonly #mine: Id[] = [];
  readonly #imports: { mark: string; batchId: Id }[] = [];
  #isBackingUp = false;

  constructor(book: AppDb) {
    this.#book = book;
    this.#userId = book.orm.select({ id: users.id }).from(users).get()?.id ?? '';
  }

  work(): void {
    const choice = chance(20);
    const id = this.#mine[chance(this.#mine.length)];
    if (choice === 0) this.#import();
    else if (choice === 1) this.#undoAnImport();
    else if (choice === 2) this.#backUp();
    else if (!id || choice < 8) this.#create();
    else if (choice < 14) this.#rename(id);
    else if (choice < 18) this.#followUp(id);
    else this.#attach(id);
  }

  #write(work: (db: WriteDb) => void, source: JournalSource = 'edit'): Id {
    return writeBatch(this.#book, { source, userId: this.#userId, now: now() }, work).batchId;
  }

  #create(): void {
    const id = newId();
    const name = `${names[chance(names.length)]}${step}`;
    announced({ kind: 'create', id, name }, () => {
      this.#write((db) => {
        db.insert(customers, { id, name });
        db.insert(contacts, { id: newId(), customerId: id, name: '张三', mobile: '13800138000' });
      });
    });
    this.#mine.push(id);
  }

  #rename(id: Id): void {
    const name = `${names[chance(names.length)]}改${step}`;
    announced({ kind: 'rename', id, name }, () => this.#write((db) => db.update(customers, id, { name })));
  }

  #followUp(customerId: Id): void {
    const id = newId();
    announced({ kind: 'follow_up', id, customerId }, () => {
      this.#write((db) =>
        db.insert(followUps, {
          id,
          customerId,
          authorId: this.#userId,
          happenedAt: now(),
          channel: 'phone',
          text: '报价',
        }),
      );
    });
  }

  /** As the app does: the bytes first, whole and on the disk, then the row that names them. */
  #attach(customerId: Id): void {
    const content = randomBytes(1 + chance(200_000));
    const file = { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
    const chosen = storedPath(chosenFolder, file.sha256);
    makePlaceFor(chosen);
    writeFileSync(chosen, content);
    const id = newId();
    announced({ kind: 'attach', id, customerId }, () => {
      copyStoredFile(chosenFolder, filesFolderOf(bookPath), file);
      const { sha256, bytes: sizeBytes } = file;
      this.#write((db) => db.insert(attachments, { id, customerId, fileName: '合同.pdf', sha256, sizeBytes }));
    });
    rmSync(chosen);
  }

  #import(): void {
    const mark = `import-${newId()}`;
    const rows = 200 + chance(1_000);
    announced({ kind: 'import', mark, rows }, () => {
      const batchId = this.#write((db) => {
        for (let row = 0; row < rows; row += 1)
          db.insert(customers, { id: newId(), name: `导入客户${row}`, source: mark });
      }, 'import');
      this.#imports.push({ mark, batchId });
    });
  }

  #undoAnImport(): void {
    const last = this.#imports.pop();
    if (!last) return;
    announced({ kind: 'undo', mark: last.mark }, () => {
      const outcome = undoBatch(this.#book, { batchId: last.batchId, userId: this.#userId, now: now() });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    });
  }

  /** Not waited for: edits go on while it copies. */
  #backUp(): void {
    if (this.#isBackingUp) return;
    this.#isBackingUp = true;
    const mine = announce({ kind: 'backup' });
    const request = { folder: backupFolder, reason: 'daily', now: now(), keep: 4 } as const;
    makeBackup(bookPath, request).then(
      (outcome) => {
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
        say({ event: 'done', step: mine, backup: outcome.value.fileName });
        this.#isBackingUp = false;
      },
      (error: unknown) => {
        throw error;
      },
    );
  }
}

const opened = openBook(bookPath, {
  deviceId: newId(),
  migrationsFolder,
  appVersion: '0.1.0',
  backupBeforeMigration: () => undefined,
});
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const worker = new Worker(opened.value.book);
say({ event: 'ready' });
for (;;) {
  worker.work();
  await nextTurn();
}
