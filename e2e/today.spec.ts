import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aContactForm, aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import type { KebenBridge } from '../src-shared/ipc/bridge.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';

declare const keben: KebenBridge;

const wang = '杭州王记建材有限公司';
const hengtong = '杭州恒通装饰工程有限公司';
const wensan = '西湖文三灯饰电器店';
const hongyuan = '萧山宏远门窗厂';
const yunhe = '拱墅运河装饰材料商行';
const mingzhu = '滨江明珠物业管理有限公司';
const jinyuan = '杭州金源装饰城';

/** A Thursday, a workday; the journey goes on from its morning. */
const today = '2026-03-05';
const clock = `${today}T08:30:00+08:00`;

/** The owner's morning. */
describe('the day', () => {
  const folder = new TestFolder();
  let journey: Journey;

  const call = async (procedure: string, input: unknown): Promise<unknown> => {
    const answer = await journey.page.evaluate((message) => keben.call(message), { procedure, input });
    if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  const customer = async (name: string, district: string | null): Promise<string> => {
    const made = await call('customers.create', {
      customer: aCustomerForm({ name, district, address: `${district ?? ''}人民路 8 号` }),
      contacts: [aContactForm({ name: '王建国', mobile: '13858126630' })],
    });
    if (typeof made !== 'object' || made === null || !('id' in made)) throw new Error('no customer');
    return String(made.id);
  };
  const planned = async (name: string, district: string | null, plan: object) =>
    call('visits.plan', { customerId: await customer(name, district), ...plan });

  beforeAll(async () => {
    journey = await beginJourney({ userData: folder.file('data'), clock });
    await call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    await planned(hongyuan, '萧山区', { plannedOn: '2026-03-02', purpose: '催 7 月货款' });
    await planned(yunhe, '拱墅区', { plannedOn: '2026-03-04', purpose: '补签 8 月对账单' });
    await planned(wang, '余杭区', { plannedOn: today, plannedTime: '10:00', purpose: '谈年度框架' });
    await planned(hengtong, '西湖区', { plannedOn: today, plannedTime: '14:00', purpose: '确认补货' });
    await planned(wensan, '西湖区', { plannedOn: today, plannedTime: '15:30', purpose: '看店面陈列' });
    await planned(mingzhu, '滨江区', { plannedOn: '2026-03-06', plannedTime: '09:30' });
    await journey.shell.goToToday();
    await journey.shell.today.line(wang).waitFor();
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('says in one line what there is to do, and counts it in the menu', async () => {
    const { shell, words } = journey;
    const headline = await shell.today.headline();
    expect(headline).toContain('3');
    expect(headline).toContain('2');
    expect(await shell.today.section('overdue').getByRole('listitem').count()).toBe(2);
    expect(await shell.today.section('visits').getByRole('listitem').count()).toBe(3);
    expect(await shell.today.tomorrow().getByRole('listitem').count()).toBe(1);
    await shell.menu.getByText(words('today.badge', { count: 5 })).waitFor();
    await journey.picture('today-1');
  });

  it('groups the visits by district, the one with the first visit first', async () => {
    const groups = await journey.shell.today.section('visits').getByRole('heading', { level: 3 }).allInnerTexts();
    expect(groups.map((group) => group.slice(0, 3))).toEqual(['余杭区', '西湖区']);
  });

  it('notes a visit in one line by keyboard, strikes it through and goes on to the next', async () => {
    const { page, shell, words } = journey;
    const { today: board } = shell;
    await board.tick(wang).focus();
    await page.keyboard.press('Enter');
    const text = board.form(wang).getByRole('textbox', { name: words('followUp.text') });
    await expect.poll(() => text.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('下周一送样');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('304 合页要加 200 副');
    await journey.picture('today-2-line');
    await page.keyboard.press('Enter');
    await board.untick(wang).waitFor();
    await shell.message(wang).waitFor();
    expect(await board.line(wang).innerText()).toContain('304 合页要加 200 副');
    await expect.poll(() => board.tick(hengtong).evaluate((tick) => tick === document.activeElement)).toBe(true);
    await shell.menu.getByText(words('today.badge', { count: 4 })).waitFor();
    expect(await board.section('visits').innerText()).toContain(words('today.doneCount', { count: 1 }));
    await journey.picture('today-3-done');
  });

  it('takes a noted visit back from its line', async () => {
    const { shell, words } = journey;
    await shell.today
      .line(wang)
      .getByRole('button', { name: words('action.undo') })
      .click();
    await shell.today.tick(wang).waitFor();
    await shell.menu.getByText(words('today.badge', { count: 5 })).waitFor();
    expect(await shell.today.line(wang).innerText()).toContain('谈年度框架');
  });

  it('keeps what was half written when the line is closed', async () => {
    const { page, shell, words } = journey;
    await shell.today.tick(hengtong).focus();
    await page.keyboard.press('Space');
    await page.keyboard.type('老板说月底前');
    await page.keyboard.press('Escape');
    await shell.today.form(hengtong).waitFor({ state: 'detached' });
    await expect.poll(() => shell.today.tick(hengtong).evaluate((tick) => tick === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    const text = shell.today.form(hengtong).getByRole('textbox', { name: words('followUp.text') });
    expect(await text.inputValue()).toBe('老板说月底前');
    await page.keyboard.press('Escape');
  });

  it('keeps a late visit that was noted where it stood, and the number in the headline follows', async () => {
    const { shell } = journey;
    await shell.today.log(hongyuan, '货款下周二到');
    await shell.today.untick(hongyuan).waitFor();
    const names = await shell.today.section('overdue').getByRole('listitem').allInnerTexts();
    expect(names.map((line) => line.includes(hongyuan))).toEqual([true, false]);
    await expect.poll(() => shell.today.headline()).toContain('1');
  });

  it('moves all late visits to today at once and takes that back at once', async () => {
    const { shell, words } = journey;
    await shell.today
      .section('overdue')
      .getByRole('button', { name: words('today.moveAll') })
      .click();
    const said = words('today.moved', { count: 1 });
    await shell.message(said).waitFor();
    await shell.today.section('visits').getByRole('listitem').nth(3).waitFor();
    expect(await shell.today.section('visits').innerText()).toContain(yunhe);
    await shell.undoFromMessage(said);
    await expect.poll(() => shell.today.section('visits').innerText()).not.toContain(yunhe);
    await expect.poll(() => shell.today.section('overdue').innerText()).toContain(yunhe);
  });

  it('walks over all lines with the arrows and opens a customer beside them', async () => {
    const { page, shell } = journey;
    await shell.today.tick(yunhe).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => shell.today.tick(wang).evaluate((tick) => tick === document.activeElement)).toBe(true);
    await page.keyboard.press('o');
    await shell.today.pane.heading(wang).waitFor();
    await journey.picture('today-4-pane');
    await page.keyboard.press('Escape');
    await shell.today.pane.region.waitFor({ state: 'detached' });
  });

  it('shows the route sheet as it will be printed, and prints those pages alone', async () => {
    const { page, shell, words } = journey;
    await shell.today.print('route');
    const pages = await shell.today.printedPages();
    expect(pages).toHaveLength(1);
    for (const part of ['华兴五金', wang, hengtong, wensan, '138 5812 6630', '谈年度框架', '西湖区', '余杭区']) {
      expect(pages[0]).toContain(part);
    }
    expect(pages[0]).not.toContain(mingzhu);
    await journey.picture('today-5-route');
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(words('command.newCustomer'));
    expect(await page.evaluate(() => document.body.innerText)).toContain(wang);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: null });
    await page.keyboard.press('Escape');
    await shell.today.preview.waitFor({ state: 'detached' });
  });

  it('puts the whole morning on paper', async () => {
    const { page, shell, words } = journey;
    await shell.today.print('morning');
    const [first = ''] = await shell.today.printedPages();
    for (const part of [yunhe, wang, hengtong, wensan, mingzhu, words('today.section.overdue')]) {
      expect(first).toContain(part);
    }
    await journey.picture('today-6-morning');
    await page.keyboard.press('Escape');
    await shell.today.preview.waitFor({ state: 'detached' });
  });

  it('strikes through what was done before the app was started, and leads to its history', async () => {
    const { shell } = journey;
    await shell.today.log(wensan, '陈列换了两排');
    await shell.today.untick(wensan).waitFor();
    expect(journey.app.watch.offences).toEqual([]);
    await journey.app.close();
    journey = await beginJourney({ userData: folder.file('data'), clock });
    const { words } = journey;
    await journey.shell.today.untick(wensan).waitFor();
    await journey.shell.today
      .line(wensan)
      .getByRole('button', { name: words('pane.tab.history') })
      .click();
    await journey.shell.today.pane.heading(wensan).waitFor();
    await journey.shell.today.pane.tabBody('history').waitFor();
  });

  it('plans a visit to a customer that is due, and notes another on the spot', async () => {
    const { page, shell, words } = journey;
    const due = await customer(jinyuan, null);
    await call('followUps.create', {
      customerId: due,
      followUp: { text: '一个月前谈过', channel: 'phone', happenedAt: '2026-01-20T02:00:00.000Z' },
    });
    await shell.today.section('due').getByRole('listitem').waitFor();
    await shell.today
      .line(jinyuan)
      .getByRole('button', { name: words('today.planFor', { name: jinyuan }) })
      .click();
    await page.getByRole('menuitem', { name: words('day.today') }).click();
    const said = words('today.plannedFor', { name: jinyuan, day: '03-05 周四' });
    await shell.message(said).waitFor();
    await expect.poll(() => shell.today.section('visits').innerText()).toContain(jinyuan);
    await shell.undoFromMessage(said);
    await shell.today.section('due').getByRole('listitem').waitFor();
    await shell.today.section('visits').getByText(jinyuan).waitFor({ state: 'detached' });
    await shell.today.log(jinyuan, '约了下月看样');
    await shell.today.section('due').getByRole('checkbox', { checked: true }).waitFor();
  });

  it('showed nothing that the page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});
