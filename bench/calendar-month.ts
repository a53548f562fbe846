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
declare const document: { querySelector(selector: string): { click(): void } | null };
declare const window: {
  addEventListener(type: 'mouseup', run: () => void, options: { readonly once: true; readonly capture: true }): void;
};

const clock = '2026-09-17T01:30:00.000Z';
const fullMonth = '2026-09';
/** Without a plan; as many weeks as the full month. */
const emptyMonth = '2027-09';
const monthsApart = 12;
const dragsPerRound = 2;

/** A month of 1,000 plans beside an empty one, from the key that pages to it until it stands painted; and a drag in each. */
export const calendarMonth: Benchmark = {
  name: 'calendar',
  what: 'a month with 1,000 plans in the window: paged to and painted; a visit dragged to the next day and painted',
  run: async ({ folder, rounds, rows }) => {
    await builtProcesses();
    const userData = path.join(folder, 'user data');
    mkdirSync(userData, { recursive: true });
    const app = await launchApp({ userData, clock, size: { width: 1366, height: 768 } });
    try {
      const page = await app.firstWindow();
      await fillMonth(page, rows ?? 1000);
      await openCalendar(page);
      const dragsMs: number[] = [];
      const ours = async () => {
        const ms = await pagedTo(page, fullMonth, 'earlier');
        for (let drag = 0; drag < dragsPerRound; drag += 1) dragsMs.push(await dragged(page, drag));
        return ms;
      };
      const times = await interleaved(rounds, ours, () => pagedTo(page, emptyMonth, 'later'));
      check(app.watch.offences.length === 0, `the page did what it must not: ${app.watch.offences.join('; ')}`);
      return {
        name: calendarMonth.name,
        what: calendarMonth.what,
        comparison: { peer: 'an empty month', ...times, must: 12, goal: 6 },
        figures: [
          { label: 'a drag: dropped until painted, median', value: median(dragsMs), unit: 'ms', must: 400, goal: 150 },
        ],
      };
    } finally {
      await app.close();
    }
  },
};

/** As many visits on each day of the month, by way of the app itself. */
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
      const made = await call('customers.create', { customer: form });
      const customerId = typeof made === 'object' && made !== null && 'id' in made ? made.id : null;
      for (let at = 0; at < count; at += 1) {
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
  await page.locator(`[data-date="${fullMonth}-15"]`).first().waitFor();
}

/** Milliseconds from the last click to the frame in which the month stands with all its visits. */
async function pagedTo(page: Page, month: string, way: 'earlier' | 'later'): Promise<number> {
  const isThere = await page.locator(`[data-date="${month}-15"]`).count();
  const button = page.getByRole('button', { name: way === 'earlier' ? 'Previous month' : 'Next month' });
  if (isThere === 0) for (let step = 1; step < monthsApart; step += 1) await button.click();
  const label = way === 'earlier' ? 'Previous month' : 'Next month';
  return page.evaluate(
    async ({ wanted, name, isFull, isClicked }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const isPainted = () =>
        document.querySelector(`[data-date="${wanted}-15"]`) !== null &&
        (!isFull || document.querySelector(`[data-date="${wanted}-15"] [data-chip]`) !== null);
      const start = performance.now();
      if (isClicked) document.querySelector(`button[aria-label="${name}"]`)?.click();
      while (!isPainted()) await frame();
      await frame();
      return performance.now() - start;
    },
    { wanted: month, name: label, isFull: month === fullMonth, isClicked: isThere === 0 },
  );
}

/** Milliseconds from letting go of a visit over another day until it is painted there. */
async function dragged(page: Page, turn: number): Promise<number> {
  const from = `${fullMonth}-${turn % 2 === 0 ? '15' : '16'}`;
  const to = `${fullMonth}-${turn % 2 === 0 ? '16' : '15'}`;
  const chip = await page.locator(`[data-date="${from}"] [data-chip]`).first().boundingBox();
  const day = await page.locator(`[data-date="${to}"]`).first().boundingBox();
  if (!chip || !day) throw new Error('nothing to drag');
  await page.mouse.move(chip.x + 30, chip.y + 10);
  await page.mouse.down();
  await page.mouse.move(chip.x + 44, chip.y + 18, { steps: 3 });
  await page.mouse.move(day.x + day.width / 2, day.y + day.height / 2, { steps: 4 });
  await page.evaluate(() => {
    window.addEventListener('mouseup', () => performance.mark('dropped'), { once: true, capture: true });
  });
  await page.mouse.up();
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const busy = performance.getEntriesByName('dropped').at(-1)?.startTime ?? performance.now();
    await frame();
    await frame();
    return performance.now() - busy;
  });
}
