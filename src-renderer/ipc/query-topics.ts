import type { Area } from '../../src-shared/ipc/contract.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import type { QueryName } from './client.ts';

/** What each query shows, so that an announced topic reloads it. A query without a line here does not compile. */
export const queryTopics: { readonly [A in Area]: { readonly [P in QueryName<A>]: readonly Topic[] } } = {
  book: { status: ['book', 'settings', 'backups'], about: ['book'] },
  workspace: { get: ['workspace'] },
  settings: { get: ['settings'] },
  users: { list: ['users'] },
  tiers: { list: ['tiers', 'customers'] },
  tags: { list: ['tags', 'customers'] },
  customers: {
    list: ['customers', 'tags', 'tiers', 'users'],
    count: ['customers'],
    tabCounts: ['customers', 'tiers', 'users'],
    waitingCounts: ['customers', 'visit_plans', 'follow_ups', 'tiers', 'book'],
    choices: ['customers'],
    get: ['customers', 'contacts', 'visit_plans', 'tags', 'tiers', 'users'],
    timeline: ['customers', 'follow_ups', 'visit_plans', 'attachments'],
    sameAs: ['customers'],
    bin: ['customers'],
  },
  contacts: {},
  followUps: {},
  attachments: { list: ['attachments', 'follow_ups', 'customers', 'book'] },
  visits: {
    get: ['visit_plans', 'customers'],
    overdue: ['visit_plans', 'customers', 'book'],
    past: ['visit_plans'],
    between: ['visit_plans', 'customers'],
    due: ['visit_plans', 'customers', 'follow_ups', 'tiers', 'book'],
    routeSheet: ['visit_plans', 'customers', 'follow_ups'],
  },
  anniversaries: { list: ['anniversaries', 'contacts', 'customers'] },
  calendar: {
    between: ['visit_plans', 'customers', 'contacts', 'anniversaries'],
    occasions: ['customers', 'contacts', 'anniversaries'],
  },
  workdays: { years: ['workdays'] },
  reminders: { list: ['reminders', 'visit_plans', 'customers', 'anniversaries', 'users', 'book', 'workspace'] },
  history: { ofCustomer: ['history'], recent: ['history'], lastUndoable: ['history'] },
  imports: { rows: [], batches: ['imports', 'history'] },
  exports: {},
  backups: { list: ['backups'] },
  jobs: {},
};
