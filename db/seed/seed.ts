import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type CalendarDate, parseCalendarDate } from '../../src-shared/core/calendar-date.ts';
import { newId } from '../../src-shared/core/id.ts';
import { dayOfInstant, instantFromMs } from '../../src-shared/core/instant.ts';
import { createBook } from '../open.ts';
import { mostDistricts } from './places.ts';
import { largestFirm, seedBook, seedStart, seedTimeZone, usualPersons } from './seed-book.ts';
import { seedMoney } from './write-money.ts';

const usage = 'npm run seed -- N FILE [--seed S] [--today YYYY-MM-DD] [--persons P] [--districts D] [--receivables R]';

interface Wish {
  readonly customers: number;
  readonly file: string;
  readonly seed: number;
  readonly today: CalendarDate;
  readonly persons: number;
  /** Null: those of the whole region. */
  readonly districts: number | null;
  /** What customers ran up, with orders and payments; 0: no money. */
  readonly receivables: number;
}

/** Null when the words on the command line make no wish. */
function readWish(): Wish | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      today: { type: 'string' },
      persons: { type: 'string', default: String(usualPersons) },
      districts: { type: 'string' },
      receivables: { type: 'string', default: '0' },
    },
  });
  const [count = '', file] = positionals;
  const realToday = dayOfInstant(instantFromMs(Date.now()), seedTimeZone);
  const today = values.today === undefined ? realToday : parseCalendarDate(values.today);
  if (!/^\d{1,8}$/.test(count) || !/^\d{1,9}$/.test(values.seed) || file === undefined || today === null) return null;
  const persons = within(values.persons, largestFirm);
  const districts = values.districts === undefined ? null : within(values.districts, mostDistricts);
  if (persons === null || (values.districts !== undefined && districts === null)) return null;
  if (!/^\d{1,8}$/.test(values.receivables)) return null;
  const receivables = Number(values.receivables);
  return { customers: Number(count), file, seed: Number(values.seed), today, persons, districts, receivables };
}

/** A whole number from 1; null when the text is none or it is more than there are. */
function within(text: string, most: number): number | null {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}

function run(wish: Wish): void {
  const started = performance.now();
  const created = createBook(wish.file, {
    timeZone: seedTimeZone,
    ownerName: '王老板',
    companyName: '华兴五金',
    now: seedStart(wish.today),
    deviceId: newId(),
    migrationsFolder: fileURLToPath(new URL('../migrations/', import.meta.url)),
    appVersion: '0.0.0-seed',
  });
  if (!created.ok) throw new Error(`${wish.file}: ${JSON.stringify(created.error)}`);
  const { book, ownerId, tierIds } = created.value;
  // Hundreds of commits that nobody would miss: a seed cut short is begun anew, so no page is written to a log first.
  book.sqlite.pragma('synchronous = OFF');
  book.sqlite.pragma('journal_mode = MEMORY');
  // 400 MB: rows land all over their tables, and reading pages again costs more than writing them.
  book.sqlite.pragma('cache_size = -400000');
  seedBook(book, { ...wish, ownerId, tierIds, onProgress: tenths() });
  if (wish.receivables > 0) seedMoney(book, { ...wish, ownerId, onProgress: tenths() });
  // As every book is; who only reads one refuses another mode.
  book.sqlite.pragma('journal_mode = WAL');
  book.close();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(
    `\n${wish.customers} customers, ${wish.receivables} receivables in ${wish.file} as of ${wish.today}, ${seconds} s\n`,
  );
}

function tenths(): (done: number, total: number) => void {
  let shown = 0;
  return (done, total) => {
    const percent = Math.floor((done / total) * 10) * 10;
    if (percent > shown) process.stderr.write(`${percent}% `);
    shown = Math.max(shown, percent);
  };
}

const wish = readWish();
if (!wish || existsSync(wish.file)) {
  process.stderr.write(wish ? `${wish.file} exists already\n` : `${usage}\n`);
  process.exitCode = 1;
} else run(wish);
