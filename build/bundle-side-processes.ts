import { build } from 'vite';
import { nodeBundle, sideEntries } from './node-bundle.ts';

/** `node build/bundle-side-processes.ts FOLDER`: the job thread and the reading process as the app has them, for tests. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('a folder to write into is missing');
for (const entry of sideEntries) await build(nodeBundle(entry, folder));
