import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { KebenBridge } from '../../src-shared/ipc/bridge.ts';
import { launchApp } from '../launch-app.ts';

/**
 * `npm run picture -- --book FILE --lang zh|en --theme light|dark --size 1366x768 --out x.png [--user-data DIR]
 * [--click SELECTOR]… [--wait MS] [--full]`: a picture of the built app in a headless browser, after clicking
 * through the selectors given. Prefers an installed Chromium, for its Chinese glyphs (Debian: fonts-noto-cjk).
 */
declare const keben: KebenBridge;

const { values } = parseArgs({
  options: {
    book: { type: 'string' },
    'user-data': { type: 'string' },
    lang: { type: 'string', default: 'zh' },
    theme: { type: 'string', default: 'light' },
    size: { type: 'string', default: '1366x768' },
    out: { type: 'string', default: 'picture.png' },
    click: { type: 'string', multiple: true, default: [] },
    wait: { type: 'string', default: '600' },
    full: { type: 'boolean', default: false },
  },
});

const [width = 1366, height = 768] = values.size.split('x').map(Number);
const app = await launchApp({
  size: { width, height },
  preferInstalledBrowser: true,
  ...(values.book === undefined ? {} : { book: resolve(values.book) }),
  ...(values['user-data'] === undefined ? {} : { userData: resolve(values['user-data']) }),
});
try {
  const page = await app.firstWindow();
  const look = { language: values.lang === 'en' ? 'en' : 'zh-CN', theme: values.theme };
  await page.evaluate((input) => keben.call({ procedure: 'workspace.savePreferences', input }), look);
  await page.reload();
  for (const selector of values.click) await page.click(selector);
  await page.waitForTimeout(Number(values.wait));
  await page.screenshot({ path: values.out, fullPage: values.full });
  console.log(`${values.out} ${width}x${height}`);
  for (const offence of app.watch.offences) console.log(`the page said: ${offence}`);
} finally {
  await app.close();
}
