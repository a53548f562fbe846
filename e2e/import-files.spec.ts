import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstSheet, writeFirstSheet } from './books/first-sheet.ts';
import { readExported } from './books/read-exported.ts';
import { refusedFiles, writeRefused } from './books/refused-files.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import { answerOpenDialogs, answerSaveDialogs } from './screens/system-dialogs.ts';

/** A file of words with places to fill: what it says between them. */
function fixedParts(text: string): string[] {
  return text.split('\u0000').filter((part) => part !== '');
}

describe('files that come in', () => {
  const folder = new TestFolder();
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney();
  });
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it.each(refusedFiles)('are refused in words: $name', async (file) => {
    const { app, shell, words } = journey;
    await answerOpenDialogs(app, writeRefused(folder, file));
    await shell.command('imports.label').click();
    await shell.imports.choose.click();
    const hole = { limit: '\u0000', what: '\u0000' };
    await shell.imports.refusal.filter({ hasText: words('imports.refused.title', { file: file.name }) }).waitFor();
    const said = (await shell.imports.refusal.textContent()) ?? '';
    for (const part of fixedParts(words(`imports.refused.${file.why}`, hole))) expect(said).toContain(part);
    await journey.picture(`refused-${file.why}`);
  });

  it('leave the app alive for the right one', async () => {
    const { app, shell } = journey;
    const file = folder.file('客户登记.xlsx');
    await writeFirstSheet(file);
    await answerOpenDialogs(app, file);
    await shell.imports.choose.click();
    await shell.imports.step('columns').waitFor();
    await shell.imports.check();
    await shell.imports.result('error', 1).waitFor();
    expect(await shell.imports.refusal.count()).toBe(0);
  });

  it('give back the rows that stay out, with the reason beside them', async () => {
    const { app, shell, words } = journey;
    const file = folder.file('问题行.xlsx');
    await answerSaveDialogs(app, file);
    await shell.imports.button('imports.check.saveProblems').click();
    await shell.messages.getByRole('button', { name: words('export.show') }).waitFor();
    const message = await shell.messages.boundingBox();
    const next = await shell.imports.commitButton(2).boundingBox();
    expect(message && next && message.y + message.height <= next.y, 'the message lies over the next button').toBe(true);
    const sheet = await readExported(file);
    expect(sheet.heads).toContain(words('imports.problems.header'));
    const reasonAt = sheet.heads.indexOf(words('imports.problems.header'));
    const line = sheet.rows.find((row) => row.includes(firstSheet.customers.impossibleDay.name));
    expect(String(line?.[reasonAt])).toContain(words('imports.reason.impossible_date'));
    expect(line).toContain(firstSheet.impossibleDay);
  });

  it('are taken back whole from the recent changes', async () => {
    const { shell, words } = journey;
    await shell.imports.commit(2);
    await shell.imports.step('done').waitFor();
    await shell.imports.button('imports.done.toCustomers').click();
    await shell.waitForCustomerCount(2);
    await shell.goTo('settings');
    await shell.settings.show('changes');
    const line = shell.settings.changes().filter({ hasText: words('changes.file', { name: '客户登记.xlsx' }) });
    await journey.picture('recent-changes');
    await line.getByRole('button', { name: words('action.undo') }).click();
    await line.getByText(words('changes.undone'), { exact: true }).waitFor();
    await shell.waitForCustomerCount(0);
  });

  it('showed nothing that the page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});
