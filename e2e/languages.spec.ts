import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySeededBook } from './books/seeded-book.ts';
import { beginJourney, type Journey, seenIn, TestFolder } from './journey.ts';
import { allWords, beyondTheirBox, faintTexts } from './screens/page-text.ts';
import { allKeys } from './screens/words.ts';

const sections = ['company', 'users', 'tiers', 'tags', 'look', 'backups', 'changes', 'about'] as const;

describe('language, look and keys', () => {
  const folder = new TestFolder();
  let journey: Journey;
  const english = () => seenIn('en', journey.page);

  beforeAll(async () => {
    copySeededBook(300, folder.file('book.keben'));
    journey = await beginJourney({ book: folder.file('book.keben') });
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  /** Goes through every page in this language and hands over what each shows. */
  async function everyPage(language: 'zh-CN' | 'en', look: (place: string) => Promise<void>): Promise<void> {
    const { shell } = seenIn(language, journey.page);
    await shell.goToToday();
    await shell.today.section('due').waitFor();
    await look('today');
    await shell.goTo('customers');
    await shell.customers.grid.cell(0, 'name').filter({ hasText: /\S/ }).click();
    for (const tab of ['overview', 'timeline', 'contacts', 'visits', 'history'] as const) {
      await shell.customers.pane.showTab(tab);
      await shell.customers.pane.tabBody(tab).waitFor();
      await look(`customers, ${tab}`);
    }
    await shell.command('command.newCustomer').click();
    await shell.newCustomer.form.waitFor();
    await look('new customer');
    await journey.page.keyboard.press('Escape');
    await shell.newCustomer.form.waitFor({ state: 'detached' });
    await shell.command('imports.label').click();
    await shell.imports.choose.waitFor();
    await look('import');
    for (const page of ['payments', 'tiers'] as const) {
      await shell.goTo(page);
      await look(page);
    }
    await shell.goTo('bin');
    await look('bin');
    await shell.goTo('settings');
    for (const section of sections) {
      await shell.settings.show(section);
      await look(`settings, ${section}`);
    }
  }

  it('changes the language without a restart and leaves no text behind', async () => {
    const { shell, words } = journey;
    await shell.goTo('settings');
    await shell.settings.show('look');
    await shell.settings.look('en').click();
    await english().shell.heading('settings').waitFor();
    expect(await journey.page.evaluate(() => document.documentElement.lang)).toBe('en');
    const keys = new Set(allKeys());
    await everyPage('en', async (place) => {
      const said = await allWords(journey.page);
      expect(
        said.filter((text) => keys.has(text.trim())),
        place,
      ).toEqual([]);
      await journey.picture(`english-${place.replace(', ', '-')}`);
    });
    const chrome = [english().shell.toolbar, english().shell.status, english().shell.heading('settings')];
    for (const part of chrome) expect(await part.textContent()).not.toMatch(/\p{Script=Han}/u);
    await english().shell.settings.show('look');
    await english().shell.settings.look('zh').click();
    await shell.heading('settings').waitFor();
    expect(await shell.command('command.newCustomer').textContent()).toContain(words('command.newCustomer'));
  });

  it('has room for the English words of the calendar and the tiers on a small screen', async () => {
    const { shell } = journey;
    await shell.goTo('settings');
    await shell.settings.show('look');
    await shell.settings.look('en').click();
    const inEnglish = english().shell;
    await inEnglish.heading('settings').waitFor();
    await inEnglish.settings.show('tiers');
    expect(await beyondTheirBox(inEnglish.settings.section('tiers'))).toEqual([]);
    await inEnglish.goToCalendar();
    for (const view of ['week', 'day', 'agenda', 'month'] as const) {
      await inEnglish.calendar.showView(view);
      expect(await beyondTheirBox(inEnglish.calendar.toolbar), view).toEqual([]);
    }
    await inEnglish.goTo('settings');
    await inEnglish.settings.show('look');
    await inEnglish.settings.look('zh').click();
    await shell.heading('settings').waitFor();
  });

  it.each(['light', 'dark'] as const)('can be read everywhere in the %s look', async (theme) => {
    const { shell } = journey;
    await shell.goTo('settings');
    await shell.settings.show('look');
    await shell.settings.look(theme).click();
    await expect.poll(() => journey.page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
    await everyPage('zh-CN', async (place) => {
      // Colours move for 150 ms after a change; what is faint then must not stay so.
      await expect
        .poll(() => faintTexts(journey.page, 4.5), { message: `${theme}, ${place}`, timeout: 3_000 })
        .toEqual([]);
      await journey.picture(`look-${theme}-${place.replace(', ', '-')}`);
    });
  });

  it('is used from end to end without a mouse', async () => {
    const { page, shell, words } = journey;
    await shell.goTo('customers');
    await shell.customers.grid.cell(3, 'name').filter({ hasText: /\S/ }).waitFor();
    const name = (await shell.customers.grid.cell(3, 'name').textContent()) ?? '';
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('combobox', { name: words('palette.hint') });
    await palette.fill(name);
    await page.getByRole('option', { name }).first().waitFor();
    await journey.picture('palette');
    await page.keyboard.press('Enter');
    await shell.customers.pane.heading(name).waitFor();

    await page.keyboard.press('Control+k');
    await palette.fill(words('command.goTo', { page: words('page.bin') }));
    await page.keyboard.press('Enter');
    await shell.heading('bin').waitFor();

    await page.keyboard.press('Control+n');
    await shell.newCustomer.form.waitFor();
    await page.keyboard.type('键盘五金');
    await page.keyboard.press('Enter');
    await page.keyboard.type('孙键');
    await page.keyboard.press('Control+s');
    await shell.newCustomer.form.waitFor({ state: 'detached' });
    await shell.customers.pane.heading('键盘五金').waitFor();

    await shell.customers.pane.showTab('overview');
    await shell.customers.pane.edit('shortName', null, '键盘');
    await page.keyboard.press('Control+f');
    await expect.poll(() => shell.search.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('jpwj');
    await shell.customers.customer('键盘五金').waitFor();
    await page.keyboard.press('Escape');
    expect(await shell.search.inputValue()).toBe('');
    await shell.customers.grid.cell(5, 'name').filter({ hasText: /\S/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => shell.customers.grid.focusedRow()).toBe(0);
    await page.keyboard.press('Shift+Space');
    await shell.customers.bulkBar.getByText(words('bulk.count', { count: 1, shown: '1' })).waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: words('shortcut.title') });
    await sheet.getByText(words('shortcut.pane.saveFollowUp')).waitFor();
    await journey.picture('shortcuts');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });

  it('showed nothing that the page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});
