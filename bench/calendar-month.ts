import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchApp } from '../e2e/launch-app.ts';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import type { KebenBridge } from '../src-shared/ipc/bridge.ts';
import { builtProcesses } from './built-app.ts';
import { type Benchmark, check, interleaved, median } from './measure.ts';

// What is handed to the page runs there; this room is typed for Node.
declare const keben: KebenBridge;
declare const requestAnimationFrame: (run: (at: number) => void) => number;
declare const document: {
  querySelector(selector: string): { click(): void; readonly textContent: string | null } | null;
  querySelectorAll(selector: string): { readonly length: number };
};
declare const window: {
  addEventListener(type: 'mouseup', run: () => void, options: { readonly once: true; readonly capture: true }): void;
};

const clock = '2026-09-17T01:30:00.000Z';
const fullMonth = '2026-09';
/** Without a plan; as many weeks as the full month. */
const emptyMonth = '2027-09';
const monthsApart = 12;
const dragsPerRound = 2;
/** What was begun by the step before, such as reading the next month ahead, is over. */
const settleMs = 400;
const visitsWanted = 1000;

/** A month of 1,000 plans beside an empty one, from the click that pages to it until it stands painted; and a drag in it. */
export const calendarMonth: Benchmark = {
  name: 'calendar',
  what: 'a month with 1,000 visits of 1,000 customers: paged to and painted; one dragged to the next day, saved and drawn',
  run: async ({ folder, rounds, rows }) => {
    await builtProcesses();
    const userData = path.join(folder, 'user data');
    mkdirSync(userData, { recursive: true });
    const app = await launchApp({ userData, clock, size: { width: 1366, height: 768 } });
    try {
      const page = await app.firstWindow();
      const visits = rows ?? visitsWanted;
      await fillMonth(page, visits);
      await openCalendar(page);
      check((await visitsOnScreen(page)) === visits, `${visits} visits must stand in the month before it is timed`);
      const dragsMs: number[] = [];
      const ours = async () => {
        const ms = await pagedTo(page, fullMonth, 'Previous month');
        check((await visitsOnScreen(page)) === visits, 'all visits must be back on the page');
        for (let drag = 0; drag < dragsPerRound; drag += 1) dragsMs.push(await dragged(page, drag));
        return ms;
      };
      const times = await interleaved(rounds, ours, () => pagedTo(page, emptyMonth, 'Next month'));
      check(app.watch.offences.length === 0, `the page did what it must not: ${app.watch.offences.join('; ')}`);
      return {
        name: calendarMonth.name,
        what: calendarMonth.what,
        // Limits of our own: a full month may take three times an empty one, a drop a third of a second.
        comparison: { peer: 'an empty month', ...times, must: 3, goal: 2 },
        figures: [
          { label: 'full month, painted, median', value: median(times.oursMs), unit: 'ms', must: 400, goal: 200 },
          { label: 'a drag: dropped, saved, drawn, median', value: median(dragsMs), unit: 'ms', must: 600, goal: 300 },
        ],
      };
    } finally {
      await app.close();
    }
  },
};

