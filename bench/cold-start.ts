import type { Locator, Page } from 'playwright-core';
import { openTestBrowser } from '../e2e/harness/test-browser.ts';
import { launchApp } from '../e2e/launch-app.ts';
import { builtProcesses } from './built-app.ts';
import { type Benchmark, check, type Figure, interleaved, median, told } from './measure.ts';
import { seededFolder } from './seeded-book.ts';

const usualSize = 100_000;
const size = { width: 1366, height: 768 };

/** G14: from the start of app and browser until the list of customers can be used, beside a browser with an empty page. */
export const coldStart: Benchmark = {
  name: 'G14',
  what: 'start to the first usable list of 100,000 customers, on the stand-in and Chromium, beyond an empty page',
  run: async ({ folder, rounds, rows }) => {
    await builtProcesses();
    const { book, userData } = seededFolder(folder, rows ?? usualSize);
    await leaveOnCustomers(userData, book);
    const windowMs: number[] = [];
    const ours = async () => {
      const start = performance.now();
      const app = await launchApp({ userData, book, size });
      try {
        const page = await app.firstWindow();
        windowMs.push(performance.now() - start);
        await firstName(page).waitFor();
        return performance.now() - start;
      } finally {
        await app.close();
      }
    };
    const peer = async () => {
      const start = performance.now();
      const browser = await openTestBrowser({ preferInstalled: false });
      try {
        const page = await (await browser.newContext({ viewport: size })).newPage();
        await page.goto('about:blank');
        return performance.now() - start;
      } finally {
        await browser.close();
      }
    };
    const { oursMs, peerMs } = await interleaved(rounds, ours, peer);
    const beyond: Figure = {
      label: 'beyond an empty page, medians',
      value: (median(oursMs) - median(peerMs)) / 1000,
      unit: 's',
      must: 1.5,
      goal: 0.6,
    };
    return {
      name: 'G14',
      what: coldStart.what,
      comparison: null,
      figures: [
        beyond,
        told('until the list stands', median(oursMs), 'ms'),
        told('until the page is loaded', median(windowMs), 'ms'),
        told('an empty page', median(peerMs), 'ms'),
      ],
    };
  },
};

function firstName(page: Page): Locator {
  return page.locator('[row-index="0"] [role=gridcell][col-id="name"]').filter({ hasText: /\S/ });
}

/** As a person leaves it in the evening. */
async function leaveOnCustomers(userData: string, book: string): Promise<void> {
  const app = await launchApp({ userData, book, size });
  try {
    const page = await app.firstWindow();
    await page.getByRole('navigation').getByRole('button', { name: '客户', exact: true }).click();
    await firstName(page).waitFor();
    check((await page.locator('[row-index]').count()) > 0, 'no rows in the list');
  } finally {
    await app.close();
  }
}
