import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { AppInfo } from '../../src-shared/book/book-contract.ts';

const licencesSchema = z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() }));

/** What the build found inside the bundles. Empty when the sources run without a build, as in tests. */
export function readLicences(path: string): AppInfo['licences'] {
  return existsSync(path) ? licencesSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
}
