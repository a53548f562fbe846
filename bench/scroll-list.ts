import type { Page } from 'playwright-core';
import { launchApp } from '../e2e/launch-app.ts';
import { builtProcesses } from './built-app.ts';
import { type Benchmark, check, type Figure, told } from './measure.ts';
import { seededFolder } from './seeded-book.ts';

// What is handed to the page runs there; this room is typed for Node.
declare const requestAnimationFrame: (run: (at: number) => void) => number;
interface RowElement {
  getAttribute(name: string): string | null;
  querySelector(selector: string): { readonly textContent: string | null } | null;
}
declare const document: { querySelectorAll(selector: string): Iterable<RowElement> };

const usualSize = 100_000;
const rowsPerBlock = 100;
/** Longer than this a person sees that a row is empty. */
const seenMs = 100;
const turnsOfWheel = 240;
/** About three rows a notch, many notches a second: as fast as a finger spins a wheel. */
const wheelPx = 300;

interface Watched {
  /** Rows that stood empty in view for longer than `seenMs`. */
  readonly blank: readonly number[];
  readonly passed: number;
  readonly longestMs: number;
}

/** G15: rows that stay empty while one scrolls. */
export const scrollList: Benchmark = {
  name: 'G15',
  what: 'scrolling the list of 100,000 customers by the wheel: blocks with a row that is empty for longer than 100 ms',
  run: async ({ folder, rounds, rows }) => {
    await builtProcesses();
    const { book, userData } = seededFolder(folder, rows ?? usualSize);
    const app = await launchApp({ userData, book, size: { width: 1366, height: 768 } });
    try {
      const page = await app.firstWindow();
      await page.getByRole('navigation').getByRole('button', { name: '客户', exact: true }).click();
      const first = page.locator('[row-index="0"] [role=gridcell][col-id="name"]').filter({ hasText: /\S/ });
      await first.waitFor();
      await first.hover();
      let blank = 0;
      let passed = 0;
      let longestMs = 0;
      for (let round = 0; round < rounds; round += 1) {
        const watched = await scrolled(page);
        blank += new Set(watched.blank.map((row) => Math.floor(row / rowsPerBlock))).size;
        passed += watched.passed;
        longestMs = Math.max(longestMs, watched.longestMs);
      }
      check(passed > rounds, `only ${passed} blocks came by`);
      const share: Figure = {
        label: 'blocks with a row empty for longer than 100 ms',
        value: (blank / passed) * 100,
        unit: '%',
        must: 1,
        goal: 0,
      };
      return {
        name: 'G15',
        what: scrollList.what,
        comparison: null,
        figures: [share, told('blocks that came by', passed, ''), told('longest empty row', longestMs, 'ms')],
      };
    } finally {
      await app.close();
    }
  },
};

async function scrolled(page: Page): Promise<Watched> {
  const watching = page.evaluate(
    async ({ limitMs, perBlock }) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const emptySince = new Map<number, number>();
      const blank = new Set<number>();
      const blocks = new Set<number>();
      let longest = 0;
      let quietSince = performance.now();
      let before = -1;
      while (performance.now() - quietSince < 1_000) {
        const now = await frame();
        const inView = new Set<number>();
        for (const row of document.querySelectorAll('[role=row][row-index]')) {
          const name = row.querySelector('[col-id="name"]');
          if (name === null) continue;
          const index = Number(row.getAttribute('row-index'));
          inView.add(index);
          blocks.add(Math.floor(index / perBlock));
          if ((name.textContent ?? '').trim() !== '') {
            emptySince.delete(index);
            continue;
          }
          const since = emptySince.get(index) ?? now;
          emptySince.set(index, since);
          longest = Math.max(longest, now - since);
          if (now - since > limitMs) blank.add(index);
        }
        for (const index of [...emptySince.keys()]) if (!inView.has(index)) emptySince.delete(index);
        const top = Math.min(...inView);
        if (top !== before) quietSince = performance.now();
        before = top;
      }
      return { blank: [...blank], passed: blocks.size, longestMs: longest };
    },
    { limitMs: seenMs, perBlock: rowsPerBlock },
  );
  for (let turn = 0; turn < turnsOfWheel; turn += 1) await page.mouse.wheel(0, wheelPx);
  return watching;
}
