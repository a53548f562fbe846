import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rights } from '../users/rights.ts';
import { proceduresByName } from './contract.ts';
import { command, type Procedure, query, returns } from './procedure.ts';
import { topics } from './topics.ts';

describe('a procedure', () => {
  it('does not compile without a right, or with one that does not exist', () => {
    // @ts-expect-error: the right is missing
    query(z.object({}), returns<number>());
    // @ts-expect-error: there is no such right
    command('customers.burn', z.object({}), returns<number>(), []);
    // @ts-expect-error: the right is missing
    const rightless: Procedure = { kind: 'query', input: z.object({}), stale: [] };
    expect(rightless.right).toBeUndefined();
  });

  it.each([...proceduresByName])('%s names its right and only topics that exist', (_name, procedure) => {
    expect(rights).toContain(procedure.right);
    for (const topic of procedure.stale) expect(topics).toContain(topic);
  });

  it.each([...proceduresByName].filter(([, { kind }]) => kind === 'query'))(
    '%s reads, so it makes nothing stale',
    (_name, procedure) => {
      expect(procedure.stale).toEqual([]);
    },
  );
});
