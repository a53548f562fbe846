import { err, ok } from '../core/result.ts';
import { dialledDigits, normalisePhone } from '../customers/phone.ts';
import { splitPhones } from '../customers/split-phones.ts';
import { type CellReading, cellProblem, isPlaceholder } from './read-cell.ts';
import { cellText, hasLostDigits, plainDigits, type SheetCell } from './sheet-cell.ts';

export interface CellPhones {
  /** As written, in narrow digits; at least one, each a phone by normalisePhone. */
  readonly phones: readonly string[];
  /** The sheet shows a power of ten, or dropped the 0 of an area code; the digits are whole again. */
  readonly wasRestored: boolean;
}

/** `1.3800138E+10`, as a sheet saved to CSV leaves a number that was too wide for its column. */
const powerOfTen = /^(\d)(?:\.(\d+))?E\+?(\d+)$/i;

/** Reads the phones of a cell (domain §10). Digits that the sheet has lost are never made up. */
export function readPhoneCell(cell: SheetCell | null): CellReading<CellPhones> {
  const problem = cellProblem(cell);
  if (problem) return err(problem);
  if (cell === null || isPlaceholder(cell)) return ok(null);
  if (cell.t === 'n') {
    if (hasLostDigits(cell)) return err('digits_lost');
    if (!Number.isInteger(cell.v) || cell.v < 0) return err('not_a_whole_number');
    return restored(plainDigits(cell.v), cell.v >= 1e11 || /e/i.test(cell.raw));
  }
  if (cell.t !== 's') return err('not_a_phone');
  const text = cellText(cell).normalize('NFKC').trim();
  const power = powerOfTen.exec(text);
  if (power) {
    const [, head = '', tail = '', exponent = ''] = power;
    return tail.length < Number(exponent)
      ? err('digits_lost')
      : tail.length > Number(exponent)
        ? err('not_a_whole_number')
        : restored(head + tail, true);
  }
  const phones = splitPhones(text.replace(/^['‘’`]/, ''));
  return phones.every((phone) => normalisePhone(phone) !== null) && phones.length > 0
    ? ok({ phones, wasRestored: false })
    : err('not_a_phone');
}

/** A number has no leading zeros: 0571-8888 6666 typed as a number stands there as 57188886666. */
function restored(digits: string, wasPower: boolean): CellReading<CellPhones> {
  const phone = normalisePhone(digits);
  if (!phone) return err('not_a_phone');
  const dialled = dialledDigits(phone);
  const written = phone.kind === 'landline' ? dialled : digits;
  return ok({ phones: [written], wasRestored: wasPower || written !== digits });
}
