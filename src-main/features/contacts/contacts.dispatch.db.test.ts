import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src-shared/core/id.ts';
import { aContactForm } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const primaryOf = (customerId: string) =>
  app.book.sqlite.prepare('SELECT primary_contact_id FROM customers WHERE id = ?').pluck().get(customerId);
const add = async (customerId: string, name: string, isPrimary = false) =>
  (await app.done('contacts', 'create', { customerId, contact: aContactForm({ name }), isPrimary })).id;
const row = (id: string) => app.book.sqlite.prepare('SELECT * FROM contacts WHERE id = ?').get(id);

describe('contacts.create', () => {
  it('makes the first contact the primary one, and later ones only when asked to', async () => {
    const customer = app.aCustomer();
    const first = await add(customer, '张三');
    expect(primaryOf(customer)).toBe(first);
    await add(customer, '李四');
    expect(primaryOf(customer)).toBe(first);
    const third = await add(customer, '王五', true);
    expect(primaryOf(customer)).toBe(third);
  });

  it('takes a name that came with a NUL before it, which the file would take for empty', async () => {
    expect(row(await add(app.aCustomer(), '\u0000张三'))).toMatchObject({ name: '张三' });
  });

  it('writes contact and primary mark as one batch', async () => {
    const customerId = app.aCustomer();
    const { batchId } = await app.done('contacts', 'create', { customerId, contact: aContactForm() });
    const entries = app.book.sqlite.prepare('SELECT entity FROM journal WHERE batch_id = ?').pluck().all(batchId);
    expect(entries).toEqual(['contacts', 'customers']);
  });

  it('refuses an unknown customer, one in the bin, and a contact without a name', async () => {
    const contact = aContactForm();
    expect(await app.refused('contacts', 'create', { customerId: newId(), contact })).toMatchObject({
      kind: 'not_found',
      entity: 'customers',
    });
    const customerId = app.inBin('customers', app.aCustomer());
    expect(await app.refused('contacts', 'create', { customerId, contact })).toMatchObject({ reason: 'in_bin' });
    expect(
      await app.refused('contacts', 'create', { customerId: app.aCustomer(), contact: aContactForm({ name: '' }) }),
    ).toEqual({ kind: 'validation', fields: [{ field: 'contact.name', problem: 'required' }] });
  });

  it('is not for a salesperson on the customer of another', async () => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    await app.sitDown(app.aUser());
    expect(await app.refused('contacts', 'create', { customerId, contact: aContactForm() })).toEqual({
      kind: 'forbidden',
      right: 'customers.edit',
    });
  });
});

describe('contacts.update', () => {
  it('changes only what is given', async () => {
    const id = app.aContact({ name: '张三', title: '经理', isDecisionMaker: true });
    await app.done('contacts', 'update', { id, fields: { mobile: '13800138000' } });
    expect(row(id)).toMatchObject({ name: '张三', title: '经理', mobile: '13800138000', is_decision_maker: 1 });
  });

  it('makes a contact the primary one', async () => {
    const customer = app.aCustomer();
    await add(customer, '张三');
    const second = await add(customer, '李四');
    await app.done('contacts', 'update', { id: second, fields: {}, isPrimary: true });
    expect(primaryOf(customer)).toBe(second);
  });

  it('refuses an unknown contact, one in the bin, and one of a customer in the bin', async () => {
    expect(await app.refused('contacts', 'update', { id: newId(), fields: {} })).toMatchObject({
      kind: 'not_found',
      entity: 'contacts',
    });
    const binned = app.inBin('contacts', app.aContact());
    expect(await app.refused('contacts', 'update', { id: binned, fields: {} })).toMatchObject({
      reason: 'in_bin',
      otherId: binned,
    });
    const customerId = app.inBin('customers', app.aCustomer());
    const hidden = app.aContact({ customerId });
    expect(await app.refused('contacts', 'update', { id: hidden, fields: {} })).toMatchObject({
      reason: 'in_bin',
      otherId: customerId,
    });
  });
});

describe('contacts.moveToBin', () => {
  it('makes the contact entered earliest among the others the primary one, then nobody', async () => {
    const customer = app.aCustomer();
    const [first, second, third] = [
      await add(customer, '张三'),
      await add(customer, '李四'),
      await add(customer, '王五', true),
    ];
    await app.done('contacts', 'moveToBin', { id: third });
    expect(primaryOf(customer)).toBe(first);
    await app.done('contacts', 'moveToBin', { id: second });
    expect(primaryOf(customer)).toBe(first);
    await app.done('contacts', 'moveToBin', { id: first });
    expect(primaryOf(customer)).toBeNull();
  });

  it('is taken back whole by undo', async () => {
    const customer = app.aCustomer();
    const first = await add(customer, '张三');
    await add(customer, '李四');
    const before = app.hash();
    const { batchId } = await app.done('contacts', 'moveToBin', { id: first });
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(app.hash()).toBe(before);
    expect(primaryOf(customer)).toBe(first);
  });
});
