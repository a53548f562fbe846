import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import { CustomerPane } from './screens/customer-pane.ts';

const wang = '杭州王记建材有限公司';
const yongli = '诸暨店口永利管件厂';

/** The owner changes how tiers are set, looks, applies, sees the move and takes it back; each step on the one before. */
describe('tiers by a method', () => {
  const folder = new TestFolder();
  let journey: Journey;
  let panel: Locator;
  const words = (...args: Parameters<Journey['words']>) => journey.words(...args);

  const sold = async (name: string, yuan: number): Promise<void> => {
    const made = await journey.call('customers.create', { customer: aCustomerForm({ name }) });
    if (typeof made !== 'object' || made === null || !('id' in made)) throw new Error('no customer');
    const line = { title: '304 不锈钢合页', unitPriceE4: yuan * 10_000, quantityE3: 1_000 };
    await journey.call('orders.create', {
      customerId: made.id,
      issuedOn: '2026-02-10',
      credit: { kind: 'days', days: 30 },
      plan: { kind: 'once' },
      lines: [line],
    });
  };
  const count = (step: string) => panel.locator(`[data-count="${step}"]`).textContent();
  const apply = async (): Promise<void> => {
    await panel.getByRole('button', { name: words('segmentation.apply', { count: 2, shown: '2' }) }).click();
    const question = journey.page.getByRole('dialog');
    await question.getByRole('button', { name: words('segmentation.applyOk'), exact: true }).click();
    await journey.page.getByText(words('segmentation.applied', { count: 2, shown: '2' })).waitFor();
  };

  beforeAll(async () => {
    journey = await beginJourney({ userData: folder.file('data'), clock: '2026-03-05T09:00:00+08:00' });
    await journey.call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    await sold(wang, 120_000);
    await sold(yongli, 31_880);
    panel = journey.page.getByRole('complementary', { name: words('segmentation.title') });
    const menu = journey.page.getByRole('navigation', { name: words('shell.menu') });
    await menu.getByRole('button', { name: words('page.tiers'), exact: true }).click();
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('shows who would get which tier, and why, before anything is written', async () => {
    await panel.getByText('12 个月销售 ¥120,000.00，达到 A 级的 ¥100,000').waitFor();
    await panel.getByText('12 个月销售 ¥31,880.00，达到 B 级的 ¥30,000').waitFor();
    expect(await count('first')).toBe('2');
    await journey.picture('tiers-preview');
  });

  it('works it out anew when a threshold is typed', async () => {
    const field = panel.getByRole('spinbutton', { name: words('segmentation.cutOf.thresholds', { tier: 'A' }) });
    await field.fill('200000');
    await panel.getByText('12 个月销售 ¥120,000.00，达到 B 级的 ¥30,000').waitFor();
    await field.fill('100000');
    await panel.getByText('12 个月销售 ¥120,000.00，达到 A 级的 ¥100,000').waitFor();
  });

  it('applies after one question, and nothing is left to move', async () => {
    await apply();
    await panel.getByRole('button', { name: words('segmentation.nothingMoves') }).waitFor();
    expect(await count('same')).toBe('2');
  });

  it('moves them again by another method, each with its reason', async () => {
    await panel.getByText(words('segmentation.kind.abc'), { exact: true }).click();
    await panel.getByText('前面的客户已占 79.0%，仍在 A 级的 80% 以内').waitFor();
    expect(await count('up')).toBe('1');
  });

  it('shows the move in the customer’s timeline and history', async () => {
    await panel.getByRole('button', { name: yongli, exact: true }).click();
    const pane = new CustomerPane(journey.page, journey.words);
    await pane.heading(yongli).waitFor();
    await pane.showTab('timeline');
    await pane.tabBody('timeline').getByText(/B 级/).first().waitFor();
    await pane.showTab('history');
    await pane.tabBody('history').getByText(/B/).first().waitFor();
    await journey.picture('tiers-customer');
    await pane.region.getByRole('button', { name: words('pane.close') }).click();
  });

  it('takes all of it back with one key', async () => {
    await panel.getByText(words('segmentation.kind.thresholds'), { exact: true }).click();
    await panel.getByRole('button', { name: words('segmentation.nothingMoves') }).waitFor();
    await journey.page.keyboard.press('Control+Z');
    await panel.getByRole('button', { name: words('segmentation.apply', { count: 2, shown: '2' }) }).waitFor();
    expect(await count('first')).toBe('2');
  });
});
