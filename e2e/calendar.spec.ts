import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import type { KebenBridge } from '../src-shared/ipc/bridge.ts';
import { beginJourney, type Journey } from './journey.ts';

declare const keben: KebenBridge;

/** A salesperson's fortnight, planned, done and planned on without leaving the calendar. */
describe('the calendar', () => {
  const name = '杭州王记五金经营部';
  let journey: Journey;

  const call = async (procedure: string, input: unknown): Promise<void> => {
    const answer = await journey.page.evaluate((message) => keben.call(message), { procedure, input });
    if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`);
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

  it('showed nothing that the page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});
