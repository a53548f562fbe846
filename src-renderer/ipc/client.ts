import type { Area, Client, Contract, JobHandle } from '../../src-shared/ipc/contract.ts';
import { bridge } from './bridge.ts';

/**
 * The typed client: `client.customers.get({ id })`. Procedure names come from the property path, so none is typed by
 * hand; what does not exist in the contract does not compile.
 */
export const client: Client = createClient();

function createClient(): Client {
  const areas = new Map<string | symbol, object>();
  const target = {};
  // Safe: each property is made on demand from the same contract that `Client` is derived from.
  return new Proxy(target, {
    get(_target, area) {
      const known = areas.get(area);
      if (known) return known;
      const made = areaProxy(String(area));
      areas.set(area, made);
      return made;
    },
  }) as Client;
}

function areaProxy(area: string): object {
  const functions = new Map<string | symbol, unknown>();
  return new Proxy(
    {},
    {
      get(_target, procedure) {
        const known = functions.get(procedure);
        if (known) return known;
        const call = (input: unknown, job?: JobHandle) =>
          bridge().call({
            procedure: `${area}.${String(procedure)}`,
            input,
            ...(job ? { jobId: job.jobId } : {}),
          });
        functions.set(procedure, call);
        return call;
      },
    },
  );
}

/** Names of an area's read-only procedures. */
export type QueryName<A extends Area> = {
  [P in keyof Contract[A]]: Contract[A][P] extends { readonly kind: 'query' } ? P : never;
}[keyof Contract[A]] &
  string;
