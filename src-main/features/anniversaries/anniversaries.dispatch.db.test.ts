import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const birthday = {
  contactId: null,
  kind: 'birthday',
  title: null,
  calendar: 'lunar',
  year: 1980,
  month: 8,
  day: 9,
  isLeapMonth: false,
} as const;
const listOf = async (customerId: ReturnType<TestApp['aCustomer']>) =>
  (await app.done('anniversaries', 'list', { customerId })).anniversaries;

describe('anniversaries.create', () => {
  it('keeps a contact’s lunar birthday with the customer', async () => {
    const customerId = app.aCustomer();
    const contactId = app.aContact({ customerId });
    const { id } = await app.done('anniversaries', 'create', { customerId, anniversary: { ...birthday, contactId } });
    expect(await listOf(customerId)).toEqual([{ ...birthday, id, customerId, contactId }]);
    expect(app.announced.at(-1)).toEqual(['anniversaries', 'customers', 'history']);
  });

  it('is taken back by undo', async () => {
    const customerId = app.aCustomer();
    const before = app.hash();
    const { batchId } = await app.done('anniversaries', 'create', { customerId, anniversary: birthday });
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(await listOf(customerId)).toEqual([]);
    expect(app.hash()).toBe(before);
  });

  it.each([
    ['lunar day 31', { day: 31 }, 'day', 'out_of_range'],
    ['31 April', { calendar: 'solar', month: 4, day: 31 }, 'day', 'out_of_range'],
    ['29 February of a plain year', { calendar: 'solar', year: 1981, month: 2, day: 29 }, 'day', 'out_of_range'],
    ['30 February', { calendar: 'solar', year: null, month: 2, day: 30 }, 'day', 'out_of_range'],
    ['a 13th month', { month: 13 }, 'month', 'out_of_range'],
    ['a leap month by the sun', { calendar: 'solar', isLeapMonth: true }, 'isLeapMonth', 'invalid'],
    ['the year 1066', { year: 1066 }, 'year', 'out_of_range'],
    ['another day without a name', { kind: 'other', title: ' ' }, 'title', 'required'],
  ] as const)('refuses %s', async (_, change, field, problem) => {
    const anniversary = { ...birthday, ...change };
    const refused = await app.refused('anniversaries', 'create', { customerId: app.aCustomer(), anniversary });
    expect(refused).toEqual({ kind: 'validation', fields: [{ field: `anniversary.${field}`, problem }] });
  });

  it.each([
    ['29 February without a year', { calendar: 'solar', year: null, month: 2, day: 29 }],
    ['29 February of a leap year', { calendar: 'solar', year: 1980, month: 2, day: 29 }],
    ['腊月三十', { month: 12, day: 30 }],
    ['闰四月初一', { month: 4, day: 1, isLeapMonth: true }],
  ] as const)('takes %s', async (_, change) => {
    const anniversary = { ...birthday, ...change };
    const { id } = await app.done('anniversaries', 'create', { customerId: app.aCustomer(), anniversary });
    expect(id).toBeDefined();
  });

  it('refuses an unknown customer, one in the bin, a contact of another customer and one in the bin', async () => {
    expect(await app.refused('anniversaries', 'create', { customerId: newId(), anniversary: birthday })).toMatchObject({
      kind: 'not_found',
      entity: 'customers',
    });
    const binned = app.inBin('customers', app.aCustomer());
    expect(await app.refused('anniversaries', 'create', { customerId: binned, anniversary: birthday })).toMatchObject({
      reason: 'in_bin',
    });
    const customerId = app.aCustomer();
    const withContact = (contactId: ReturnType<TestApp['aContact']>) =>
      app.refused('anniversaries', 'create', { customerId, anniversary: { ...birthday, contactId } });
    expect(await withContact(app.aContact())).toEqual({
      kind: 'validation',
      fields: [{ field: 'anniversary.contactId', problem: 'unknown_choice' }],
    });
    expect(await withContact(app.inBin('contacts', app.aContact({ customerId })))).toMatchObject({ reason: 'in_bin' });
  });

  it('is not for a salesperson on the customer of another', async () => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    await app.sitDown(app.aUser());
    expect(await app.refused('anniversaries', 'create', { customerId, anniversary: birthday })).toEqual({
      kind: 'forbidden',
      right: 'customers.edit',
    });
  });
});

describe('anniversaries.update', () => {
  it('turns a lunar day into a solar one, and history names what changed', async () => {
    const customerId = app.aCustomer();
    const { id } = await app.done('anniversaries', 'create', { customerId, anniversary: birthday });
    const solar = { ...birthday, calendar: 'solar', month: 9, day: 19 } as const;
    await app.done('anniversaries', 'update', { id, anniversary: solar });
    expect(await listOf(customerId)).toMatchObject([solar]);
    const { entries } = await app.done('history', 'ofCustomer', { customerId });
    expect(entries[0]).toMatchObject({ entity: 'anniversaries', action: 'update' });
    expect(entries[0]?.changes.map(({ field }) => field).sort()).toEqual(['calendar', 'day', 'month']);
  });

  it('refuses an unknown one, one in the bin, and one whose contact is in the bin', async () => {
    expect(await app.refused('anniversaries', 'update', { id: newId(), anniversary: birthday })).toMatchObject({
      kind: 'not_found',
      entity: 'anniversaries',
    });
    const binned = app.inBin('anniversaries', app.anAnniversary());
    expect(await app.refused('anniversaries', 'update', { id: binned, anniversary: birthday })).toMatchObject({
      reason: 'in_bin',
      otherId: binned,
    });
    const customerId = app.aCustomer();
    const contactId = app.aContact({ customerId });
    const hidden = app.anAnniversary({ customerId, contactId });
    app.inBin('contacts', contactId);
    expect(await app.refused('anniversaries', 'update', { id: hidden, anniversary: birthday })).toMatchObject({
      reason: 'in_bin',
      otherId: contactId,
    });
  });
});

describe('anniversaries.moveToBin', () => {
  it('takes it out of the list, and undo brings it back', async () => {
    const customerId = app.aCustomer();
    const { id } = await app.done('anniversaries', 'create', { customerId, anniversary: birthday });
    const { batchId } = await app.done('anniversaries', 'moveToBin', { id });
    if (batchId === null) throw new Error('nothing was written');
    expect(await listOf(customerId)).toEqual([]);
    await app.done('history', 'undo', { batchId });
    expect((await listOf(customerId)).map((each) => each.id)).toEqual([id]);
  });

  it('refuses one that is there already', async () => {
    const id = app.inBin('anniversaries', app.anAnniversary());
    expect(await app.refused('anniversaries', 'moveToBin', { id })).toMatchObject({ reason: 'in_bin' });
  });
});
