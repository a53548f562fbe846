import { instantFromMs } from '../../src-shared/core/instant.ts';
import { NoAnswer } from './answer.ts';
import { ask } from './ask.ts';

/*
 * `npm run answers -- aging BOOK --as-of D`, `-- statement BOOK CUSTOMER --from F --to T`: what a book says, as JSON with
 * amounts in fen and as yuan text; `-- rfm ORDERS.csv --as-of D`, `-- abc …`, `-- measures ORDERS.csv --from F --to T`: what
 * a file of orders says, with amounts in yuan. Book and file are only read. Exit code 1, and a sentence on stderr, when there is no answer.
 */
try {
  console.log(ask(process.argv.slice(2), instantFromMs(Date.now())));
} catch (cause) {
  if (!(cause instanceof NoAnswer)) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
}