/** As many visits on each day of the month, each of a customer of its own, by way of the app itself. */
async function fillMonth(page: Page, plans: number): Promise<void> {
  const customer = aCustomerForm({ name: '杭州王记五金经营部' });
  await page.evaluate(
    async ({ form, count, month }) => {
      const call = async (procedure: string, input: unknown) => {
        const answer = await keben.call({ procedure, input });
        if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`);
        return answer.value;
      };
      await call('settings.save', { timeZone: 'Asia/Shanghai', companyName: 'bench' });
      for (let at = 0; at < count; at += 1) {
        const made = await call('customers.create', { customer: { ...form, name: `杭州 ${at + 1} 号五金店` } });
        const customerId = typeof made === 'object' && made !== null && 'id' in made ? made.id : null;
        const plannedOn = `${month}-${String((at % 30) + 1).padStart(2, '0')}`;
        const plannedTime = at % 2 === 0 ? null : `${String(8 + (at % 10)).padStart(2, '0')}:00`;
        await call('visits.plan', { customerId, plannedOn, plannedTime });
      }
    },
    { form: customer, count: plans, month: fullMonth },
  );
}

async function openCalendar(page: Page): Promise<void> {
  await page.evaluate(() => keben.call({ procedure: 'workspace.savePreferences', input: { language: 'en' } }));
  await page.getByRole('button', { name: 'Visit calendar', exact: true }).click();
  await page.locator(`[data-date="${fullMonth}-15"] [data-chip]`).first().waitFor();
}

/** Those drawn, and those that the last line of their day counts. */
async function visitsOnScreen(page: Page): Promise<number> {
  const drawn = await page.locator(`[data-date^="${fullMonth}"] [data-chip^="visit:"]`).count();
  const lines = await page.locator(`[data-date^="${fullMonth}"] [data-more]`).allInnerTexts();
  return drawn + lines.reduce((sum, line) => sum + Number(/\d+/.exec(line)?.[0] ?? 0), 0);
}

/** Milliseconds from the last click to the frame in which the month stands with its visits. */
async function pagedTo(page: Page, month: string, name: 'Previous month' | 'Next month'): Promise<number> {
  const isThere = (await page.locator(`[data-date="${month}-15"]`).count()) > 0;
  const button = page.getByRole('button', { name });
  // From where it stands already it goes away and comes back.
  if (isThere)
    await page.getByRole('button', { name: name === 'Next month' ? 'Previous month' : 'Next month' }).click();
  else for (let step = 1; step < monthsApart; step += 1) await button.click();
  await page.waitForTimeout(settleMs);
  return page.evaluate(
    async ({ wanted, name: label, isFull }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const isPainted = () =>
        document.querySelector(`[data-date="${wanted}-15"]`) !== null &&
        (!isFull || document.querySelector(`[data-date="${wanted}-15"] [data-chip^="visit:"]`) !== null);
      const start = performance.now();
      document.querySelector(`button[aria-label="${label}"]`)?.click();
      while (!isPainted()) await frame();
      await frame();
      return performance.now() - start;
    },
    { wanted: month, name, isFull: month === fullMonth },
  );
}

/** Milliseconds from letting go of a visit over another day until the saved visit is drawn there. */
async function dragged(page: Page, turn: number): Promise<number> {
  const from = `${fullMonth}-${turn % 2 === 0 ? '15' : '16'}`;
  const to = `${fullMonth}-${turn % 2 === 0 ? '16' : '15'}`;
  const visit = page.locator(`[data-date="${from}"] [data-chip^="visit:"]`).first();
  const chip = await visit.boundingBox();
  const day = await page.locator(`[data-date="${to}"]`).first().boundingBox();
  if (!chip || !day) throw new Error('nothing to drag');
  await page.mouse.move(chip.x + 30, chip.y + 10);
  await page.mouse.down();
  await page.mouse.move(chip.x + 44, chip.y + 18, { steps: 3 });
  await page.mouse.move(day.x + day.width / 2, day.y + day.height / 2, { steps: 4 });
  const counts = { from: await countOn(page, from), to: await countOn(page, to) };
  await page.evaluate(() => {
    window.addEventListener('mouseup', () => performance.mark('dropped'), { once: true, capture: true });
  });
  await page.mouse.up();
  const ms = await page.evaluate(
    async ({ left, reached, before }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      // The widget moves it by itself; only what was read anew changes what the days count.
      const counted = (on: string) =>
        document.querySelectorAll(`[data-date="${on}"] [data-chip^="visit:"]`).length +
        Number(/\d+/.exec(document.querySelector(`[data-date="${on}"] [data-more]`)?.textContent ?? '')?.[0] ?? 0);
      const start = performance.getEntriesByName('dropped').at(-1)?.startTime ?? performance.now();
      while (counted(left) !== before.from - 1 || counted(reached) !== before.to + 1) await frame();
      await frame();
      return performance.now() - start;
    },
    { left: from, reached: to, before: counts },
  );
  await page.waitForTimeout(settleMs);
  return ms;
}

async function countOn(page: Page, on: string): Promise<number> {
  const drawn = await page.locator(`[data-date="${on}"] [data-chip^="visit:"]`).count();
  const [line = ''] = await page.locator(`[data-date="${on}"] [data-more]`).allInnerTexts();
  return drawn + Number(/\d+/.exec(line)?.[0] ?? 0);
}
