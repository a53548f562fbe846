import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KebenBridge } from '../src-shared/ipc/bridge.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import { answerOpenDialogs, answerSaveDialogs } from './screens/system-dialogs.ts';

declare const keben: KebenBridge;

/** One customer in the sample book, noted, corrected and taken back; each step standing on the one before. */
describe('talks with a customer', () => {
  const folder = new TestFolder();
  const contract = folder.file('合同（终稿）.pdf');
  const program = folder.file('工具.exe');
  const saved = folder.file('另存.pdf');
  const said = '看了样品，要 200 套';
  let journey: Journey;

  beforeAll(async () => {
    writeFileSync(contract, '合同内容');
    writeFileSync(program, 'MZ');
    journey = await beginJourney({ clock: '2026-09-17T02:00:00.000Z' });
    const { page, shell, words } = journey;
    await page.evaluate(() => keben.call({ procedure: 'book.openSample', input: {} }));
    await page
      .getByRole('navigation')
      .getByRole('button', { name: words('page.customers') })
      .click();
    await shell.search.fill('王记');
    await shell.customers.waitForCount('filtered', 1);
    await shell.customers.open('杭州王记建材有限公司');
  });
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  const pane = () => journey.shell.customers.pane;
  const labelled = (label: string) => pane().region.getByLabel(label, { exact: true });

  it('notes everything by keyboard alone, in less than 20 seconds', async () => {
    const { page, shell, words } = journey;
    const { keyboard } = page;
    const begun = Date.now();
    await pane().followUpText.focus();
    await keyboard.type(said);
    await keyboard.press('Alt+m');
    await labelled(words('field.contactId')).waitFor();
    await keyboard.press('Tab');
    await keyboard.press('ArrowDown');
    const contact = pane().region.getByRole('combobox', { name: words('field.contactId') });
    // The list of names opens within a frame or two; no hand is quicker.
    await page.getByRole('option', { name: /王建国/ }).waitFor({ state: 'attached' });
    await keyboard.press('Enter');
    await expect.poll(() => contact.getAttribute('aria-expanded')).toBe('false');
    await keyboard.press('Tab');
    await keyboard.press('4');
    await pane()
      .region.getByRole('radio', { name: words('followUp.intent', { level: 4 }), checked: true })
      .waitFor();
    await keyboard.press('Tab');
    await keyboard.type('有意向');
    await keyboard.press('Escape');
    await labelled(words('followUp.nextTime')).focus();
    await keyboard.type('930');
    await keyboard.press('Tab');
    await keyboard.type('送样');
    await keyboard.press('Control+Enter');
    await shell.messages.getByText(/王记/).waitFor();
    expect(Date.now() - begun).toBeLessThan(20_000);
    await pane().showTab('timeline');
    const timeline = pane().tabBody('timeline');
    await timeline.getByText(said).waitFor();
    await timeline
      .getByText(words('followUp.intent', { level: 4 }))
      .first()
      .waitFor();
    expect(await timeline.textContent()).toContain('有意向');
    expect(await timeline.textContent()).toContain('09:30');
    expect(await timeline.textContent()).toContain('送样');
    await journey.picture('talks-1-noted');
  });

  it('puts a phrase in by its first sign', async () => {
    const { page, words } = journey;
    const [phrase = ''] = words('phrases.offered').split('\n');
    await pane().followUpText.focus();
    await page.keyboard.type(`/${phrase.slice(0, 2)}`);
    await pane().region.getByRole('option', { name: phrase }).waitFor();
    await page.keyboard.press('Enter');
    expect(await pane().followUpText.inputValue()).toBe(phrase);
    await pane().followUpText.fill('');
  });

  it('takes a file along with a talk, refuses a program, and opens a copy under its own name', async () => {
    const { app, page, shell, words } = journey;
    await app.evaluate(
      ({ dialog, shell: desktop }, paths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...paths] });
        desktop.openPath = async (path) => {
          Object.assign(globalThis, { openedFile: path });
          return '';
        };
      },
      [contract, program],
    );
    await pane()
      .region.getByRole('button', { name: words('attachment.add') })
      .first()
      .click();
    await shell.messages.getByText(words('attachment.refused.program', { name: '工具.exe', most: '' })).waitFor();
    await pane().region.getByText('合同（终稿）.pdf').waitFor();
    await pane().followUpText.fill('合同发来了');
    await page.keyboard.press('Control+Enter');
    await pane()
      .region.getByRole('button', { name: words('attachment.openOf', { name: '合同（终稿）.pdf' }) })
      .click();
    const opened = () => app.evaluate(() => String(Reflect.get(globalThis, 'openedFile')));
    await expect.poll(opened).toMatch(/合同（终稿）\.pdf$/);
    expect(readFileSync(await opened(), 'utf8')).toBe('合同内容');
    await journey.picture('talks-2-file');
  });

  it('lists the files of the customer, renames one, saves it elsewhere, and takes a deletion back', async () => {
    const { app, page, shell, words } = journey;
    await pane().showTab('attachments');
    const list = pane().tabBody('attachments');
    await list.getByRole('button', { name: words('attachment.renameOf', { name: '合同（终稿）.pdf' }) }).click();
    await list.getByLabel(words('field.fileName')).fill('框架合同.pdf');
    await page.keyboard.press('Enter');
    await shell.message(words('attachment.renamed', { name: '框架合同.pdf' })).waitFor();
    await answerSaveDialogs(app, saved);
    await list.getByRole('button', { name: words('attachment.saveAsOf', { name: '框架合同.pdf' }) }).click();
    await expect.poll(() => existsSync(saved)).toBe(true);
    expect(readFileSync(saved, 'utf8')).toBe('合同内容');
    await list.getByRole('button', { name: words('attachment.binOf', { name: '框架合同.pdf' }) }).click();
    await list.getByText(words('attachment.none')).waitFor();
    await shell.undoFromMessage(words('attachment.binned', { name: '框架合同.pdf' }));
    await list.getByText('框架合同.pdf').waitFor();
    await journey.picture('talks-3-attachments');
  });

  it('says in words when the folder of files was not moved along', async () => {
    const { app, shell, words } = journey;
    const book = join(app.userData, 'sample.keben');
    rmSync(`${book}.files`, { recursive: true });
    const name = '框架合同.pdf';
    await pane()
      .region.getByRole('button', { name: words('attachment.openOf', { name }) })
      .click();
    await shell.messages.getByText(words('error.conflict.file_gone', { detail: name })).waitFor();
  });

  it('corrects a talk where it stands, and takes a deletion back', async () => {
    const { page, shell, words } = journey;
    await pane().showTab('timeline');
    const timeline = pane().tabBody('timeline');
    const talk = timeline.getByRole('listitem').filter({ hasText: said });
    await talk.hover();
    await talk.getByRole('button', { name: words('followUp.edit') }).click();
    const editor = timeline.getByRole('group', { name: words('followUp.edit') });
    await editor.getByLabel(words('field.outcome'), { exact: true }).fill('已成交');
    await editor.getByRole('textbox', { name: words('followUp.text') }).focus();
    await page.keyboard.press('Control+Enter');
    await shell.message(words('followUp.changed')).waitFor();
    await talk.getByText(/已成交/).waitFor();
    await talk.hover();
    await talk.getByRole('button', { name: words('action.delete') }).click();
    await talk.waitFor({ state: 'detached' });
    await shell.undoFromMessage(words('followUp.binned'));
    await talk.waitFor();
    await journey.picture('talks-4-edited');
  });

  it('notes who came to the shop from the palette', async () => {
    const { page, words } = journey;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: words('palette.hint') }).fill(words('followUp.inbound.command'));
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: words('followUp.inbound.who') }).fill('博雅');
    await page.getByRole('option', { name: /博雅/ }).waitFor();
    await page.keyboard.press('Enter');
    await pane().region.getByRole('heading', { name: /博雅/ }).waitFor();
    const chip = pane().region.getByRole('radio', { name: words('channel.inbound_visit') });
    await expect.poll(() => chip.getAttribute('aria-checked')).toBe('true');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await journey.picture('talks-5-inbound');
  });

  it('showed nothing that the page must not do', async () => {
    await answerOpenDialogs(journey.app, null);
    expect(journey.app.watch.offences).toEqual([]);
  });
});
