/** A user's role in the book (domain §13). */
export const roles = ['owner', 'salesperson', 'bookkeeper'] as const;
export type Role = (typeof roles)[number];

/** What a procedure may need. Every procedure in the contract names one; the matrix below says who has it. */
export const rights = [
  'app.use',
  'customers.read',
  'customers.edit',
  'follow_ups.edit',
  'bulk.edit',
  'products.edit',
  'orders.read',
  'orders.edit',
  'orders.approve',
  'money.read',
  'money.edit',
  'terms.edit',
  'measures.read',
  /** To open a file; what is in it needs import.customers or import.money. */
  'import.files',
  'import.money',
  'export.money',
  'history.undo',
  'import.customers',
  'export.customers',
  'bin.restore',
  'tiers.edit',
  'users.edit',
  'settings.edit',
  'backup.make',
  'backup.restore',
] as const;
export type Right = (typeof rights)[number];

/** `own` reaches the customers one owns and those without an owner; `all` reaches every customer. */
export type Reach = 'all' | 'own';

const matrix: Readonly<Record<Role, Readonly<Partial<Record<Right, Reach>>>>> = {
  owner: {
    'app.use': 'all',
    'customers.read': 'all',
    'customers.edit': 'all',
    'follow_ups.edit': 'all',
    'bulk.edit': 'all',
    'products.edit': 'all',
    'orders.read': 'all',
    'orders.edit': 'all',
    'orders.approve': 'all',
    'money.read': 'all',
    'money.edit': 'all',
    'terms.edit': 'all',
    'measures.read': 'all',
    'import.files': 'all',
    'import.money': 'all',
    'export.money': 'all',
    'history.undo': 'all',
    'import.customers': 'all',
    'export.customers': 'all',
    'bin.restore': 'all',
    'tiers.edit': 'all',
    'users.edit': 'all',
    'settings.edit': 'all',
    'backup.make': 'all',
    'backup.restore': 'all',
  },
  salesperson: {
    'app.use': 'all',
    'customers.read': 'all',
    'customers.edit': 'own',
    'follow_ups.edit': 'own',
    'bulk.edit': 'own',
    'orders.read': 'own',
    'orders.edit': 'own',
    'money.read': 'own',
    'export.money': 'own',
    'history.undo': 'own',
    'import.files': 'own',
    'import.customers': 'own',
    'export.customers': 'own',
    'backup.make': 'all',
  },
  bookkeeper: {
    'app.use': 'all',
    'customers.read': 'all',
    'products.edit': 'all',
    'orders.read': 'all',
    'money.read': 'all',
    'money.edit': 'all',
    'measures.read': 'all',
    'import.files': 'all',
    'import.money': 'all',
    'export.money': 'all',
    'export.customers': 'all',
    'backup.make': 'all',
  },
};

/** How far a role's right reaches, or null where it has none (domain §13). */
export function reachOf(role: Role, right: Right): Reach | null {
  return matrix[role][right] ?? null;
}
