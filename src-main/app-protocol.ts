import { randomBytes } from 'node:crypto';
import { protocol } from 'electron';
import { appScheme } from './app-origin.ts';
import { answerBundleRequest } from './bundle-response.ts';
import { listBundleFiles } from './files/bundle-files.ts';

/** Before ready: makes `app://bundle` an origin like any https one, so that modules, fetch and storage work. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** After ready: serves the built renderer and nothing else. */
export function serveApp(rendererFolder: string): void {
  const files = listBundleFiles(rendererFolder);
  protocol.handle(appScheme, (request) =>
    answerBundleRequest(request, files, () => randomBytes(18).toString('base64url')),
  );
}
