import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import type { Contract } from '../src-shared/ipc/contract.ts';
import type { OutputOfProcedure } from '../src-shared/ipc/procedure.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import { answerSaveDialogs } from './screens/system-dialogs.ts';

type VisitsBetween = OutputOfProcedure<Contract['visits']['between']>;

/** A salesperson's fortnight, planned, done and planned on without leaving the calendar. */
describe('the calendar', () => {
  const name = '杭州王记五金经营部';
  const weekly = '宁波东方紧固件厂';
  let journey: Journey;

  const call = (procedure: string, input: unknown): Promise<unknown> => journey.call(procedure, input);
  /** The days on which the customer of the series is still to be visited. */
  const openDays = async (): Promise<readonly string[]> => {
    // Safe: the answer of that query.
    const { entries } = (await call('visits.between', { from: '2026-10-01', to: '2026-11-30' })) as VisitsBetween;
    const theirs = entries.filter((entry) => entry.name === weekly && entry.plan.status === 'planned');
    return theirs.map(({ plan }) => plan.plannedOn).sort();
  };

  beforeAll(async () => {
    journey = await beginJourney({ clock: '2026-09-17T01:30:00.000Z' });
    await call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    await call('customers.create', { customer: aCustomerForm({ name, district: '上城区' }) });
    await journey.shell.goToCalendar();
  });
  afterAll(async () => {
    await journey.app.close();
  });

  it('shows the month of today with its holidays, make-up workdays and the moon', async () => {
    const { shell, words } = journey;
    const { calendar } = shell;
    expect(await calendar.day('2026-09-17').getAttribute('aria-current')).toBe('date');
    expect(await calendar.day('2026-09-25').textContent()).toContain(words('calendar.badge.off'));
    expect(await calendar.day('2026-09-20').textContent()).toContain(words('calendar.badge.worked'));
    expect(await calendar.day('2026-09-25').textContent()).toContain(words('festival.mid_autumn'));
  });

  it('plans a visit by clicking a day and finding the customer', async () => {
    const { shell, words } = journey;
    const { calendar } = shell;
    await calendar.plan('2026-09-16', 'hzwj', name);
    await calendar.visit('2026-09-16', name).waitFor();
    expect(await calendar.visit('2026-09-16', name).textContent()).toContain(words('day.overdueShort', { count: 1 }));
    await journey.picture('calendar-planned');
  });

  it('moves it by dragging, and takes that back from the message', async () => {
    const { shell, words } = journey;
    const { calendar } = shell;
    await calendar.drag(calendar.visit('2026-09-16', name), '2026-09-18');
    await calendar.visit('2026-09-18', name).waitFor();
    const said = words('visit.moved', { day: '09-18' }).split('09-18')[0] ?? '';
    await shell.undoFromMessage(said);
    await calendar.visit('2026-09-16', name).waitFor();
    expect(await calendar.visits('2026-09-18').count()).toBe(0);
    await calendar.drag(calendar.visit('2026-09-16', name), '2026-09-17');
    await calendar.visit('2026-09-17', name).waitFor();
  });

  it('completes it with one line, and the next visit stands on a workday of the cadence', async () => {
    const { shell, words } = journey;
    const { calendar } = shell;
    await calendar.open('2026-09-17', name);
    await journey.picture('calendar-card');
    await calendar.complete('要 200 套合页，下周送样');
    await expect.poll(() => calendar.visit('2026-09-17', name).textContent()).toContain(words('visit.status.done'));
    // 30 days without a tier: 17 October, a Saturday; the next workday is Monday.
    await journey.page.keyboard.press('a');
    await journey.page.getByRole('button', { name: words('calendar.later.agenda') }).click();
    await calendar.region.getByText(name).waitFor();
    await journey.page.keyboard.press('m');
    await calendar.visit('2026-10-19', name).waitFor();
    await journey.picture('calendar-next');
  });

  it('moves a visit without a mouse', async () => {
    const { page, shell, words } = journey;
    const { calendar } = shell;
    await calendar.region.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-date'))).toBe('2026-10-12');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('F2');
    const day = calendar.card.getByRole('textbox', { name: words('visit.day') });
    await day.fill('2026-10-20');
    await day.press('Enter');
    await day.press('Control+s');
    await calendar.visit('2026-10-20', name).waitFor();
    expect(await calendar.visits('2026-10-19').count()).toBe(0);
  });

  it('moves one visit of a series, then another with all that follow it, in one undo', async () => {
    const { shell, words } = journey;
    const { calendar } = shell;
    await call('customers.create', { customer: aCustomerForm({ name: weekly }) });
    await calendar.plan('2026-10-13', 'nbdf', weekly, '2026-11-03');
    await expect.poll(openDays).toEqual(['2026-10-13', '2026-10-20', '2026-10-27', '2026-11-03']);
    await calendar.moveByCard('2026-10-13', weekly, '2026-10-14', 'one');
    await expect.poll(openDays).toEqual(['2026-10-14', '2026-10-20', '2026-10-27', '2026-11-03']);
    await calendar.moveByCard('2026-10-20', weekly, '2026-10-22', 'following');
    await expect.poll(openDays).toEqual(['2026-10-14', '2026-10-22', '2026-10-29', '2026-11-05']);
    await calendar.visit('2026-10-29', weekly).waitFor();
    await journey.picture('calendar-series');
    await shell.undoFromMessage(words('visit.changedMany', { said: '', count: 3 }));
    await expect.poll(openDays).toEqual(['2026-10-14', '2026-10-20', '2026-10-27', '2026-11-03']);
    await calendar.visit('2026-10-27', weekly).waitFor();
    expect(await calendar.visit('2026-10-29', weekly).count()).toBe(0);
  });

  it('cancels one visit of a series, then another with all that follow it', async () => {
    const { shell, words } = journey;
    const { calendar } = shell;
    await calendar.cancelByCard('2026-10-14', weekly, '客户出差', 'one');
    await expect.poll(openDays).toEqual(['2026-10-20', '2026-10-27', '2026-11-03']);
    await calendar.cancelByCard('2026-10-27', weekly, '改为每月一次', 'following');
    await shell.message(words('visit.cancelledMany', { count: 2 })).waitFor();
    await expect.poll(openDays).toEqual(['2026-10-20']);
  });

  it('showed nothing that the page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});

/** A firm with two dozen visits a day: what does not fit its cell, what is dragged where, and what is not one's own. */
describe('a full calendar', () => {
  const many = 24;
  const fullDay = '2026-09-18';
  const nameOf = (index: number) => `华${String(index + 1).padStart(2, '0')}五金店`;
  const waiting = '未排建材行';
  const others = '老板的客户';
  let journey: Journey;
  let folder: TestFolder;
  let sellerId: string;

  const made = async (procedure: string, input: unknown): Promise<string> => {
    const answer = await journey.call(procedure, input);
    const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : null;
    if (typeof id !== 'string') throw new Error(`${procedure} gave no id`);
    return id;
  };
  const plansOf = async (on: string): Promise<string> =>
    JSON.stringify(await journey.call('visits.between', { from: on, to: on }));

  beforeAll(async () => {
    folder = new TestFolder();
    journey = await beginJourney({ clock: '2026-09-17T01:30:00.000Z', size: { width: 1366, height: 768 } });
    await journey.call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    sellerId = await made('users.create', { name: '李娜', role: 'salesperson' });
    for (let index = 0; index < many; index += 1) {
      const customerId = await made('customers.create', {
        customer: aCustomerForm({ name: nameOf(index), district: '上城区' }),
      });
      await journey.call('visits.plan', { customerId, plannedOn: fullDay });
    }
    await made('customers.create', { customer: aCustomerForm({ name: waiting, district: '萧山区', cadenceDays: 1 }) });
    await journey.shell.goToCalendar();
  });
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('says how many more a day has, opens all of them, and drags one out to another day', async () => {
    const { calendar } = journey.shell;
    await calendar.more(fullDay).click();
    const panel = calendar.openDay(fullDay);
    expect(await panel.locator('[data-chip]').count()).toBe(many);
    await journey.picture('calendar-full-day');
    await calendar.drag(panel.locator('[data-chip]').filter({ hasText: nameOf(20) }), '2026-09-22');
    await calendar.visit('2026-09-22', nameOf(20)).waitFor();
    expect(await plansOf('2026-09-22')).toContain(nameOf(20));
    await expect.poll(() => calendar.openDay(fullDay).locator('[data-chip]').count()).toBe(many - 1);
    await journey.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('goes through all of a full day without a mouse', async () => {
    const { page, shell } = journey;
    const { calendar } = shell;
    await calendar.more(fullDay).focus();
    await page.keyboard.press('Enter');
    const panel = calendar.openDay(fullDay);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await expect.poll(focused).toContain(nameOf(0));
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain(nameOf(12));
    await page.keyboard.press('Enter');
    await calendar.card.getByText(nameOf(12)).waitFor();
    await page.keyboard.press('Escape');
    await calendar.card.waitFor({ state: 'detached' });
    await panel.locator('[data-chip]').first().focus();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-date'))).toBe(fullDay);
  });

  it('puts a visit back where it was, and says why, when it was settled while it hung on the mouse', async () => {
    const { page, shell } = journey;
    const { calendar } = shell;
    const visit = calendar.visit('2026-09-22', nameOf(20));
    await expect.poll(() => visit.getAttribute('data-chip')).toMatch(/^visit:/);
    const shown = await visit.getAttribute('data-chip');
    await calendar.pickUp(visit, '2026-09-23');
    await journey.call('visits.cancel', { id: shown?.replace('visit:', ''), reason: '改电话联系' });
    await page.mouse.up();
    await shell.messages.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
    await expect.poll(() => calendar.visits('2026-09-23').count()).toBe(0);
    expect(await plansOf('2026-09-23')).not.toContain(nameOf(20));
  });

  it('plans who is due by dragging into an hour of the week, and lengthens the visit by its end', async () => {
    const { calendar } = journey.shell;
    await calendar.showView('week');
    await calendar.dragToHour(calendar.row(waiting), '2026-09-16', '10:00');
    await expect.poll(() => plansOf('2026-09-16')).toContain('"plannedTime":"10:00"');
    const visit = calendar.region.locator('[data-chip]').filter({ hasText: waiting });
    await visit.waitFor();
    await calendar.dragEnd(visit, '12:00');
    await expect.poll(() => plansOf('2026-09-16')).toContain('"lengthMinutes":120');
    await journey.picture('calendar-week');
  });

  it('takes a proposed visit to another day from its row, and plans the ticked ones in one undo', async () => {
    const { page, shell, words } = journey;
    const { calendar } = shell;
    const [kept, left] = ['建议甲五金', '建议乙五金'];
    const ownerId = await made('users.create', { name: '赵敏', role: 'salesperson' });
    for (const name of [kept, left]) {
      await made('customers.create', { customer: aCustomerForm({ name, ownerId, cadenceDays: 1 }) });
    }
    await calendar.showView('month');
    await page.getByRole('button', { name: words('autoPlan.start') }).click();
    const row = page.locator('li[data-drop-entry]').filter({ hasText: kept });
    await row.waitFor();
    await calendar.drag(row, '2026-09-24');
    await calendar.visit('2026-09-24', kept).waitFor();
    expect(await plansOf('2026-09-24')).not.toContain(kept);
    await page.locator('li[data-drop-entry]').filter({ hasText: left }).getByRole('checkbox').uncheck();
    await page.getByRole('button', { name: words('autoPlan.accept', { count: 1, shown: '1' }) }).click();
    await expect.poll(() => plansOf('2026-09-24')).toContain(kept);
    await shell.undoFromMessage(words('autoPlan.accepted', { count: 1, shown: '1' }));
    await expect.poll(() => plansOf('2026-09-24')).not.toContain(kept);
    await calendar.showView('week');
  });

  it('prints the route sheet of the week, and hands it to a phone', async () => {
    const { page, shell, words } = journey;
    await page.getByRole('button', { name: words('calendar.printSheet') }).click();
    const sheet = page.getByRole('dialog', { name: words('print.route') });
    await expect.poll(() => sheet.innerText()).toContain(nameOf(0));
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    const file = folder.file('拜访 计划.ics');
    await answerSaveDialogs(journey.app, file);
    await page.getByRole('button', { name: words('action.more') }).click();
    await page.getByRole('menuitem', { name: words('calendar.ics.label') }).click();
    await shell.message(words('calendar.ics.done', { count: many })).waitFor();
    const written = readFileSync(file, 'utf8');
    expect(written.match(/^UID:/gm)).toHaveLength(many);
    expect(written).toContain(waiting);
  });

  it('keeps what a salesperson may not change where it is', async () => {
    const { page, shell, words } = journey;
    const { calendar } = shell;
    const ownerId = await made('users.create', { name: '老板二', role: 'owner' });
    const customerId = await made('customers.create', { customer: aCustomerForm({ name: others, ownerId }) });
    await journey.call('visits.plan', { customerId, plannedOn: '2026-09-23' });
    await journey.call('users.switchTo', { id: sellerId });
    await shell.goToCalendar();
    await calendar.showView('month');
    await page
      .getByRole('button', { name: words('calendar.persons.label', { who: words('calendar.persons.mine') }) })
      .click();
    await page.getByRole('menuitem', { name: words('calendar.persons.all'), exact: true }).click();
    await page.keyboard.press('Escape');
    await calendar.visit('2026-09-23', others).waitFor();
    await calendar.drag(calendar.visit('2026-09-23', others), '2026-09-24');
    await calendar.visit('2026-09-23', others).waitFor();
    expect(await plansOf('2026-09-24')).not.toContain(others);
    await calendar.open('2026-09-23', others);
    expect(await calendar.card.getByRole('button', { name: words('visit.complete') }).count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('showed nothing that the page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});
