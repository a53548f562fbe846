import { tidySpaces } from '../core/fold-text.ts';
import { err, ok, type Result } from '../core/result.ts';
import { parseUscc } from '../customers/uscc.ts';
import type { ColumnAnswers } from './column-answers.ts';
import { headingWord } from './heading-word.ts';
import type { ImportNotice, ImportProblem } from './import-problem.ts';
import type { FieldKind, ImportValue } from './import-target.ts';
import { amountUnitOf, readAmountCell } from './parse-amount-cell.ts';
import { readDateCell } from './parse-date-cell.ts';
import { readDiscountCell } from './parse-discount-cell.ts';
import { readPhoneCell } from './parse-phone-cell.ts';
import { readPriceCell, readQuantityCell } from './parse-scaled-cell.ts';
import { paymentMethodOf } from './payment-method-word.ts';
import { isPlaceholder, readTextCell } from './read-cell.ts';
import { hasLostDigits, type SheetCell } from './sheet-cell.ts';
import { splitPersonPhone } from './split-person-phone.ts';
import { emailPattern } from './value-look.ts';

/** Names of the book that cells refer to. */
export interface ImportLookups {
  readonly tiers: readonly { readonly id: string; readonly name: string }[];
  readonly users: readonly { readonly id: string; readonly name: string }[];
}

export interface FieldReading {
  /** Null: the cell says nothing. */
  readonly value: ImportValue | null;
  /** The name of a phone cell, the phone of a name cell. */
  readonly otherHalf?: string;
  readonly notice?: ImportNotice['kind'];
}

const nothing: Result<FieldReading, ImportProblem> = ok({ value: null });
const yes = /^(?:是|对|有|y|yes|true|1|√|✓|✔|主|关键|决策人)$/i;
const no = /^(?:否|不是|不|无|没有|n|no|false|0|×|x|✗|✘|-)$/i;

/** Reads one cell as one kind of field. */
export function readField(
  cell: SheetCell | null,
  kind: FieldKind,
  canSplit: boolean,
  column: { readonly heading: string; readonly answers: ColumnAnswers },
  lookups: ImportLookups,
): Result<FieldReading, ImportProblem> {
  switch (kind) {
    case 'text':
    case 'choice':
    case 'person':
      return readName(cell, canSplit);
    case 'phone':
      return readPhone(cell, canSplit);
    case 'email':
      return readList(cell, /[,;，；、\s]+/, (part) => emailPattern.test(part), 'not_an_email');
    case 'uscc':
      return readCode(cell);
    case 'date': {
      const reading = readDateCell(cell, column.answers);
      if (!reading.ok || reading.value === null) return reading.ok ? nothing : reading;
      return ok({
        value: reading.value.day,
        ...(reading.value.time === null ? {} : { notice: 'time_dropped' as const }),
      });
    }
    case 'amount': {
      const reading = readAmountCell(cell, column.answers, amountUnitOf(column.heading));
      if (!reading.ok || reading.value === null) return reading.ok ? nothing : reading;
      return ok({ value: reading.value.fen, ...(reading.value.wasRounded ? { notice: 'rounded' as const } : {}) });
    }
    case 'number':
      return readNumber(cell);
    case 'price': {
      const reading = readPriceCell(cell, column.answers);
      if (!reading.ok || reading.value === null) return reading.ok ? nothing : reading;
      return ok({ value: reading.value.value, ...(reading.value.wasRounded ? { notice: 'rounded' as const } : {}) });
    }
    case 'quantity': {
      const reading = readQuantityCell(cell);
      return reading.ok ? ok({ value: reading.value?.value ?? null }) : reading;
    }
    case 'discount': {
      const reading = readDiscountCell(cell, column.heading, column.answers);
      return reading.ok ? ok({ value: reading.value }) : reading;
    }
    case 'method': {
      const reading = readTextCell(cell);
      if (!reading.ok || reading.value === null || isPlaceholder(cell)) return reading.ok ? nothing : reading;
      const method = paymentMethodOf(reading.value);
      return ok(method === null ? { value: 'other', notice: 'unknown_method' } : { value: method });
    }
    case 'tags':
      return readTags(cell);
    case 'tier':
      return readReference(cell, (text) => tierCalled(text, lookups.tiers), 'unknown_tier');
    case 'user':
      return readReference(cell, (text) => named(text, lookups.users), 'unknown_user');
    case 'yes_no': {
      const reading = readTextCell(cell);
      if (!reading.ok || reading.value === null) return reading.ok ? nothing : reading;
      if (yes.test(reading.value)) return ok({ value: true });
      return no.test(reading.value) ? ok({ value: false }) : err('not_yes_or_no');
    }
  }
}

