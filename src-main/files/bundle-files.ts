import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file that may be served, found when the app started. */
export interface BundleFile {
  readonly path: string;
  readonly contentType: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Every file under `folder` by the URL path that asks for it. Requests are looked up here and never turned into file
 * paths, so there is nothing that a crooked path could climb out of. Links are left out; a file of a kind that the
 * page does not use (a source map) is left out too.
 */
export function listBundleFiles(folder: string): ReadonlyMap<string, BundleFile> {
  const files = new Map<string, BundleFile>();
  collect(folder, '', files);
  const page = files.get('/index.html');
  if (page) files.set('/', page);
  return files;
}

function collect(folder: string, urlPath: string, files: Map<string, BundleFile>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const contentType = contentTypes[extname(entry.name).toLowerCase()];
    if (entry.isDirectory()) collect(path, `${urlPath}/${entry.name}`, files);
    else if (entry.isFile() && contentType !== undefined) files.set(`${urlPath}/${entry.name}`, { path, contentType });
  }
}
