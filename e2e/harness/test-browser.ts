import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../runtime/launcher/find-browser.ts';
import { npmChromium } from './headless-chromium.ts';

export interface BrowserWish {
  /** Pictures want the machine's own browser and fonts: the one from npm draws no Chinese where none are installed. */
  readonly preferInstalled?: boolean;
}

/** A headless browser: `KEBEN_BROWSER`, else the one from npm, else an installed one. */
export async function openTestBrowser({ preferInstalled = false }: BrowserWish = {}): Promise<Browser> {
  const named = process.env.KEBEN_BROWSER;
  const installed = preferInstalled || process.platform !== 'linux' || process.arch !== 'x64' ? findBrowser() : null;
  const found = named ?? installed;
  const chromiumSandbox = process.getuid?.() !== 0;
  if (found !== null && existsSync(found))
    return await chromium.launch({ executablePath: found, headless: true, chromiumSandbox });
  const brought = await npmChromium();
  return await chromium.launch({
    executablePath: brought.executable,
    env: brought.env,
    args: [...brought.args],
    headless: true,
    chromiumSandbox,
  });
}
