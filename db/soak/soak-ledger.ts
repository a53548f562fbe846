import type { Id } from '../../src-shared/core/id.ts';
import type { AppDb } from '../connection.ts';
import type { SoakAction, SoakEvent } from './soak-events.ts';

/** What the child has acknowledged and what it was at when it died: the book must hold the first, and may hold the second. */
export class SoakLedger {
  readonly #names = new Map<Id, string>();
  readonly #followUps = new Set<Id>();
  readonly #attachments = new Set<Id>();
  /** Of orders how many debts, of payments how many they settle. */
  readonly #orders = new Map<Id, number>();
  readonly #payments = new Map<Id, number>();
  /** Mark → rows, and whether they are in the bin. */
  readonly #imports = new Map<string, { readonly rows: number; isUndone: boolean }>();
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
    for (const action of this.#begun.values()) if (isCommitted(book, action)) this.#take(action);
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
      ...this.#compareImports(book),
    ];
  }

  /** A marked import is there whole, or whole in the bin; one that nobody announced is not there at all. */
  #compareImports(book: AppDb): string[] {
    const found = new Map(
      book.sqlite
        .prepare<[], { mark: string; live: number; binned: number }>(
          `SELECT source AS mark, sum(deleted_at IS NULL) AS live, sum(deleted_at IS NOT NULL) AS binned
           FROM customers WHERE source LIKE 'import-%' GROUP BY source`,
        )
        .all()
        .map((row) => [row.mark, row]),
    );
    const problems: string[] = [];
    for (const [mark, { rows, isUndone }] of this.#imports) {
      const { live, binned } = found.get(mark) ?? { live: 0, binned: 0 };
      found.delete(mark);
      const [wantedLive, wantedBinned] = isUndone ? [0, rows] : [rows, 0];
      if (live !== wantedLive || binned !== wantedBinned) {
        problems.push(`${mark}: ${rows} rows${isUndone ? ' taken back' : ''}, found ${live} and ${binned} in the bin`);
      }
    }
    for (const { mark, live, binned } of found.values())
      problems.push(`${mark}: half an import, ${live + binned} rows`);
    return problems;
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
        this.#imports.set(action.mark, { rows: action.rows, isUndone: false });
        return;
      case 'undo': {
        const taken = this.#imports.get(action.mark);
        if (!taken) throw new Error(`${action.mark} was taken back and never made`);
        taken.isUndone = true;
        return;
      }
      case 'backup':
        return;
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

/** True when the action that was begun and never acknowledged is in the book all the same, and whole. */
function isCommitted(book: AppDb, action: SoakAction): boolean {
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
      return one('SELECT count(*) FROM customers WHERE source = ?', action.mark) === action.rows;
    case 'undo':
      return one('SELECT count(*) FROM customers WHERE source = ? AND deleted_at IS NULL', action.mark) === 0;
    case 'backup':
      return false;
  }
}
