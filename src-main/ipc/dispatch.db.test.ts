import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src-shared/core/id.ts';
import { err, ok } from '../../src-shared/core/result.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import { BookSession } from '../features/book/book-session.ts';
import { createDispatch } from './dispatch.ts';
import { handlers } from './handlers.ts';
import type { Handlers } from './handlers-of.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const window = { progress: () => {} };

/** The same dispatch with some handlers of the area `tags` replaced. */
function dispatchWith(tags: Partial<Handlers['tags']>, announced: (readonly Topic[])[] = []) {
  return createDispatch({
    session: app.session,
    services: app.services,
    handlers: { ...handlers, tags: { ...handlers.tags, ...tags } },
    now: () => app.now,
    announce: (topics) => void announced.push(topics),
  });
}

const list = { procedure: 'tags.list', input: {} };

describe('dispatch', () => {
  it('answers a bug with the reference under which it was logged, and goes on', async () => {
    const broken = dispatchWith({
      list: () => {
        throw new Error('boom');
      },
    });
    expect(await broken(list, window)).toEqual({ ok: false, error: { kind: 'internal', logRef: 'log-1' } });
    expect(app.logged).toMatchObject([{ where: 'tags.list', cause: { message: 'boom' } }]);
    expect((await broken({ procedure: 'tiers.list', input: {} }, window)).ok).toBe(true);
  });

  it('answers a rejected promise as it does a throw', async () => {
    const broken = dispatchWith({ list: () => Promise.reject(new Error('boom')) });
    expect(await broken(list, window)).toMatchObject({ error: { kind: 'internal' } });
  });

  it('says what is wrong with the disk instead of calling it a bug', async () => {
    const full = dispatchWith({
      list: () => {
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      },
    });
    expect(await full(list, window)).toMatchObject({ error: { kind: 'storage', reason: 'disk_full' } });
  });

  it('announces after success what the contract and the handler name, each topic once', async () => {
    const announced: (readonly Topic[])[] = [];
    const dispatch = dispatchWith(
      {
        create: (context) => {
          context.announce(['customers', 'tags']);
          return ok({ id: newId(), batchId: null });
        },
      },
      announced,
    );
    await dispatch({ procedure: 'tags.create', input: { name: 'A' } }, window);
    expect(announced).toEqual([['tags', 'history', 'customers']]);
  });

  it('announces nothing when the handler refuses or fails', async () => {
    const announced: (readonly Topic[])[] = [];
    const dispatch = dispatchWith(
      {
        create: () => err({ kind: 'conflict', reason: 'name_taken' }),
        rename: () => {
          throw new Error('boom');
        },
      },
      announced,
    );
    await dispatch({ procedure: 'tags.create', input: { name: 'A' } }, window);
    await dispatch({ procedure: 'tags.rename', input: { id: newId(), name: 'A' } }, window);
    expect(announced).toEqual([]);
  });

  it('gives a handler the day in the book’s zone', async () => {
    let today = '';
    const dispatch = dispatchWith({
      list: (context) => {
        today = context.today();
        return ok({ tags: [] });
      },
    });
    await dispatch(list, window);
    expect(today).toBe('2026-03-05');
  });

  it('rolls a write back when the work answers with an error after it', async () => {
    const before = app.hash();
    const { customers } = await import('../../db/schema/customers.ts');
    const outcome = await app.session.write({ source: 'edit', userId: app.ownerId, now: app.now }, (db) => {
      db.insert(customers, { id: newId(), name: '半个客户' });
      return err({ kind: 'conflict', reason: 'name_taken' });
    });
    expect(outcome.ok).toBe(false);
    expect(app.hash()).toBe(before);
  });
});

describe('dispatch while no book is open', () => {
  const closed = (session: BookSession) =>
    createDispatch({ session, services: app.services, handlers, now: () => app.now, announce: () => {} });

  it('answers with what is wrong with the book', async () => {
    const session = new BookSession();
    await session.switchTo('/nowhere/客本.keben', () => err({ kind: 'storage', reason: 'damaged' }));
    const dispatch = closed(session);
    for (const procedure of ['tags.list', 'settings.get', 'users.list']) {
      expect(await dispatch({ procedure, input: {} }, window)).toEqual({
        ok: false,
        error: { kind: 'storage', reason: 'damaged' },
      });
    }
  });

  it('still speaks the user’s language, lists backups and says what the matter is', async () => {
    const session = new BookSession();
    await session.switchTo('/nowhere/客本.keben', () => err({ kind: 'storage', reason: 'newer_version' }));
    const dispatch = closed(session);
    expect(await dispatch({ procedure: 'book.status', input: {} }, window)).toMatchObject({
      ok: true,
      value: { state: 'problem', reason: 'newer_version' },
    });
    for (const procedure of ['workspace.get', 'backups.list', 'book.about']) {
      expect(await dispatch({ procedure, input: {} }, window)).toMatchObject({ ok: true });
    }
  });
});

describe('dispatch of a job', () => {
  it('refuses a second job of the same name while the first runs', async () => {
    const ids = Array.from({ length: 60 }, () => app.aCustomer());
    const message = {
      procedure: 'customers.bulkEdit',
      input: { selection: { kind: 'ids', ids }, change: { kind: 'tier', tierId: app.tierIds.A } },
      jobId: 'bulk-1',
    };
    const [first, second] = await Promise.all([app.send(message), app.send(message)]);
    expect(first).toMatchObject({ ok: true, value: { changed: 60 } });
    expect(second).toEqual({ ok: false, error: { kind: 'conflict', reason: 'job_running' } });
  });

  it('tells the window how far it is, under the name that the window gave', async () => {
    const ids = Array.from({ length: 60 }, () => app.aCustomer());
    const input = { selection: { kind: 'ids', ids }, change: { kind: 'tier', tierId: app.tierIds.A } };
    await app.send({ procedure: 'customers.bulkEdit', input, jobId: 'bulk-1' });
    expect(app.progress.map(({ jobId }) => jobId)).toContain('bulk-1');
    expect(app.progress.at(0)).toMatchObject({ stage: 'waiting' });
  });

  it('changes nothing when it is cancelled before it writes', async () => {
    const ids = Array.from({ length: 60 }, () => app.aCustomer());
    const before = app.hash();
    const input = { selection: { kind: 'ids', ids }, change: { kind: 'tier', tierId: app.tierIds.A } };
    const running = app.send({ procedure: 'customers.bulkEdit', input, jobId: 'bulk-1' });
    expect(await app.done('jobs', 'cancel', { jobId: 'bulk-1' })).toEqual({ wasRunning: true });
    expect(await running).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(app.hash()).toBe(before);
    expect(await app.done('jobs', 'cancel', { jobId: 'bulk-1' })).toEqual({ wasRunning: false });
  });
});
