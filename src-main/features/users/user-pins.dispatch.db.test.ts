import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { createDispatch } from '../../ipc/dispatch.ts';
import { handlers } from '../../ipc/handlers.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { SeatLock } from './seat-lock.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const hasPin = async (id: Id) =>
  (await app.done('users', 'list', {})).users.find((user) => user.id === id)?.hasPin ?? null;
const pinHash = (id: Id) => app.book.sqlite.prepare('SELECT pin_hash FROM users WHERE id = ?').pluck().get(id);
const codeOf = async (id: Id, pin: string) => {
  const { recoveryCode } = await app.done('users', 'setPin', { id, pin });
  if (recoveryCode === null) throw new Error('no code was shown');
  return recoveryCode;
};

/** The app is closed and started again: what stands in memory is gone. */
function restarted() {
  const services = { ...app.services, seatLock: new SeatLock() };
  const dispatch = createDispatch({
    session: app.session,
    services,
    handlers,
    now: () => app.now,
    announce: () => undefined,
  });
  return (procedure: string, input: unknown = {}) => dispatch({ procedure, input }, { progress: () => undefined });
}

describe('users.setPin', () => {
  it('gives an owner the recovery code with the first PIN, and never again', async () => {
    expect(await codeOf(app.ownerId, '2468')).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await hasPin(app.ownerId)).toBe(true);
    const changed = await app.done('users', 'setPin', { id: app.ownerId, pin: '13579', currentPin: '2468' });
    expect(changed).toEqual({ recoveryCode: null });
  });

  it('wants the PIN one has before it changes it or takes it away', async () => {
    await codeOf(app.ownerId, '2468');
    const wrong = { kind: 'conflict', reason: 'wrong_pin', otherId: app.ownerId };
    expect(await app.refused('users', 'setPin', { id: app.ownerId, pin: '1111' })).toEqual(wrong);
    expect(await app.refused('users', 'setPin', { id: app.ownerId, pin: null, currentPin: '1111' })).toEqual(wrong);
    await app.done('users', 'setPin', { id: app.ownerId, pin: null, currentPin: '2468' });
    expect(await hasPin(app.ownerId)).toBe(false);
  });

  it('lets a salesperson set their own and nobody else’s', async () => {
    const seller = app.aUser({ role: 'salesperson' });
    await app.sitDown(seller);
    expect(await app.done('users', 'setPin', { id: seller, pin: '1234' })).toEqual({ recoveryCode: null });
    expect(await app.refused('users', 'setPin', { id: app.ownerId, pin: '1234', currentPin: '1234' })).toEqual({
      kind: 'forbidden',
      right: 'users.edit',
    });
  });

  it('lets an owner, with the own PIN, give a colleague a new one', async () => {
    const seller = app.aUser({ role: 'salesperson' });
    await codeOf(app.ownerId, '2468');
    expect(await app.refused('users', 'setPin', { id: seller, pin: '1234' })).toMatchObject({ otherId: app.ownerId });
    await app.done('users', 'setPin', { id: seller, pin: '1234', currentPin: '2468' });
    expect(await hasPin(seller)).toBe(true);
  });

  it.each(['123', '1234567890123', '12 34', 'abcd', '', '１２３４'])('takes no %j for a PIN', async (pin) => {
    expect(await app.refused('users', 'setPin', { id: app.ownerId, pin })).toEqual({
      kind: 'validation',
      fields: [{ field: 'pin', problem: 'invalid' }],
    });
  });

  it('knows nobody who was never there or who left', async () => {
    expect(await app.refused('users', 'setPin', { id: newId(), pin: '1234' })).toMatchObject({ kind: 'not_found' });
    const gone = app.inBin('users', app.aUser());
    expect(await app.refused('users', 'setPin', { id: gone, pin: '1234' })).toMatchObject({ reason: 'in_bin' });
  });
});

describe('an old PIN', () => {
  it('does not come back by Ctrl+Z, which takes back what was done before', async () => {
    const { batchId } = await app.done('users', 'create', { name: '李销售', role: 'salesperson' });
    await codeOf(app.ownerId, '2468');
    await app.done('users', 'setPin', { id: app.ownerId, pin: '1357', currentPin: '2468' });
    const last = await app.done('history', 'lastUndoable', {});
    expect(last.undo?.batchId).toBe(batchId);
  });

  it('is refused to who asks for it by name', async () => {
    await codeOf(app.ownerId, '2468');
    const { batches } = await app.done('history', 'recent', {});
    const [pins] = batches;
    if (!pins) throw new Error('no batch');
    expect(pins.isOfPins).toBe(true);
    expect(await app.refused('history', 'undo', { batchId: pins.batchId })).toEqual({
      kind: 'conflict',
      reason: 'batch_cannot_be_undone',
    });
  });

  it('stays away when the person it belonged to is taken back and made again', async () => {
    const { id, batchId } = await app.done('users', 'create', { name: '李销售', role: 'salesperson' });
    await app.done('users', 'setPin', { id, pin: '1111' });
    await app.done('users', 'setPin', { id, pin: null });
    if (batchId === null) throw new Error('no batch');
    const undone = await app.done('history', 'undo', { batchId });
    if (undone.batchId === null) throw new Error('nothing was undone');
    await app.done('history', 'undo', { batchId: undone.batchId });
    expect(pinHash(id)).toBeNull();
  });

  it('is shown by no history, not even as a hash', async () => {
    const seller = app.aUser({ name: '李销售' });
    const code = await codeOf(app.ownerId, '2468');
    await app.done('users', 'setPin', { id: seller, pin: '1111', currentPin: '2468' });
    await app.done('users', 'setPin', { id: seller, pin: '2222', currentPin: '2468' });
    await app.done('users', 'update', { id: seller, fields: { name: '李强' } });
    const shown = JSON.stringify([
      await app.done('users', 'list', {}),
      await app.done('history', 'recent', {}),
      await app.done('settings', 'get', {}),
    ]);
    expect(shown).not.toMatch(/scrypt|1111|2222/);
    expect(shown).not.toContain(code);
    expect(JSON.stringify(app.logged)).not.toContain('scrypt');
  });
});

