import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openTestBrowser } from '../e2e/harness/test-browser.ts';
import { type IconImage, icnsOf, icoOf } from './icon-files.ts';

/**
 * `npm run icons`: draws assets/icon.svg, and for small sizes the plainer icon-small.svg, into the files that windows,
 * installers and task bars want. Run after changing a drawing; the files are kept in the project.
 */
const assets = fileURLToPath(new URL('../assets/', import.meta.url));
/** Up to here the fine lines of the large drawing would run together. */
const smallUpTo = 32;

async function drawn(browser: Browser, size: number): Promise<IconImage> {
  const svg = readFileSync(join(assets, size <= smallUpTo ? 'icon-small.svg' : 'icon.svg'), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return { size, png };
}

const browser = await openTestBrowser();
try {
  const images = new Map<number, IconImage>();
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) images.set(size, await drawn(browser, size));
  const of = (...sizes: readonly number[]) =>
    sizes.map((size) => images.get(size)).filter((image) => image !== undefined);
  for (const { size, png } of of(16, 32, 256)) writeFileSync(join(assets, `icon-${size}.png`), png);
  for (const { png } of of(512)) writeFileSync(join(assets, 'icon.png'), png);
  writeFileSync(join(assets, 'icon.ico'), icoOf(of(16, 24, 32, 48, 64, 128, 256)));
  writeFileSync(join(assets, 'icon.icns'), icnsOf(of(16, 32, 64, 128, 256, 512, 1024)));
  console.log(`icons     drawn: ${[...images.keys()].join(', ')} pixels`);
} finally {
  await browser.close();
}
