import { createHash, randomBytes } from 'node:crypto';
import { rmSync, writeFileSync, writeSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { addDays, fromDayNumber } from '../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { type Instant, instantFromMs } from '../../src-shared/core/instant.ts';
import type { JournalSource } from '../../src-shared/history/history.ts';
import { openReceivables } from '../../src-shared/receivables/balances.ts';
import { copyStoredFile } from '../attachments/copy-stored-file.ts';
import { filesFolderOf, makePlaceFor, storedPath } from '../attachments/stored-files.ts';
import { makeBackup } from '../backup.ts';
import type { AppDb } from '../connection.ts';
import { type WriteDb, writeBatch } from '../journal.ts';
import { openBook } from '../open.ts';
import { readLedger } from '../queries/money/read-ledger.ts';
import { attachments } from '../schema/attachments.ts';
import { users } from '../schema/book.ts';
import { contacts, customers } from '../schema/customers.ts';
import { followUps } from '../schema/follow-ups.ts';
import { allocations, receivables, settlementSources } from '../schema/money.ts';
import { salesOrderLines, salesOrders } from '../schema/orders.ts';
import { undoBatch } from '../undo.ts';
import type { SoakAction, SoakEvent } from './soak-events.ts';
import { type ImportedDebt, writeImport, writeImportedPayments } from './write-import.ts';

/**
 * Works on a book as fast as it can until it is killed: `node soak-child.ts BOOK BACKUPS MIGRATIONS`.
 * Says on stdout what it is about to do and what is committed; the parent holds it to that.
 */
const [bookPath = '', backupFolder = '', migrationsFolder = ''] = process.argv.slice(2);

/** Where the user's files lie that are attached. */
const chosenFolder = `${bookPath}.chosen`;
const names = ['华成机电', '东方五金', '顺达物流', '永兴建材', '瑞丰食品'];
const targets = ['customers', 'openings', 'orders'] as const;
/** 2026-03-01. */
const soldOn = fromDayNumber(20_513);
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
  /** Customers with orders. */
  readonly #debtors: Id[] = [];
  /** Only the last is ever taken back. */
  readonly #imports: { mark: string; batchId: Id; debts: readonly ImportedDebt[] }[] = [];
  #isBackingUp = false;

  constructor(book: AppDb) {
    this.#book = book;
    this.#userId = book.orm.select({ id: users.id }).from(users).get()?.id ?? '';
  }

  work(): void {
    const choice = chance(26);
    const id = this.#mine[chance(this.#mine.length)];
    if (choice === 0) this.#import();
    else if (choice === 1) this.#undoAnImport();
    else if (choice === 2) this.#backUp();
    else if (choice === 3) this.#importPayments();
    else if (!id || choice < 8) this.#create();
    else if (choice < 14) this.#rename(id);
    else if (choice < 16) this.#followUp(id);
    else if (choice < 18) this.#order(id);
    else if (choice < 21) this.#pay();
    else if (choice < 24) this.#attach(id);
    else this.#import();
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

  #order(customerId: Id): void {
    const id = newId();
    const parts = 1 + chance(3);
    const terms = { creditKind: 'days', creditDays: 30 } as const;
    announced({ kind: 'order', id, customerId, parts }, () => {
      this.#write((db) => {
        db.insert(salesOrders, { id, customerId, orderNo: `XS-${id}`, issuedOn: soldOn, ...terms });
        const figures = { unitPriceE4: 1_000_000, quantityE3: 1_000 * parts, discountBp: 0, amountFen: 10_000 * parts };
        db.insert(salesOrderLines, { id: newId(), customerId, orderId: id, position: 0, title: '合页', ...figures });
        for (let part = 0; part < parts; part += 1) {
          const owed = { orderId: id, installmentNo: part + 1, issuedOn: soldOn, dueOn: addDays(soldOn, 30 * part) };
          db.insert(receivables, { id: newId(), customerId, ...owed, amountFen: 10_000 });
        }
      });
    });
    this.#debtors.push(customerId);
  }

  /** Up to 300 yuan for the oldest debts, what is left is prepayment. */
  #pay(): void {
    const customerId = this.#debtors[chance(this.#debtors.length)];
    if (customerId === undefined) return;
    const id = newId();
    const amountFen = 1 + chance(30_000);
    let left = amountFen;
    const settles = openReceivables(readLedger(this.#book, customerId), soldOn).flatMap(({ receivable, openFen }) => {
      const part = Math.min(left, openFen);
      left -= part;
      return part > 0 ? [{ receivableId: receivable.id, amountFen: part }] : [];
    });
    announced({ kind: 'payment', id, customerId, parts: settles.length }, () => {
      this.#write((db) => {
        const source = { kind: 'payment', method: 'cash', onDay: soldOn, amountFen } as const;
        db.insert(settlementSources, { id, customerId, ...source });
        for (const part of settles)
          db.insert(allocations, { id: newId(), customerId, sourceId: id, ...part, effectiveOn: soldOn });
      });
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
    const target = targets[chance(targets.length)] ?? 'customers';
    const wanted = { target, mark: `import-${newId()}`, rows: 100 + chance(600) };
    announced({ kind: 'import', ...wanted }, () => {
      let debts: readonly ImportedDebt[] = [];
      const batchId = this.#write((db) => {
        debts = writeImport(db, wanted, soldOn);
      }, 'import');
      this.#imports.push({ mark: wanted.mark, batchId, debts });
    });
  }

  /** Of what an import before brought in; newest first, so that taking back finds nothing that points to what it takes. */
  #importPayments(): void {
    const debts = this.#imports.at(-1)?.debts ?? [];
    if (debts.length === 0) return;
    const mark = `import-${newId()}`;
    announced({ kind: 'import', target: 'payments', mark, rows: debts.length }, () => {
      const batchId = this.#write((db) => writeImportedPayments(db, mark, debts, soldOn), 'import');
      this.#imports.push({ mark, batchId, debts: [] });
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
