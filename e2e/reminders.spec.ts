import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import type { LaunchedApp } from './launch-app.ts';
import { ReminderList } from './screens/reminder-list.ts';

declare const askedAtClosing: readonly string[];
declare const shownNotices: { readonly title: string; emit(event: 'click'): void }[];

const customer = '上海华成机电有限公司';

/** A Thursday in Shanghai; the journey goes on from there. */
const at = (time: string) => `2026-03-05T${time}:00+08:00`;

/** From now on every notification is noted. */
async function noteNotices(app: LaunchedApp): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const notices: unknown[] = [];
    Object.assign(globalThis, { shownNotices: notices });
    const { show } = Notification.prototype;
    Notification.prototype.show = function (this: Electron.Notification) {
      notices.push(this);
      show.call(this);
    };
  });
}

const titles = (app: LaunchedApp) => app.evaluate(() => shownNotices.map(({ title }) => title));

/**
 * Until all that was asked of the app before this has been shown or kept: it keeps what it shows, and what is chosen, in
 * one file, which is written in turn.
 */
async function untilKept({ call }: Journey): Promise<void> {
  await call('workspace.savePreferences', {});
}

/** The PC wakes: a look at the clock, as each minute brings one. */
async function wake(journey: Journey): Promise<void> {
  await journey.app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('resume');
  });
  await untilKept(journey);
}

async function moveClock(app: LaunchedApp, minutes: number): Promise<void> {
  await app.evaluate((_electron, by) => {
    Date.now = () => performance.timeOrigin + performance.now() + by * 60_000;
  }, minutes);
}

