import { looksLikePersonName } from '../customers/person-name.ts';
import { normalisePhone } from '../customers/phone.ts';
import { parseUscc } from '../customers/uscc.ts';
import type { FieldKind, ValueLook } from './import-target.ts';
import { readAmountCell } from './parse-amount-cell.ts';
import { readDateCell } from './parse-date-cell.ts';
import { readDiscountCell } from './parse-discount-cell.ts';
import { readPhoneCell } from './parse-phone-cell.ts';
import { readPriceCell, readQuantityCell } from './parse-scaled-cell.ts';
import { isPlaceholder } from './read-cell.ts';
import { cellText, type SheetCell } from './sheet-cell.ts';
import { splitPersonPhone } from './split-person-phone.ts';

const firm =
  /(?:公司|集团|厂|商行|商店|商贸|超市|酒店|饭店|药房|经营部|工作室|事务所|合作社|门市部|银行|学校|医院|中心|\b(?:ltd|inc|llc|gmbh|corp)\.?)$/iu;
const address = /(?:省|市|区|县|镇|乡|村).*(?:路|街|巷|道|号|楼|栋|室|园|弄)|(?:路|街|大道|巷|弄)\d+号?/u;
const website =
  /^(?:https?:\/\/)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|io|biz|info)(?:\.[a-z]{2})?(?:\/\S*)?$/i;
export const emailPattern = /^[^\s@,;，；、]+@[^\s@,;，；、]+\.[^\s@,;，；、]+$/;

/** True when at least four of five filled cells look so, and there is one at all. */
export function columnLooks(cells: readonly (SheetCell | null)[], look: ValueLook): boolean {
  const filled = cells.filter((cell) => !isPlaceholder(cell));
  return filled.length > 0 && filled.filter((cell) => cellLooks(cell, look)).length * 5 >= filled.length * 4;
}

function cellLooks(cell: SheetCell | null, look: ValueLook): boolean {
  if (cell === null || (cell.t !== 's' && cell.t !== 'n')) return false;
  const text = cellText(cell).trim();
  switch (look) {
    case 'mobile':
      return firstPhoneKind(cell) === 'mobile';
    case 'landline':
      // Seven or eight digits alone may be anything; an area code makes a phone of them.
      return firstPhoneKind(cell) === 'landline' && /^\D*0\d{2,3}/.test(text);
    case 'email':
      return emailPattern.test(text.normalize('NFKC'));
    case 'uscc':
      return cell.t === 's' && parseUscc(text) !== null;
    case 'firm':
      return firm.test(text) && text.length <= 60;
    case 'person':
      return looksLikePersonName(text);
    case 'address':
      return address.test(text.normalize('NFKC'));
    case 'website':
      return website.test(text);
  }
}

function firstPhoneKind(cell: SheetCell): string | null {
  const reading = readPhoneCell(cell);
  const first = reading.ok ? reading.value?.phones[0] : undefined;
  return first === undefined ? null : (normalisePhone(first)?.kind ?? null);
}

/**
 * False when most of a column's cells cannot be what the field holds: a word inside a heading (联系人数 holds 联系人)
 * is then chance. An empty column contradicts nothing.
 */
export function columnFits(cells: readonly (SheetCell | null)[], kind: FieldKind): boolean {
  const filled = cells.filter((cell) => !isPlaceholder(cell));
  return filled.filter((cell) => cellFits(cell, kind)).length * 2 >= filled.length;
}

function cellFits(cell: SheetCell | null, kind: FieldKind): boolean {
  switch (kind) {
    case 'phone':
      return readPhoneCell(cell).ok || (cell?.t === 's' && splitPersonPhone(cell.v) !== null);
    case 'date': {
      const reading = readDateCell(cell);
      return reading.ok || (reading.error !== 'not_a_date' && reading.error !== 'time_without_date');
    }
    case 'amount':
      return readAmountCell(cell).ok || cell?.t === 'n';
    case 'number':
      return cell?.t === 'n' || (cell?.t === 's' && /^-?[\d,.]+$/.test(cell.v.trim()));
    case 'price':
      return readPriceCell(cell, { roundHalfUp: true }).ok;
    case 'quantity':
      return readQuantityCell(cell).ok;
    case 'discount':
      return readDiscountCell(cell, '', {}).ok;
    case 'email':
      return cell?.t === 's' && cell.v.includes('@');
    case 'uscc':
    case 'person':
    case 'method':
    case 'tier':
    case 'user':
    case 'choice':
      return cell?.t === 's';
    case 'text':
    case 'tags':
    case 'yes_no':
      return cell?.t !== 'e';
  }
}
