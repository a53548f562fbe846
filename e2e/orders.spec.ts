import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey } from './journey.ts';

const wang = '杭州王记五金经营部';

/** A salesperson's order past the limit, agreed by the owner at the same PC; then paid by parts, taken back and voided. */
describe('a sales order', () => {
  let journey: Journey;
  const words = (...args: Parameters<Journey['words']>) => journey.words(...args);
  const typing = (text: string) => journey.page.keyboard.type(text);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await journey.page.keyboard.press(key);
  };
  const form = (): Locator => journey.page.getByRole('region', { name: words('order.form') });
  const sheet = (): Locator => journey.page.getByRole('dialog').filter({ hasText: words('order.agreement') });
  const begin = async (): Promise<void> => {
    await press('Control+Shift+O');
    await form().waitFor();
    await form()
      .getByRole('combobox', { name: words('money.customer') })
      .fill('hzwj');
    await journey.page.locator('.ant-select-item-option').filter({ hasText: wang }).click();
  };
  const cell = (column: 'title' | 'quantity' | 'price' | 'discount', no: number) =>
    form().getByLabel(words('order.cellOf', { column: words(`order.column.${column}`), no }));
  const saved = (part: string) => journey.page.getByText(part).first().waitFor();

  beforeAll(async () => {
    journey = await beginJourney({ clock: '2026-02-09T09:00:00+08:00' });
    await journey.call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    await journey.call('customers.create', { customer: aCustomerForm({ name: wang }) });
    await journey.call('products.create', { name: '不锈钢角阀', code: 'JF-12', unit: '只', unitPriceE4: 185_000 });
    await journey.call('terms.saveSettings', {
      salespersonLimits: { discountBp: 500, creditDays: 90, creditFen: 100_000_000 },
    });
    await journey.call('users.create', { name: '李销售', role: 'salesperson' });
  });
  afterAll(async () => {
    await journey.app.close();
  });

  it('gives the owner a PIN, with a recovery code shown once', async () => {
    const { page } = journey;
    await page
      .getByRole('button', { name: words('page.settings') })
      .first()
      .click();
    await page.getByRole('button', { name: words('settings.section.users'), exact: true }).click();
    await page.getByRole('button', { name: words('pin.setOf', { name: '老板' }) }).click();
    await page.getByLabel(words('pin.new'), { exact: true }).fill('2468');
    await page.getByLabel(words('pin.again')).fill('2468');
    await press('Enter', 'Enter');
    expect(await page.getByLabel(words('pin.code'), { exact: true }).textContent()).toMatch(/^(\w{4}-){3}\w{4}$/);
    await page.getByRole('button', { name: words('pin.codeWritten') }).click();
    await page.getByRole('button', { name: words('shell.switchUser', { name: '老板' }) }).click();
    await page.getByRole('menuitem', { name: /李销售/ }).click();
    await page.getByRole('button', { name: words('shell.switchUser', { name: '李销售' }) }).waitFor();
  });

  it('past the limit of the salesperson is agreed by the owner with the PIN, and says so afterwards', async () => {
    const { page } = journey;
    await begin();
    await cell('title', 1).click();
    await typing('jf');
    await page.locator('.ant-select-item-option-active').filter({ hasText: '不锈钢角阀' }).waitFor();
    await press('Enter');
    await expect.poll(() => cell('price', 1).inputValue()).toBe('18.50');
    await typing('50');
    await press('Enter', 'Enter', 'Enter');
    await typing('12');
    await form()
      .getByText(words('order.breach.discount.role', { is: '12%', limit: '5%' }))
      .waitFor();
    await press('Control+Enter');
    await page.getByLabel(words('order.approval.pin')).fill('1111');
    await page.getByLabel(words('order.approval.reason')).fill('老客户，下周先付一半');
    await press('Control+Enter');
    await page.getByText(words('error.conflict.wrong_pin')).waitFor();
    await journey.picture('order-approval');
    await page.getByLabel(words('order.approval.pin')).fill('2468');
    await press('Control+Enter');
    await saved(words('order.saved', { no: 'XS260209-01', name: wang, amount: '¥814.00' }));
    await page
      .getByRole('button', { name: words('order.open'), exact: true })
      .last()
      .click();
    await sheet().getByText('老客户，下周先付一半').waitFor();
    await journey.picture('order-sheet');
  });

  it('takes goods back, and is then voided with what remains', async () => {
    const { page } = journey;
    await sheet()
      .getByRole('button', { name: words('order.takeBack.title') })
      .click();
    await page.getByLabel(words('order.takeBack.quantityOf', { title: '不锈钢角阀' })).fill('10');
    await press('Control+Enter');
    await saved(words('order.takeBack.done', { no: 'XS260209-01', amount: '¥162.80' }));
    await sheet()
      .getByText(words('order.returned', { quantity: '10' }))
      .waitFor();
    await sheet().getByText('¥651.20').first().waitFor();
    await sheet()
      .getByRole('button', { name: words('order.void.title') })
      .click();
    await page.getByLabel(words('money.reason')).fill('开错了');
    await press('Control+Enter');
    await page
      .getByRole('dialog', { name: words('order.void.of', { no: 'XS260209-01' }) })
      .waitFor({ state: 'detached' });
    await sheet()
      .getByText(/开错了/)
      .waitFor();
    await press('Escape');
    await sheet().waitFor({ state: 'detached' });
  });

  it('is paid 30 % now and the rest monthly', async () => {
    const { page } = journey;
    await begin();
    await cell('title', 1).fill('安装');
    await cell('price', 1).fill('1000');
    await form().getByText(words('order.planKind.rule'), { exact: true }).click();
    await form().getByLabel(words('order.rule.count')).fill('3');
    await press('Control+Enter');
    await saved(words('order.saved', { no: 'XS260209-02', name: wang, amount: '¥1,000.00' }));
    await page
      .getByRole('button', { name: words('order.open'), exact: true })
      .last()
      .click();
    const parts = sheet().getByRole('region', { name: words('order.instalments') });
    await parts.waitFor();
    expect(await parts.getByRole('row').allTextContents()).toEqual([
      expect.stringContaining(words('order.part')),
      expect.stringMatching(/2026-02-09.*¥300\.00/),
      expect.stringMatching(/2026-03-09.*¥350\.00/),
      expect.stringMatching(/2026-04-09.*¥350\.00/),
    ]);
  });
});