describe('users.switchTo', () => {
  it('asks for the PIN of the one who sits down', async () => {
    const seller = app.aUser({ role: 'salesperson' });
    await codeOf(app.ownerId, '2468');
    await app.done('users', 'switchTo', { id: seller });
    expect(await app.refused('users', 'switchTo', { id: app.ownerId })).toMatchObject({ reason: 'wrong_pin' });
    expect(await app.refused('users', 'switchTo', { id: app.ownerId, pin: '1111' })).toMatchObject({
      reason: 'wrong_pin',
    });
    expect((await app.done('users', 'list', {})).currentId).toBe(seller);
    await app.done('users', 'switchTo', { id: app.ownerId, pin: '2468' });
    expect((await app.done('users', 'list', {})).currentId).toBe(app.ownerId);
  });
});

describe('the start of the app', () => {
  it('asks nothing of a book with one user, PIN or not', async () => {
    await codeOf(app.ownerId, '2468');
    expect(await restarted()('customers.count', {})).not.toMatchObject({ error: { reason: 'locked' } });
  });

  it('asks who sits there, when the one before has a PIN and others use the book', async () => {
    const seller = app.aUser({ role: 'salesperson' });
    await codeOf(app.ownerId, '2468');
    const call = restarted();
    expect(await call('users.list')).toMatchObject({ value: { isLocked: true, currentId: app.ownerId } });
    expect(await call('tags.list')).toEqual({
      ok: false,
      error: { kind: 'conflict', reason: 'locked', otherId: app.ownerId },
    });
    expect(await call('users.create', { name: '谁', role: 'owner' })).toMatchObject({ error: { reason: 'locked' } });
    expect(await call('users.switchTo', { id: app.ownerId, pin: '9999' })).toMatchObject({
      error: { reason: 'wrong_pin' },
    });
    expect(await call('tags.list')).toMatchObject({ ok: false });
    expect(await call('users.switchTo', { id: seller })).toMatchObject({ ok: true });
    expect(await call('users.list')).toMatchObject({ value: { isLocked: false, currentId: seller } });
    expect(await call('tags.list')).toMatchObject({ ok: true });
  });

  it('locks nobody out who sets a PIN while working', async () => {
    app.aUser({ role: 'salesperson' });
    await codeOf(app.ownerId, '2468');
    expect(await app.call('tags', 'list', {})).toMatchObject({ ok: true });
  });
});

describe('users.resetOwnerPin', () => {
  it('sets a new PIN by the code, however it was copied from paper, and shows the next code', async () => {
    const code = await codeOf(app.ownerId, '2468');
    const { recoveryCode } = await app.done('users', 'resetOwnerPin', {
      id: app.ownerId,
      code: ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `,
      newPin: '7777',
    });
    expect(recoveryCode).not.toBe(code);
    await app.done('users', 'switchTo', { id: app.ownerId, pin: '7777' });
    const used = { id: app.ownerId, code, newPin: '8888' };
    expect(await app.refused('users', 'resetOwnerPin', used)).toMatchObject({ reason: 'wrong_pin' });
    await app.done('users', 'resetOwnerPin', { ...used, code: recoveryCode });
  });

  it('is of no use for one who is no owner, or in a book without a code', async () => {
    const seller = app.aUser({ role: 'salesperson' });
    const input = { code: 'AAAA-AAAA-AAAA-AAAA', newPin: '1234' };
    expect(await app.refused('users', 'resetOwnerPin', { id: seller, ...input })).toMatchObject({ kind: 'forbidden' });
    expect(await app.refused('users', 'resetOwnerPin', { id: app.ownerId, ...input })).toMatchObject({
      reason: 'wrong_pin',
    });
    expect(pinHash(app.ownerId)).toBeNull();
  });
});

describe('users.newRecoveryCode', () => {
  it('makes the one before worthless, for who knows the PIN', async () => {
    const old = await codeOf(app.ownerId, '2468');
    expect(await app.refused('users', 'newRecoveryCode', {})).toMatchObject({ reason: 'wrong_pin' });
    const { recoveryCode } = await app.done('users', 'newRecoveryCode', { currentPin: '2468' });
    const reset = { id: app.ownerId, newPin: '1357' };
    expect(await app.refused('users', 'resetOwnerPin', { ...reset, code: old })).toMatchObject({ reason: 'wrong_pin' });
    expect(await app.call('users', 'resetOwnerPin', { ...reset, code: recoveryCode })).toMatchObject({ ok: true });
  });
});
