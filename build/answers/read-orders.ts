import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { type CalendarDate, parseCalendarDate } from '../../src-shared/core/calendar-date.ts';
import { type Fen, readYuan } from '../../src-shared/core/money.ts';
import { NoAnswer } from './answer.ts';

/** One line of a file of orders; below 0: money that went back. */
export interface FileOrder {
  readonly customer: string;
  readonly on: CalendarDate;
  readonly amountFen: Fen;
}

const columns = ['customer_id', 'order_date', 'revenue'] as const;

/** CSV with customer_id, order_date and revenue among its columns. Throws NoAnswer, which names the line. */
export function readOrders(path: string): readonly FileOrder[] {
  const [header, ...lines] = recordsOf(path);
  if (!header) throw new NoAnswer(`${path} is empty; its first line names the columns ${columns.join(', ')}`);
  const places = columns.map((column) => header.record.indexOf(column));
  const missing = columns.filter((_, index) => places[index] === -1);
  if (missing.length > 0) throw new NoAnswer(`${path}: its first line names no column ${missing.join(', ')}`);
  return lines.map(({ record, line }) => {
    const [customer = '', day = '', revenue = ''] = places.map((place) => (record[place] ?? '').trim());
    const wrong = (what: string) => new NoAnswer(`${path}, line ${line}: ${what}`);
    if (customer === '') throw wrong('customer_id is empty');
    const on = parseCalendarDate(day);
    if (!on) throw wrong(`order_date ${day} is not a day that exists, as YYYY-MM-DD`);
    const amount = readYuan(revenue);
    if (amount.kind === 'too_precise') throw wrong(`revenue ${revenue} has more than 2 decimals`);
    if (amount.kind !== 'amount') throw wrong(`revenue ${revenue} is not an amount`);
    return { customer, on, amountFen: amount.fen };
  });
}

interface Line {
  readonly record: readonly string[];
  /** In the file, from 1. */
  readonly line: number;
}

function recordsOf(path: string): readonly Line[] {
  const text = textOf(path);
  try {
    const options = { bom: true, info: true, skip_empty_lines: true } as const;
    // Safe: `info` makes each record an object of both, which the types of the library leave out.
    const records = parse(text, options) as unknown as readonly { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (cause) {
    if (cause instanceof CsvError) throw new NoAnswer(`${path}: ${cause.message}`, { cause });
    throw cause;
  }
}

function textOf(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    if (cause instanceof TypeError) throw new NoAnswer(`${path}: not UTF-8 text`, { cause });
    throw new NoAnswer(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
