import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aContactForm, aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey } from './journey.ts';

const persons = 4;
const customers = 200;
const mostPerDay = 6;
const districts = ['上城区', '西湖区', '余杭区', '萧山区', '拱墅区'];

/** The Monday before 春节 2026: off from the 15th to the 23rd, and the Saturday before it is worked. */
const today = '2026-02-09';
const daysOff = ['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-02-${day}`);
const workedSaturday = '2026-02-14';

const made = z.object({ id: z.string() });
const visits = z.object({
  entries: z.array(
    z.object({
      customerId: z.string(),
      plan: z.object({ plannedOn: z.string(), personId: z.string().nullable(), status: z.string() }),
    }),
  ),
});

/** An owner plans his people's visits over the holidays, and nobody's birthday is forgotten meanwhile. */
describe('the weeks around 春节 2026', () => {
  let journey: Journey;

  const planned = async () => {
    const answer = await journey.call('visits.between', { from: today, to: '2026-03-31' });
    return visits.parse(answer).entries.map(({ customerId, plan }) => ({ customerId, ...plan }));
  };

  beforeAll(async () => {
    journey = await beginJourney({ clock: `${today}T09:00:00+08:00`, size: { width: 1440, height: 900 } });
    await journey.call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    const people: string[] = [];
    for (let person = 0; person < persons; person += 1) {
      const user = await journey.call('users.create', { name: `业务员 ${person + 1}`, role: 'salesperson' });
      people.push(made.parse(user).id);
    }
    for (let number = 0; number < customers; number += 1) {
      await journey.call('customers.create', {
        customer: aCustomerForm({
          name: `杭州第 ${number + 1} 号五金店`,
          city: '杭州市',
          district: districts[number % districts.length] ?? null,
          ownerId: people[Math.floor(number / districts.length) % persons] ?? null,
        }),
        contacts: number === 0 ? [aContactForm({ name: '王建国', mobile: '13858126630' })] : [],
      });
    }
    await journey.shell.goToCalendar();
  }, 180_000);
  afterAll(() => journey.app.close());

  it('proposes every visit on a workday, nobody over six a day, and says which days it avoids', async () => {
    const { page, words } = journey;
    await page.getByRole('button', { name: words('autoPlan.start') }).click();
    const banner = page.getByRole('region', { name: words('autoPlan.label') }).first();
    await banner.getByText(words('autoPlan.title', { count: customers, shown: String(customers) })).waitFor();
    const said = await banner.innerText();
    for (const word of ['春节', '02-15', '02-23', '02-14']) expect(said).toContain(word);
    expect(await planned(), 'nothing is written before it is accepted').toEqual([]);
    await journey.picture('spring-festival-proposal');
  });

  it('accepts all of it as one step', async () => {
    const { page, words } = journey;
    await page.getByRole('button', { name: words('autoPlan.accept', { count: customers, shown: '200' }) }).click();
    await journey.shell.message(words('autoPlan.accepted', { count: customers, shown: String(customers) })).waitFor();
    const plans = await planned();
    expect(plans).toHaveLength(customers);
    expect(new Set(plans.map(({ customerId }) => customerId)).size).toBe(customers);
    expect(plans.filter(({ plannedOn }) => daysOff.includes(plannedOn))).toEqual([]);
    const isSunday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() === 0;
    expect(plans.filter(({ plannedOn }) => plannedOn < today || isSunday(plannedOn))).toEqual([]);
    expect(plans.some(({ plannedOn }) => plannedOn === workedSaturday)).toBe(true);
    const perDay = Map.groupBy(plans, ({ plannedOn, personId }) => `${plannedOn} ${personId}`);
    expect(Math.max(...[...perDay.values()].map((day) => day.length))).toBeLessThanOrEqual(mostPerDay);
    await journey.picture('spring-festival-accepted');
  });

  it('takes it back with one undo', async () => {
    const said = journey.words('autoPlan.accepted', { count: customers, shown: String(customers) });
    await journey.shell.undoFromMessage(said);
    await expect.poll(async () => (await planned()).length, { timeout: 10_000 }).toBe(0);
  });

  it('keeps a birthday of 腊月三十 in a year that has no such day: it is on 除夕', async () => {
    const { page, shell, words } = journey;
    await shell.goTo('customers');
    await shell.search.fill('第 1 号');
    await shell.customers.grid.cell(0, 'name').click();
    const { pane } = shell.customers;
    await pane.heading('杭州第 1 号五金店').waitFor();
    await pane.showTab('contacts');
    await pane.region.getByRole('button', { name: words('anniversary.add') }).click();
    const form = pane.region.getByRole('form', { name: words('anniversary.form') });
    await form.getByText(words('anniversary.calendar.lunar'), { exact: true }).click();
    const choose = async (field: 'month' | 'day', text: string): Promise<void> => {
      const box = form.getByRole('combobox', { name: words(`field.${field}`), exact: true });
      await box.click();
      await box.fill(text);
      await page.getByTitle(text, { exact: true }).last().click();
    };
    await choose('month', '腊月');
    await choose('day', '三十');
    expect(await form.getByRole('status').innerText()).toContain('02-16');
    await journey.picture('lunar-birthday-form');
    await form.press('Control+s');
    await shell.message(words('anniversary.added')).waitFor();

    await shell.goToCalendar();
    const eve = shell.calendar.day('2026-02-16');
    await eve.getByText('王建国').waitFor();
    expect(await eve.innerText()).toContain(words('festival.new_years_eve'));
    await journey.picture('lunar-birthday-calendar');
  });

  it('showed nothing that the page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});
