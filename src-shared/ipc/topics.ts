/** What a write can make stale; the renderer's query cache is keyed by these. */
export const topics = [
  'customers',
  'contacts',
  'follow_ups',
  'visit_plans',
  'attachments',
  'anniversaries',
  'workdays',
  'reminders',
  'tags',
  'tiers',
  'users',
  'settings',
  'history',
  'imports',
  'backups',
  'book',
  'workspace',
] as const;
export type Topic = (typeof topics)[number];
