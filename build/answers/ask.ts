import path from 'node:path';
import { parseArgs } from 'node:util';
import { settingValue } from '../../db/queries/book-settings.ts';
import { readBook } from '../../db/read-book.ts';
import { timeZoneSetting } from '../../db/setting-names.ts';
import type { StorageReason } from '../../src-shared/core/app-error.ts';
import { dayOfInstant, type Instant } from '../../src-shared/core/instant.ts';
import { abcAnswer } from './abc-answer.ts';
import { agingAnswer } from './aging-answer.ts';
import { type Answer, type FileAnswer, NoAnswer } from './answer.ts';
import { measuresAnswer } from './measures-answer.ts';
import { rfmAnswer } from './rfm-answer.ts';
import { statementAnswer } from './statement-answer.ts';

const answers: readonly Answer[] = [agingAnswer, statementAnswer];
const migrationsFolder = path.resolve(import.meta.dirname, '../../db/migrations');

const fileAnswers: readonly FileAnswer[] = [rfmAnswer, abcAnswer, measuresAnswer];

const usage = [
  ...answers.map(({ name, usage: rest }) => `npm run answers -- ${name} BOOK ${rest}`),
  ...fileAnswers.map(({ name, usage: rest }) => `npm run answers -- ${name} ORDERS.csv ${rest}`),
].join('\n');

/** JSON for the words typed after `npm run answers --`. Throws NoAnswer; the book stays as it is, to the byte. */
export function ask(words: readonly string[], now: Instant): string {
  const answer = [...answers, ...fileAnswers].find(({ name }) => name === words[0]);
  if (!answer) throw new NoAnswer(usage);
  const { values, positionals } = parsed(answer, words.slice(1));
  const [book, ...rest] = positionals;
  if (book === undefined || rest.length !== ('positionals' in answer ? answer.positionals : 0))
    throw new NoAnswer(usage);
  const option = (name: string) => {
    const value = values[name];
    if (typeof value !== 'string') throw new NoAnswer(`--${name} is missing\n${usage}`);
    return value;
  };
  if ('answerFile' in answer) return JSON.stringify(answer.answerFile(book, option), null, 2);
  const outcome = readBook(book, migrationsFolder, (db) => {
    const timeZone = settingValue(db, timeZoneSetting);
    if (typeof timeZone !== 'string') throw new NoAnswer(`${book}: the book has no time zone`);
    return answer.answer(db, { positionals: rest, option, today: dayOfInstant(now, timeZone), timeZone });
  });
  if (!outcome.ok) throw new NoAnswer(`${book}: ${unreadable(outcome.error.reason, outcome.error.detail)}`);
  return JSON.stringify(outcome.value, null, 2);
}

function parsed({ options }: Pick<Answer, 'options'>, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(options.map((name) => [name, { type: 'string' as const }])),
    });
  } catch (cause) {
    throw new NoAnswer(`${cause instanceof Error ? cause.message : String(cause)}\n${usage}`, { cause });
  }
}

function unreadable(reason: StorageReason, detail: string | undefined): string {
  switch (reason) {
    case 'file_missing':
      return 'there is no such file';
    case 'not_a_book':
      return detail === 'older'
        ? 'made by an older Keben; open it once in this one, which brings it up to date'
        : 'not a Keben book';
    case 'newer_version':
      return 'made by a newer Keben';
    default:
      return `cannot be read (${reason}${detail === undefined ? '' : `, ${detail}`})`;
  }
}
