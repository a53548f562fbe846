import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { newId } from '../../src-shared/core/id.ts';
import type { Result } from '../../src-shared/core/result.ts';
import { proceduresByName } from '../../src-shared/ipc/contract.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { sampleInputs, samplesByName } from './testing/sample-inputs.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
  lastSeen = null;
});
afterEach(() => app.close());

const names = [...proceduresByName.keys()];
const kindOf = (name: string) => proceduresByName.get(name)?.kind;

/** What a hostile or broken page could put anywhere. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    -1,
    0,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\ud800',
    "'; DROP TABLE customers; --",
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'x'.repeat(200_000),
    '客'.repeat(20_000),
    [],
    {},
    [[[[[]]]]],
    new Array(100_000),
    new Map([['id', 'x']]),
    new Date(0),
    new Uint8Array(8),
    10n,
    JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"toString":1}'),
  ),
  fc.constant(null).map(() => newId()),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.anything({ maxDepth: 3, withDate: true, withMap: true, withSet: true, withBigInt: true, withNullPrototype: true }),
);

/** A valid input with one value somewhere in it replaced, removed or joined by an unknown one. */
function spoilt(valid: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(valid);
  return fc
    .tuple(fc.constantFrom(...paths), junk, fc.constantFrom('replace', 'remove', 'add'))
    .map(([path, value, how]) => changed(valid, path, value, how));
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

function changed(value: unknown, path: Path, junkValue: unknown, how: string): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return how === 'add' && isObject ? { ...value, ['__proto__']: junkValue, surplus: junkValue } : junkValue;
  }
  const copy: Record<string, unknown> = Object.assign(Array.isArray(value) ? [] : {}, value);
  if (rest.length === 0 && how === 'remove') delete copy[key];
  else copy[key] = changed(copy[key], rest, junkValue, how);
  return copy;
}

let lastSeen: { readonly writes: unknown; readonly hash: string; readonly entries: number } | null = null;

/**
 * What the book holds. Reading it whole thousands of times was most of this file's cost, so it is read anew only after
 * the connection wrote: SQLite counts every row that it ever inserted, updated or deleted, also what a rollback took
 * back, and every change of the schema.
 */
function state() {
  const writes = app.book.sqlite.prepare('SELECT total_changes(), schema_version FROM pragma_schema_version').get();
  if (JSON.stringify(writes) !== JSON.stringify(lastSeen?.writes)) {
    lastSeen = { writes, hash: app.hash(), entries: app.journalCount() };
  }
  return { hash: lastSeen?.hash, entries: lastSeen?.entries };
}

/** The promises that hold whatever was sent. */
function expectSafe(name: string, outcome: Result<unknown, AppError>, before: ReturnType<typeof state>): void {
  if (!outcome.ok && outcome.error.kind === 'internal') {
    throw new Error(`${name} had a bug`, { cause: app.logged.at(-1)?.cause });
  }
  if (!outcome.ok || kindOf(name) === 'query') expect(state()).toEqual(before);
  expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
}

describe('junk sent to every procedure', () => {
  it.each(names)('%s survives any input at all, and writes nothing that it refuses', async (name) => {
    await fc.assert(
      fc.asyncProperty(junk, async (input) => {
        const before = state();
        expectSafe(name, await app.send({ procedure: name, input }), before);
      }),
      { numRuns: 40 },
    );
  });

  it.each(names)('%s survives a valid input that was spoilt in one place', async (name) => {
    const valid = samplesByName(sampleInputs(app, app.ownerId)).get(name);
    await fc.assert(
      fc.asyncProperty(spoilt(valid), async (input) => {
        const before = state();
        expectSafe(name, await app.send({ procedure: name, input }), before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('junk sent instead of a call', () => {
  it.each([
    'customers',
    'customers.',
    '.list',
    'customers.burn',
    'customers.__proto__',
    '__proto__.list',
    'constructor.prototype',
    'customers.list.extra',
    'toString.call',
    ' customers.list',
    'CUSTOMERS.LIST',
  ])('there is no procedure %j', async (procedure) => {
    expect(await app.send({ procedure, input: {} })).toEqual({
      ok: false,
      error: { kind: 'not_found', entity: 'procedure', id: procedure },
    });
  });

  it('is refused as a message', async () => {
    const before = state();
    await fc.assert(
      fc.asyncProperty(junk, async (message) => {
        expect(await app.send(message)).toMatchObject({ ok: false, error: { kind: 'validation' } });
      }),
    );
    expect(state()).toEqual(before);
  });

  it('is refused as the name of a job', async () => {
    const input = { selection: { kind: 'ids', ids: [newId()] }, change: { kind: 'bin' } };
    for (const jobId of ['', 'x'.repeat(61), 7, null, {}]) {
      expect(await app.send({ procedure: 'customers.bulkEdit', input, jobId })).toMatchObject({
        error: { kind: 'validation', fields: [{ field: 'jobId' }] },
      });
    }
  });
});