function readName(cell: SheetCell | null, canSplit: boolean): Result<FieldReading, ImportProblem> {
  if (cell?.t === 'n' && hasLostDigits(cell)) return err('digits_lost');
  const reading = readTextCell(cell);
  if (!reading.ok || reading.value === null) return reading.ok ? nothing : reading;
  const split = canSplit ? splitPersonPhone(reading.value) : null;
  return split
    ? ok({ value: split.person, otherHalf: split.phones.join('、'), notice: 'person_and_phone_split' })
    : ok({ value: reading.value });
}

function readPhone(cell: SheetCell | null, canSplit: boolean): Result<FieldReading, ImportProblem> {
  const reading = readPhoneCell(cell);
  if (reading.ok) {
    if (reading.value === null) return nothing;
    const value = reading.value.phones.join('、');
    return ok(reading.value.wasRestored ? { value, notice: 'phone_restored' } : { value });
  }
  const split = canSplit && cell?.t === 's' ? splitPersonPhone(cell.v) : null;
  return split
    ? ok({ value: split.phones.join('、'), otherHalf: split.person, notice: 'person_and_phone_split' })
    : reading;
}

function readCode(cell: SheetCell | null): Result<FieldReading, ImportProblem> {
  if (isPlaceholder(cell)) return nothing;
  if (cell?.t === 'n' && hasLostDigits(cell)) return err('digits_lost');
  const reading = readTextCell(cell);
  if (!reading.ok) return reading;
  const code = parseUscc(reading.value ?? '');
  return code === null ? err('invalid_uscc') : ok({ value: code });
}

function readNumber(cell: SheetCell | null): Result<FieldReading, ImportProblem> {
  if (isPlaceholder(cell)) return nothing;
  if (cell?.t === 'n') return hasLostDigits(cell) ? err('digits_lost') : ok({ value: cell.v });
  const reading = readTextCell(cell);
  if (!reading.ok) return reading;
  const text = (reading.value ?? '').normalize('NFKC').replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  return /^[+-]?\d{1,15}(?:\.\d+)?$/.test(text) ? ok({ value: Number(text) }) : err('not_a_number');
}

function readList(
  cell: SheetCell | null,
  separator: RegExp,
  isGood: (part: string) => boolean,
  problem: ImportProblem,
): Result<FieldReading, ImportProblem> {
  if (isPlaceholder(cell)) return nothing;
  const reading = readTextCell(cell);
  if (!reading.ok || reading.value === null) return reading.ok ? nothing : reading;
  const parts = reading.value
    .normalize('NFKC')
    .split(separator)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every(isGood) ? ok({ value: parts.join(', ') }) : err(problem);
}

function readTags(cell: SheetCell | null): Result<FieldReading, ImportProblem> {
  if (isPlaceholder(cell)) return nothing;
  const reading = readTextCell(cell);
  if (!reading.ok || reading.value === null) return reading.ok ? nothing : reading;
  const tags = reading.value
    .split(/[,，、;；|\n]+|\s*\/\s*/)
    .map(tidySpaces)
    .filter((tag) => tag !== '');
  return tags.length === 0 ? nothing : ok({ value: [...new Set(tags)] });
}

function readReference(
  cell: SheetCell | null,
  idOf: (text: string) => string | null,
  notice: 'unknown_tier' | 'unknown_user',
): Result<FieldReading, ImportProblem> {
  if (isPlaceholder(cell)) return nothing;
  const reading = readTextCell(cell);
  if (!reading.ok || reading.value === null) return reading.ok ? nothing : reading;
  const id = idOf(reading.value);
  return ok(id === null ? { value: null, notice } : { value: id });
}

type Named = readonly { readonly id: string; readonly name: string }[];
const idsByWord = new WeakMap<Named, ReadonlyMap<string, string>>();

function named(text: string, entries: Named): string | null {
  let ids = idsByWord.get(entries);
  if (!ids) {
    // The first of two names that are read alike: a map keeps the last.
    ids = new Map(entries.toReversed().map((entry) => [headingWord(entry.name), entry.id]));
    idsByWord.set(entries, ids);
  }
  return ids.get(headingWord(text)) ?? null;
}

/** The tier's own name, or the name with what sheets put behind it: A级, A类客户, A（重点客户）. */
function tierCalled(text: string, tiers: ImportLookups['tiers']): string | null {
  const whole = named(text, tiers);
  if (whole !== null) return whole;
  const short = text.normalize('NFKC').replace(/(?:级|类|等)?(?:客户)?\s*(?:[([].*)?$/u, '');
  return short === '' ? null : named(short, tiers);
}
