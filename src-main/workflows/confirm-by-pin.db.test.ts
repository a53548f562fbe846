import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../db/journal.ts';
import { users } from '../../db/schema/book.ts';
import { openTestBook, type TestBook } from '../../db/testing/open-test-book.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { hashSecret } from '../features/users/pin-hash.ts';
import { confirmedBy } from './confirm-by-pin.ts';

let test: TestBook;
beforeEach(() => {
  test = openTestBook();
});
afterEach(() => test.book.close());

async function givePin(id: Id, pin: string): Promise<void> {
  const pinHash = await hashSecret(pin);
  writeBatch(test.book, { source: 'system', userId: id, now: test.now }, (db) => db.update(users, id, { pinHash }));
}

const confirm = (typed: { readonly userId: Id; readonly pin: string | null; readonly currentUserId?: Id }) =>
  confirmedBy(test.book, { right: 'orders.approve', currentUserId: newId(), ...typed });

describe('confirmedBy', () => {
  it('asks nobody who has no PIN', async () => {
    expect(await confirm({ userId: test.ownerId, pin: null })).toEqual({
      ok: true,
      value: { id: test.ownerId, name: '王老板' },
    });
  });

  it('wants the PIN of the one who has one', async () => {
    await givePin(test.ownerId, '2468');
    expect(await confirm({ userId: test.ownerId, pin: '2468' })).toMatchObject({ ok: true });
    const wrong = { ok: false, error: { kind: 'conflict', reason: 'wrong_pin', otherId: test.ownerId } };
    expect(await confirm({ userId: test.ownerId, pin: '2469' })).toEqual(wrong);
    expect(await confirm({ userId: test.ownerId, pin: null })).toEqual(wrong);
    expect(await confirm({ userId: test.ownerId, pin: '' })).toEqual(wrong);
  });

  it('does not ask the one who sits here', async () => {
    await givePin(test.ownerId, '2468');
    expect(await confirm({ userId: test.ownerId, pin: null, currentUserId: test.ownerId })).toMatchObject({ ok: true });
  });

  it('lets nobody pass whose role may not, not even with the right PIN', async () => {
    const seller = test.aUser({ role: 'salesperson' });
    await givePin(seller, '1111');
    expect(await confirm({ userId: seller, pin: '1111', currentUserId: seller })).toEqual({
      ok: false,
      error: { kind: 'forbidden', right: 'orders.approve' },
    });
  });

  it('knows nobody who was never there, and nobody who left', async () => {
    expect(await confirm({ userId: newId(), pin: null })).toMatchObject({ error: { kind: 'not_found' } });
    const gone = test.aUser({ role: 'owner' });
    writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: test.now }, (db) =>
      db.update(users, gone, { deletedAt: test.now }),
    );
    expect(await confirm({ userId: gone, pin: null })).toMatchObject({ error: { reason: 'in_bin' } });
  });

  it('stops listening for a while after five wrong PINs, even typed at once, and even to the right one', async () => {
    await givePin(test.ownerId, '2468');
    const guesses = ['0000', '0001', '0002', '0003', '0004', '0005', '0006'];
    const outcomes = await Promise.all(guesses.map((pin) => confirm({ userId: test.ownerId, pin })));
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : 'reason' in outcome.error && outcome.error.reason))).toEqual([
      ...Array<string>(5).fill('wrong_pin'),
      ...Array<string>(2).fill('too_many_tries'),
    ]);
    expect(await confirm({ userId: test.ownerId, pin: '2468' })).toMatchObject({
      error: { reason: 'too_many_tries', otherId: test.ownerId, detail: '10' },
    });
  });
});
