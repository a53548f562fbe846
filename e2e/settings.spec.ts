import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySeededBook } from './books/seeded-book.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';

const owner = '王老板';

describe('settings, users, backups and the bin', () => {
  const folder = new TestFolder();
  let journey: Journey;
  let count = 0;

  beforeAll(async () => {
    copySeededBook(300, folder.file('book.keben'));
    journey = await beginJourney({ book: folder.file('book.keben') });
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('name the company, and the window says so at once', async () => {
    const { shell } = journey;
    await shell.goTo('settings');
    await shell.settings.show('company');
    await shell.settings.companyName().fill('德清华兴五金有限公司');
    await shell.settings.companyName().press('Enter');
    await shell.menu.getByText('德清华兴五金有限公司').waitFor();
    await journey.picture('settings-company');
  });

  it('add a bookkeeper, who sees everything, brings in money and edits no customer', async () => {
    const { page, shell, words } = journey;
    await shell.settings.show('users');
    await shell.settings.addUser('刘会计', 'bookkeeper');
    await shell.message(words('users.added', { name: '刘会计' })).waitFor();
    await journey.picture('settings-users');
    await shell.switchUser(owner, '刘会计');
    await shell.goTo('customers');
    await shell.command('command.newCustomer').waitFor({ state: 'detached' });
    expect(await shell.command('imports.label').count()).toBe(1);
    expect(await shell.command('export.label').count()).toBe(1);
    await shell.customers.grid.cell(0, 'name').filter({ hasText: /\S/ }).click();
    const { pane } = shell.customers;
    await pane.showTab('overview');
    await pane.tabBody('overview').getByText(words('field.address'), { exact: true }).waitFor();
    expect(await pane.tabBody('overview').getByRole('button').count()).toBe(0);
    for (const field of await pane.tabBody('overview').locator('input').all())
      expect(await field.isDisabled()).toBe(true);
    expect(await shell.messages.getByRole('button', { name: words('action.undo') }).count()).toBe(0);
    expect(await pane.followUpText.count()).toBe(0);
    await journey.picture('bookkeeper');
    await page.keyboard.press('Control+n');
    await shell.goTo('settings');
    expect(await shell.newCustomer.form.count()).toBe(0);
    await shell.settings.show('company');
    expect(await shell.settings.companyName().isEditable()).toBe(false);
    await shell.switchUser('刘会计', owner);
  });

  it('rename a tier, and the list wears the new name', async () => {
    const { shell, words } = journey;
    await shell.settings.show('tiers');
    const tiers = shell.settings.section('tiers');
    await tiers
      .getByRole('textbox', { name: words('tiers.name') })
      .first()
      .fill('钻');
    await tiers.getByText(words('tiers.unsaved')).waitFor();
    await journey.picture('settings-tiers');
    await tiers.getByRole('button', { name: words('tiers.save') }).click();
    await shell.message(words('tiers.saved')).waitFor();
    await shell.goTo('customers');
    await shell.customers.tab(words('tier.named', { name: '钻' })).waitFor();
  });

  it('bring the book of a backup back, and the one before it with the next', async () => {
    const { page, shell, words } = journey;
    const all = shell.customers.tab(words('tab.all'));
    // The number comes after the tab.
    await expect.poll(() => all.textContent()).toMatch(/\d/);
    count = Number((await all.textContent())?.replace(/\D/g, ''));
    await shell.goTo('settings');
    await shell.settings.show('backups');
    const backups = shell.settings.section('backups');
    await backups.getByRole('button', { name: words('backup.make') }).click();
    const made = shell.settings.backups().filter({ hasText: words('backup.reason.by_hand') });
    await made.filter({ hasText: words('backup.good') }).waitFor();
    await journey.picture('settings-backups');

    await page.keyboard.press('Control+n');
    await shell.newCustomer.field('field.customerName').fill('备份之后来的');
    await page.keyboard.press('Control+s');
    await shell.waitForCustomerCount(count + 1);

    await shell.goTo('settings');
    await made
      .getByRole('button', { name: words('backup.restore') })
      .last()
      .click();
    await shell.dialog.getByText(words('backup.restoreWords')).waitFor();
    await journey.picture('restore-question');
    await shell.dialog.getByRole('button', { name: words('backup.restoreNow') }).click();
    await shell.waitForCustomerCount(count);

    const putAside = shell.settings.backups().filter({ hasText: words('backup.reason.before_restore') });
    await putAside
      .getByRole('button', { name: words('backup.restore') })
      .last()
      .click();
    await shell.dialog.getByRole('button', { name: words('backup.restoreNow') }).click();
    await shell.waitForCustomerCount(count + 1);
  });

  it('keep what was moved to the bin until it is brought back', async () => {
    const { shell, words } = journey;
    await shell.goTo('customers');
    await shell.search.fill('备份之后来的');
    await shell.customers.tickBox('备份之后来的').click();
    await shell.customers.moveTickedToBin();
    await shell.message(words('bulk.done.bin', { count: 1 })).waitFor();
    await shell.waitForCustomerCount(count);
    await shell.goTo('bin');
    await shell.bin.search.fill('备份之后');
    await shell.bin.row('备份之后来的').waitFor();
    await journey.picture('bin');
    await shell.bin.restore('备份之后来的');
    await shell.waitForCustomerCount(count + 1);
  });

  it('showed nothing that the page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});

describe('the sample book', () => {
  it('opens beside the own one, takes changes, and leaves nothing behind', async () => {
    const journey = await beginJourney();
    const { page, shell, words } = journey;
    try {
      await page.getByRole('button', { name: words('firstRun.sampleButton') }).click();
      await page.getByText(words('sample.words')).waitFor();
      await shell.customers.grid.cell(0, 'name').filter({ hasText: /\S/ }).waitFor();
      await journey.picture('sample');
      await page.keyboard.press('Control+n');
      await shell.newCustomer.field('field.customerName').fill('只在示例里');
      await page.keyboard.press('Control+s');
      await shell.customers.pane.heading('只在示例里').waitFor();
      await page.getByRole('button', { name: words('sample.leave') }).click();
      await page.getByRole('heading', { name: words('firstRun.title') }).waitFor();
      await shell.waitForCustomerCount(0);
      expect(await page.getByText('只在示例里').count()).toBe(0);
      expect(journey.app.watch.offences).toEqual([]);
    } finally {
      await journey.app.close();
    }
  });
});
