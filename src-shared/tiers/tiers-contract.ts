import { z } from 'zod';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import { type Tier, tierListSchema } from './tier.ts';

export const tiersContract = {
  list: query('customers.read', z.object({}), returns<{ readonly tiers: readonly Tier[] }>()),
  /** Adding or reordering moves no customer (domain §4). */
  save: command('tiers.edit', z.object({ tiers: tierListSchema }), returns<ChangeOutcome>(), [
    'tiers',
    'customers',
    'history',
  ]),
};
