import { readFileSync } from 'node:fs';
import { openBookFile } from '../../../db/testing/book-file.ts';
import type { WorkerControl } from '../../jobs/job.ts';
import type { CommitImportOrder } from '../commit-import-job.ts';
import { commitInFile } from './commit-in-file.ts';

/**
 * Commits an import as the app does, the book open beside it, and dies of SIGKILL on its way, as in a power cut:
 * `node die-importing.ts BOOK ORDER.json WHEN`. WHEN: so many records written, all written and not committed, or committed.
 */
const [bookPath = '', orderPath = '', when = ''] = process.argv.slice(2);

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

openBookFile(bookPath);
// Safe: the test wrote it there.
const order = JSON.parse(readFileSync(orderPath, 'utf8')) as CommitImportOrder;
const progress: WorkerControl['progress'] = ({ stage, done }) => {
  if (when === 'indexing' ? stage === 'indexing' : String(done) === when) die();
};
const outcome = await commitInFile(bookPath, order, { progress });
if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
if (when === 'committed') die();
throw new Error(`the import was done before ${when}`);
