import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';

/** An order of one line for ¥1,000, agreed by the owner. */
function anOrder(customerId: string, issuedOn: string, userId: string) {
  return {
    customerId,
    issuedOn,
    credit: { kind: 'days', days: 0 },
    plan: { kind: 'once' },
    lines: [{ title: '货', unitPriceE4: 10_000_000, quantityE3: 1_000, costE4: 6_000_000 }],
    // What was ordered before stands unpaid.
    approval: { userId, reason: '老客户' },
  };
}

function idOf(created: unknown): string {
  const id: unknown = Object(created).id;
  if (typeof id !== 'string') throw new Error(`no id in ${JSON.stringify(created)}`);
  return id;
}

describe('客户阶梯', () => {
  const folder = new TestFolder();
  let journey: Journey;
  const words = (...args: Parameters<Journey['words']>) => journey.words(...args);
  const figure = (name: 'new' | 'lost') =>
    journey.page
      .getByRole('list', { name: words('ladder.figures') })
      .getByRole('button', { name: words(`ladder.figure.${name}`) });

  beforeAll(async () => {
    journey = await beginJourney({ userData: folder.file('data'), clock: '2026-09-17T09:00:00+08:00' });
    await journey.call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    const [owner] = Object(await journey.call('users.list', {})).users;
    const ownerId = idOf(owner);
    for (const [name, days] of [
      ['新来的', ['2026-05-01']],
      ['一直在的', ['2025-06-01', '2026-03-01']],
      ['走了的', ['2025-02-01']],
    ] as const) {
      const id = idOf(await journey.call('customers.create', { customer: aCustomerForm({ name }) }));
      for (const day of days) await journey.call('orders.create', anOrder(id, day, ownerId));
    }
    const menu = journey.page.getByRole('navigation', { name: words('shell.menu') });
    await menu.getByRole('button', { name: words('page.tiers'), exact: true }).click();
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('counts one new and one lost customer of the last twelve months, and draws the step they stand on', async () => {
    await figure('new').getByText('1', { exact: true }).waitFor();
    await figure('new').getByText('50%').waitFor();
    await figure('lost').getByText('1', { exact: true }).waitFor();
    await journey.page.locator('[role="img"] svg').getByText(words('tier.none')).first().waitFor();
    await journey.picture('ladder');
  });

  it('opens the customer behind the number', async () => {
    await figure('new').click();
    const list = journey.page.getByRole('dialog');
    await list.getByRole('button', { name: '新来的' }).waitFor();
    expect(await list.getByRole('row').count()).toBe(2);
    await list.getByRole('button', { name: '新来的' }).click();
    await journey.page
      .getByRole('complementary', { name: words('pane.label') })
      .getByText('新来的')
      .first()
      .waitFor();
  });
});
