import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { app } from './api/app.ts';
import { setHost } from './api/host.ts';
import { electron } from './electron-module.ts';
import { isRecord } from './is-record.ts';
import { setLoopback } from './server/loopback.ts';
import { startLoopbackServer } from './server/loopback-server.ts';
import { clockVariable, startClockAt } from './shifted-clock.ts';
import { answerStarter, tellStarter } from './starter-link.ts';

/**
 * `node runtime/boot.ts APP-FOLDER [arguments of the app]`: runs a built Electron app, unmodified, on Node.
 * `ready` comes only after main has been evaluated, as in Electron.
 */
const clock = process.env[clockVariable];
if (clock !== undefined) startClockAt(Date.parse(clock));
const [appFolder, ...args] = process.argv.slice(2);
if (appFolder === undefined) throw new Error('the folder of the app is missing');
const appRoot = resolve(appFolder);
const manifest = readManifest(join(appRoot, 'package.json'));

setHost({
  appRoot,
  appName: manifest.name,
  appVersion: manifest.version,
  args,
  announceWindow: (windowId, url, bounds) => tellStarter({ type: 'window', windowId, url, ...bounds }),
  announceWindowGone: (windowId) => tellStarter({ type: 'window-gone', windowId }),
  announceRelaunch: (relaunchArgs) => tellStarter({ type: 'relaunch', args: relaunchArgs }),
});

process.argv = [process.execPath, appRoot, ...args];
const own = createRequire(import.meta.url);
const electronVersion: unknown = own('electron/package.json').version;
for (const [name, value] of Object.entries({ electron: String(electronVersion), chrome: '0.0.0.0' })) {
  Object.defineProperty(process.versions, name, { value, enumerable: true });
}
Object.defineProperty(process, 'type', { value: 'browser' });
Object.defineProperty(process, 'resourcesPath', { value: join(appRoot, 'resources') });
Object.defineProperty(process, 'defaultApp', { value: true });

const moduleUrl = new URL('./electron-module.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === 'electron' || specifier === 'electron/main') return { url: moduleUrl, shortCircuit: true };
    return nextResolve(specifier, context);
  },
});

const server = await startLoopbackServer();
setLoopback(server);
answerStarter(electron);
process.on('SIGINT', () => app.quit());
process.on('SIGTERM', () => app.quit());
process.on('disconnect', () => app.quit());

createRequire(join(appRoot, 'package.json'))(join(appRoot, manifest.main));
setImmediate(() => app.becomeReady());

function readManifest(file: string): { readonly name: string; readonly version: string; readonly main: string } {
  const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(found) || typeof found.main !== 'string') throw new Error(`${file} names no main`);
  const name = typeof found.productName === 'string' ? found.productName : String(found.name);
  return { name, version: String(found.version), main: found.main };
}
