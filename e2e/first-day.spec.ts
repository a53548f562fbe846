import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstSheet, writeFirstSheet } from './books/first-sheet.ts';
import { readExported } from './books/read-exported.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import { answerOpenDialogs, answerSaveDialogs } from './screens/system-dialogs.ts';

/** One day of a new owner, each step standing on the one before. */
describe('the first day', () => {
  const folder = new TestFolder();
  const file = folder.file('老客户 2026.xlsx');
  const exported = folder.file('客户清单.xlsx');
  const { wang, dexin, jiang, impossibleDay, li } = firstSheet.customers;
  let journey: Journey;

  beforeAll(async () => {
    await writeFirstSheet(file);
    journey = await beginJourney();
  });
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('begins with an empty book that offers three ways', async () => {
    const { page, words } = journey;
    await page.getByRole('heading', { name: words('firstRun.title') }).waitFor();
    expect(await page.getByRole('button', { name: words('firstRun.import') }).isEnabled()).toBe(true);
    expect(await page.getByRole('button', { name: words('firstRun.sampleButton') }).isEnabled()).toBe(true);
    await journey.picture('1-first-run');
  });

  it('finds the head of a real sheet and matches its columns', async () => {
    const { page, app, words, shell } = journey;
    await answerOpenDialogs(app, file);
    await page.getByRole('button', { name: words('firstRun.import') }).click();
    await shell.imports.step('columns').waitFor();
    for (const [header, field] of [
      ['客户名称', 'name'],
      ['联系人', 'contactName'],
      ['电话', 'contactPhone'],
      ['区县', 'district'],
      ['合作起始', 'sinceOn'],
      ['下次拜访', 'nextVisitOn'],
      ['备注', 'note'],
    ] as const) {
      expect(await shell.imports.column(header).textContent(), header).toContain(words(`imports.field.${field}`));
    }
    await journey.picture('2-import-columns');
  });

  it('says of every row what will happen and why', async () => {
    const { words, shell } = journey;
    const { imports } = shell;
    await imports.check();
    await imports.questions.getByRole('listitem').waitFor();
    await journey.picture('3-import-year-asked');
    const year = imports.questions.getByRole('spinbutton', { name: words('imports.ask.year') });
    await year.fill('2026');
    await year.press('Enter');
    await imports.questions.waitFor({ state: 'detached' });
    await imports.result('new', 4).waitFor();
    await imports.result('error', 1).waitFor();
    const reason = async (row: number) => (await imports.cell(row, 'reason')).textContent();
    expect(await reason(impossibleDay.row)).toContain(words('imports.reason.impossible_date'));
    expect(await reason(firstSheet.duplicate)).toContain(words('imports.check.sameAsRow', { row: dexin.row }));
    expect(await reason(firstSheet.repeatedHeader)).toContain(words('imports.reason.repeated_header'));
    expect(await reason(wang.row)).toContain(words('imports.reason.person_and_phone_split'));
    expect(await (await imports.cell(wang.row, 'contactMobile')).textContent()).toBe('138 0013 8000');
    expect(await (await imports.cell(wang.row, 'sinceOn')).textContent()).toBe('2026-03-05');
    await journey.picture('4-import-check');
  });

  it('lets a cell be mended where it stands', async () => {
    const { shell } = journey;
    await shell.imports.mend(impossibleDay.row, 'sinceOn', '2026.2.28');
    await shell.imports.result('new', 5).waitFor();
    await shell.imports.result('error', 0).waitFor();
    await journey.picture('5-import-mended');
  });

  it('brings all accepted rows in as one step', async () => {
    const { page, shell } = journey;
    await shell.imports.commit(5);
    await shell.imports.step('done').waitFor();
    expect(await shell.imports.outcome('createdOf.customers')).toBe('5');
    expect(await shell.imports.outcome('skipped')).toBe('2');
    expect(await shell.imports.outcome('inError')).toBe('0');
    await journey.picture('6-import-done');
    await shell.imports.button('imports.done.toCustomers').click();
    await shell.customers.waitForCount('total', 5);
    await shell.waitForCustomerCount(5);
    await page.evaluate(() => document.fonts.ready);
    await journey.picture('7-customers');
  });

  it('finds a customer by the initials of its name', async () => {
    const { shell } = journey;
    await shell.search.fill('hzwj');
    await shell.customers.waitForCount('filtered', 1);
    await shell.customers.open(wang.name);
    expect(await shell.customers.pane.region.textContent()).toContain('138 0013 8000');
    await journey.picture('8-pane');
  });

  it('edits a field where it stands', async () => {
    const { words, shell } = journey;
    const { pane } = shell.customers;
    await pane.showTab('overview');
    await pane.edit('district', '上城区', '拱墅区');
    await shell.message(words('pane.changed', { field: words('field.district') })).waitFor();
    await expect.poll(() => shell.customers.grid.cell(0, 'district').textContent()).toBe('拱墅区');
    await journey.picture('9-edited');
  });

  it('notes a call in one line with the next date by Ctrl+Enter', async () => {
    const { words, shell } = journey;
    const { pane } = shell.customers;
    await pane.writeFollowUp('要 200 套合页，下周送样', '2027-01-06');
    await shell.message(words('followUp.savedWithNext', { name: wang.name, next: '2027-01-06' })).waitFor();
    expect(await pane.followUpText.inputValue()).toBe('');
    await pane.showTab('timeline');
    await pane.tabBody('timeline').getByText('要 200 套合页，下周送样').waitFor();
    await journey.picture('10-follow-up');
  });

  it('changes the tier of several at once and takes it back from the message', async () => {
    const { words, shell } = journey;
    const { customers } = shell;
    await shell.search.fill('');
    await customers.waitForCount('total', 5);
    await customers.tickBox(wang.name).click();
    await customers.tickBox(dexin.name).click();
    await customers.bulk('tier', words('tier.named', { name: 'A' }));
    const done = words('bulk.done.tier', { count: 2 });
    await shell.message(done).waitFor();
    const tierTab = customers.tab(words('tier.named', { name: 'A' }));
    await expect.poll(() => tierTab.textContent()).toMatch(/2$/);
    await journey.picture('11-bulk');
    await shell.undoFromMessage(done);
    await shell.messages.getByRole('button', { name: words('action.redo') }).waitFor();
    await expect.poll(() => tierTab.textContent()).toMatch(/0$/);
  });

  it('sends out what is on screen, as another program reads it', async () => {
    const { app, words, shell } = journey;
    const { customers } = shell;
    await customers.bulkBar.getByRole('button', { name: words('bulk.clear') }).click();
    // Beside the pane the last columns would be out of sight, and a grid draws only what is seen.
    await customers.pane.close();
    await customers.toggleColumns('address', 'createdAt');
    await customers.head('name').click();
    await expect.poll(() => customers.head('name').getAttribute('aria-sort')).toBe('ascending');
    await answerSaveDialogs(app, exported);
    await shell.command('export.label').click();
    await customers.exporting.dialog.waitFor();
    await journey.picture('12-export');
    await customers.exporting.go();
    await shell.message(words('export.done', { count: 5, shown: '5' })).waitFor();

    const sheet = await readExported(exported);
    const heads = await customers.grid.heads();
    expect(sheet.heads).toEqual(heads);
    const column = (name: 'column.name' | 'column.phone' | 'column.nextVisitOn' | 'column.createdAt') =>
      sheet.rows.map((row) => row[heads.indexOf(words(name))]);
    const names = await customers.grid.texts('name');
    expect(column('column.name').slice(0, 5)).toEqual(names);
    expect([...names].sort()).toEqual([wang, dexin, jiang, impossibleDay, li].map(({ name }) => name).sort());
    const phoneOf = (name: string) => column('column.phone')[names.indexOf(name)];
    expect(phoneOf(wang.name)).toBe('13800138000');
    expect(phoneOf(li.name)).toBe(li.phone);
    const nextVisit = column('column.nextVisitOn')[names.indexOf(wang.name)];
    expect(nextVisit).toBeInstanceOf(Date);
    expect(column('column.createdAt')[0]).toBeInstanceOf(Date);
    expect(sheet.frozenRows).toBeGreaterThan(0);
  });

  it('showed nothing that the page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});