describe('reminders', () => {
  const folder = new TestFolder();
  let journey: Journey;
  let reminders: ReminderList;

  const begin = async (time: string) => {
    journey = await beginJourney({ userData: folder.file('data'), clock: at(time) });
    reminders = new ReminderList(journey.page, journey.words);
    await reminders.bell.waitFor();
    await noteNotices(journey.app);
  };
  const call = (procedure: string, input: unknown) => journey.call(procedure, input);
  const plan = async (plannedTime: string, customerId: string) =>
    call('visits.plan', { customerId, plannedOn: '2026-03-05', plannedTime, purpose: '送样' });
  let customerId = '';

  beforeAll(async () => {
    await begin('13:31');
    await call('settings.save', { timeZone: 'Asia/Shanghai' });
    const made = await call('customers.create', { customer: aCustomerForm({ name: customer }), contacts: [] });
    if (typeof made !== 'object' || made === null || !('id' in made)) throw new Error('no customer');
    customerId = String(made.id);
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('pop up at the desktop when a visit is near, once, and wait in the window', async () => {
    await plan('13:40', customerId);
    await wake(journey);
    expect(await titles(journey.app)).toEqual([`13:40 拜访 ${customer}`]);
    await reminders.waitForCount(1);
    await journey.shell.message(customer).waitFor();
    await wake(journey);
    expect(await titles(journey.app)).toHaveLength(1);
  });

  it('lead to the customer when the notification is clicked', async () => {
    await journey.shell.goTo('settings');
    await journey.app.evaluate(() => shownNotices[0]?.emit('click'));
    await journey.shell.heading('customers').waitFor();
    await journey.page.getByRole('heading', { name: customer }).waitFor();
  });

  it('are put off from the list, by keyboard too, and come again once', async () => {
    await reminders.bell.focus();
    await journey.page.keyboard.press('Enter');
    await reminders.panel.waitFor();
    await reminders.line(customer).waitFor();
    await journey.picture('reminders-open');
    await reminders.snooze(customer, 'ten_minutes');
    await reminders.panel.getByText(journey.words('reminders.snoozed'), { exact: true }).waitFor();
    await reminders.waitForCount(0);
    await journey.page.keyboard.press('Escape');
    await reminders.panel.waitFor({ state: 'detached' });
    await moveClock(journey.app, 5);
    await wake(journey);
    expect(await titles(journey.app)).toHaveLength(1);
    await moveClock(journey.app, 12);
    await wake(journey);
    await wake(journey);
    expect(await titles(journey.app)).toHaveLength(2);
    await reminders.waitForCount(1);
  });

  it('do not come again after the app was killed, and still wait in the list', async () => {
    await journey.app.kill9();
    await begin('13:50');
    await wake(journey);
    expect(await titles(journey.app)).toEqual([]);
    await reminders.waitForCount(1);
    await reminders.bell.click();
    await reminders
      .line(customer)
      .getByRole('button', { name: journey.words('action.understood') })
      .click();
    await reminders.waitForCount(0);
  });

  it('that came while the app was closed are listed once at the next start', async () => {
    await plan('15:00', customerId);
    await plan('16:00', customerId);
    await journey.app.close();
    await begin('17:30');
    await reminders.panel.getByText(journey.words('reminders.missed', { count: 2 }), { exact: true }).waitFor();
    await journey.picture('reminders-missed');
    await journey.page.keyboard.press('Escape');
    await reminders.panel.waitFor({ state: 'detached' });
    await journey.page.reload();
    await reminders.waitForCount(2);
    expect(await reminders.panel.count()).toBe(0);
  });

  it('are tried out from the settings, where closing the window is chosen too', async () => {
    const { shell, words, page } = journey;
    await shell.goTo('settings');
    await shell.settings.show('reminders');
    const section = shell.settings.section('reminders');
    await section.getByRole('button', { name: words('reminderSettings.try') }).click();
    await expect.poll(() => titles(journey.app)).toHaveLength(1);
    await section.getByText(words('reminderSettings.close.tray'), { exact: true }).click();
    await page.getByRole('contentinfo').getByText(words('reminders.runningInTray'), { exact: true }).waitFor();
    await journey.picture('settings-reminders');
  });

  it('go on in the tray when the window is closed, and a second start brings it back', async () => {
    const close = () =>
      journey.app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.close();
        return window?.isVisible();
      });
    expect(await close()).toBe(false);
    expect(await titles(journey.app)).toHaveLength(2);
    const isVisible = await journey.app.evaluate(({ app, BrowserWindow }) => {
      app.emit('second-instance', {}, [], '');
      return BrowserWindow.getAllWindows()[0]?.isVisible();
    });
    expect(isVisible).toBe(true);
    // Said once, not at every closing.
    expect(await close()).toBe(false);
    expect(await titles(journey.app)).toHaveLength(2);
  });

  it('ask at the first closing, in words and once, where a tray can be relied upon', async () => {
    await call('workspace.savePreferences', { closing: 'ask' });
    const closeOnWindows = async (response: number) => {
      await journey.app.evaluate(({ BrowserWindow, dialog }, answer) => {
        Object.defineProperty(process, 'platform', { value: 'win32' });
        const asked: string[] = [];
        Object.assign(globalThis, { askedAtClosing: asked });
        const ask = async (...shown: unknown[]) => {
          asked.push(JSON.stringify(shown.at(-1)));
          return { response: answer, checkboxChecked: false };
        };
        Object.assign(dialog, { showMessageBox: ask });
        const [window] = BrowserWindow.getAllWindows();
        window?.show();
        window?.close();
      }, response);
      await untilKept(journey);
      return journey.app.evaluate(({ BrowserWindow }) => ({
        asked: askedAtClosing,
        isVisible: BrowserWindow.getAllWindows()[0]?.isVisible(),
      }));
    };
    const [keep, notNow] = [0, 2];
    const put = await closeOnWindows(notNow);
    expect(put).toMatchObject({ isVisible: true });
    expect(put.asked.join()).toContain('继续在托盘里提醒我');
    expect(await closeOnWindows(keep)).toMatchObject({ asked: [expect.any(String)], isVisible: false });
    expect(await closeOnWindows(keep)).toEqual({ asked: [], isVisible: false });
  });
});
