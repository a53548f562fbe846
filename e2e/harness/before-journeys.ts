import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { npmChromium } from './headless-chromium.ts';

/** Once before all journeys: the built app must be there, and the browser is unpacked before several want it at once. */
export default async function beforeJourneys(): Promise<void> {
  const main = fileURLToPath(new URL('../../out/main/main.cjs', import.meta.url));
  if (!existsSync(main)) throw new Error('out/ holds no built app: npm run build');
  if (process.platform === 'linux' && process.arch === 'x64' && process.env.E2E_RUNTIME !== 'electron')
    await npmChromium();
}
