import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntity } from '../../src-shared/history/history.ts';
import { proceduresByName } from '../../src-shared/ipc/contract.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { sampleInputs, samplesByName } from './testing/sample-inputs.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

/** What the window shows of each table: its own rows, and what lists and counts take from them. */
const shownBy: Readonly<Record<JournalEntity, readonly Topic[]>> = {
  book_settings: ['settings'],
  users: ['users'],
  tiers: ['tiers'],
  tags: ['tags'],
  customers: ['customers'],
  contacts: ['contacts', 'customers'],
  customer_tags: ['customers', 'tags'],
  follow_ups: ['follow_ups', 'customers'],
  visit_series: ['visit_plans'],
  visit_plans: ['visit_plans', 'customers'],
  tier_history: ['customers', 'tiers'],
  attachments: ['attachments'],
  import_batches: ['imports'],
  anniversaries: ['anniversaries'],
  products: ['products'],
  sales_orders: ['orders', 'customers'],
  sales_order_lines: ['orders'],
  receivables: ['receivables', 'orders', 'customers', 'terms'],
  due_day_changes: ['receivables', 'customers', 'terms'],
  settlement_sources: ['payments', 'receivables', 'customers', 'terms'],
  allocations: ['payments', 'receivables', 'customers', 'terms'],
  refunds: ['payments', 'receivables', 'customers', 'terms'],
  return_lines: ['orders', 'payments'],
  payment_promises: ['payments'],
  terms_decisions: ['terms'],
  customer_assessments: ['loyalty', 'warnings'],
  rival_notes: ['loyalty'],
  service_costs: ['costs'],
  warning_marks: ['warnings'],
};

const commands = [...proceduresByName].filter(([, { kind }]) => kind !== 'query').map(([name]) => name);

interface Variant {
  readonly name: string;
  readonly what: string;
  readonly input: () => unknown;
}

const ids = () => ({ kind: 'ids', ids: [app.aCustomer({ ownerId: app.ownerId })] });

const variants: readonly Variant[] = [
  ...commands.map((name) => ({
    name,
    what: 'its sample',
    input: () => samplesByName(sampleInputs(app, app.ownerId)).get(name),
  })),
  {
    name: 'customers.update',
    what: 'another owner, with open plans',
    input: () => {
      const id = app.aCustomer({ ownerId: app.ownerId });
      app.aVisitPlan({ customerId: id, personId: app.ownerId });
      return { id, fields: { ownerId: app.aUser() }, seenAt: app.now };
    },
  },
  {
    name: 'customers.update',
    what: 'another tier',
    input: () => ({ id: app.aCustomer(), fields: { tierId: app.tierIds.A }, seenAt: app.now }),
  },
  {
    name: 'customers.bulkEdit',
    what: 'another tier',
    input: () => ({ selection: ids(), change: { kind: 'tier', tierId: app.tierIds.A } }),
  },
  {
    name: 'customers.bulkEdit',
    what: 'another owner',
    input: () => ({ selection: ids(), change: { kind: 'owner', ownerId: null } }),
  },
  { name: 'customers.bulkEdit', what: 'the bin', input: () => ({ selection: ids(), change: { kind: 'bin' } }) },
  {
    name: 'contacts.moveToBin',
    what: 'the primary contact',
    input: () => ({ id: app.aContact() }),
  },
];

describe('what a change makes stale', () => {
  it.each(variants)('$name tells the windows everything it touched: $what', async ({ name, input }) => {
    const wish = input();
    app.announced.length = 0;
    const before = Number(app.book.sqlite.prepare('SELECT max(seq) FROM journal_entries').pluck().get());
    await app.send({ procedure: name, input: wish });
    const touched = app.book.sqlite
      .prepare<[number], JournalEntity>('SELECT DISTINCT entity FROM journal_entries WHERE seq > ?')
      .pluck()
      .all(before);
    const topics = new Set(touched.flatMap((entity) => shownBy[entity]));
    const announced = new Set(app.announced.flat());
    expect([...topics].filter((topic) => !announced.has(topic))).toEqual([]);
    if (touched.length > 0) expect(announced).toContain('history');
  });
});
