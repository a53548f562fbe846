import type { Id } from '../../src-shared/core/id.ts';
import type { AppDb } from '../connection.ts';
import type { SoakAction, SoakEvent } from './soak-events.ts';
import { type AnnouncedImport, compareImports, isImportThere } from './soak-imports.ts';

/** What the child has acknowledged and what it was at when it died: the book must hold the first, and may hold the second. */
export class SoakLedger {
  readonly #names = new Map<Id, string>();
  readonly #followUps = new Set<Id>();
  readonly #attachments = new Set<Id>();
  /** Of orders how many debts, of payments how many they settle. */
  readonly #orders = new Map<Id, number>();
  readonly #payments = new Map<Id, number>();
  /** By their marks. */
  readonly #imports = new Map<string, AnnouncedImport>();
  readonly #begun = new Map<number, SoakAction>();
  readonly backups = new Set<string>();
  acknowledged = 0;

  hear(event: SoakEvent): void {
    switch (event.event) {
      case 'ready':
        return;
      case 'begin':
        this.#begun.set(event.step, event.action);
        return;
      case 'done': {
        const action = this.#begun.get(event.step);
        if (!action) throw new Error(`step ${event.step} ended and never began`);
        this.#begun.delete(event.step);
        this.acknowledged += 1;
        this.#take(action);
        if (event.backup) this.backups.add(event.backup);
        return;
      }
    }
  }

  /** What the child was at when it died. */
  get unfinished(): readonly SoakAction[] {
    return [...this.#begun.values()];
  }

  /**
   * Holds the book to the ledger; each finding is a broken promise. What was begun and turns out committed is taken over,
   * so that the next life of the child is held to it.
   */
  compare(book: AppDb): readonly string[] {
    for (const action of this.#begun.values()) if (this.#isCommitted(book, action)) this.#take(action);
    this.#begun.clear();
    const name = book.sqlite.prepare<[Id], string>('SELECT name FROM customers WHERE id = ?').pluck();
    const followUp = book.sqlite.prepare<[Id], Id>('SELECT id FROM follow_ups WHERE id = ?').pluck();
    const lost = [...this.#names].filter(([id, wanted]) => name.get(id) !== wanted);
    const lostFollowUps = [...this.#followUps].filter((id) => followUp.get(id) !== id);
    const attachment = book.sqlite.prepare<[Id], Id>('SELECT id FROM attachments WHERE id = ?').pluck();
    const lostAttachments = [...this.#attachments].filter((id) => attachment.get(id) !== id);
    return [
      ...lost.map(([id, wanted]) => `customer ${id} should be called ${wanted} and is ${name.get(id) ?? 'gone'}`),
      ...lostFollowUps.map((id) => `follow-up ${id} is gone`),
      ...lostAttachments.map((id) => `attachment ${id} is gone`),
      ...compareParts(book, 'order', this.#orders),
      ...compareParts(book, 'payment', this.#payments),
      ...compareImports(book, [...this.#imports.values()]),
    ];
  }

  #take(action: SoakAction): void {
    switch (action.kind) {
      case 'create':
      case 'rename':
        this.#names.set(action.id, action.name);
        return;
      case 'follow_up':
        this.#followUps.add(action.id);
        return;
      case 'attach':
        this.#attachments.add(action.id);
        return;
      case 'order':
        this.#orders.set(action.id, action.parts);
        return;
      case 'payment':
        this.#payments.set(action.id, action.parts);
        return;
      case 'import':
        this.#imports.set(action.mark, { ...action, isUndone: false });
        return;
      case 'undo': {
        const taken = this.#imports.get(action.mark);
        if (!taken) throw new Error(`${action.mark} was taken back and never made`);
        this.#imports.set(action.mark, { ...taken, isUndone: true });
        return;
      }
      case 'backup':
        return;
    }
  }

  /** True when the action that was begun and never acknowledged is in the book all the same, and whole. */
  #isCommitted(book: AppDb, action: SoakAction): boolean {
    const one = (sql: string, ...values: string[]) =>
      book.sqlite
        .prepare(sql)
        .pluck()
        .get(...values);
    switch (action.kind) {
      case 'create':
      case 'rename':
        return one('SELECT name FROM customers WHERE id = ?', action.id) === action.name;
      case 'follow_up':
        return one('SELECT id FROM follow_ups WHERE id = ?', action.id) === action.id;
      case 'attach':
        return one('SELECT id FROM attachments WHERE id = ?', action.id) === action.id;
      case 'order':
      case 'payment':
        return partsOf(book, action.kind, action.id) === action.parts;
      case 'import':
        return isImportThere(book, { ...action, isUndone: false });
      case 'undo': {
        const made = this.#imports.get(action.mark);
        return made !== undefined && isImportThere(book, { ...made, isUndone: true });
      }
      case 'backup':
        return false;
    }
  }
}

const partsSql = {
  order: `SELECT count(r.id) FROM sales_orders o JOIN receivables r ON r.order_id = o.id WHERE o.id = ?
    GROUP BY o.id HAVING sum(r.amount_fen) = (SELECT sum(l.amount_fen) FROM sales_order_lines l WHERE l.order_id = o.id)`,
  payment: `SELECT count(a.id) FROM settlement_sources s LEFT JOIN allocations a ON a.source_id = s.id WHERE s.id = ?
    GROUP BY s.id`,
} as const;

/** The debts of an order whose lines they add up to, or what a payment settles; undefined: it is not there whole. */
function partsOf(book: AppDb, kind: keyof typeof partsSql, id: Id): number | undefined {
  return book.sqlite.prepare<[Id], number>(partsSql[kind]).pluck().get(id);
}

function compareParts(book: AppDb, kind: keyof typeof partsSql, wanted: ReadonlyMap<Id, number>): string[] {
  return [...wanted].flatMap(([id, parts]) => {
    const found = partsOf(book, kind, id);
    return found === parts
      ? []
      : [`${kind} ${id} should have ${parts} parts and ${found === undefined ? 'is gone' : `has ${found}`}`];
  });
}
