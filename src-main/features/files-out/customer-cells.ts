import { assertNever } from '../../../src-shared/core/assert-never.ts';
import { type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Instant, localParts } from '../../../src-shared/core/instant.ts';
import type { CustomerRow } from '../../../src-shared/customers/customer.ts';
import type { CustomerColumn } from '../../../src-shared/customers/customer-list.ts';
import type { Cell, ColumnKind } from '../../files/workbook/workbook-plan.ts';

/** What a row needs beside itself to be read by a person. */
export interface CellNames {
  readonly tier: (id: Id) => string;
  readonly user: (id: Id) => string;
  readonly tag: (id: Id) => string;
  /** 未分级, in the user's language. */
  readonly withoutTier: string;
  /** Between the tags of a customer. */
  readonly separator: string;
  /** IANA; an instant goes out as the wall clock of the book shows it. */
  readonly timeZone: string;
  /** The book's day: what was due before it is overdue. */
  readonly today: CalendarDate;
}

/** Phones and names are text whatever they look like; only days and moments are Excel's own (domain §11). */
export function kindOfColumn(column: CustomerColumn): ColumnKind {
  switch (column) {
    case 'owed':
      return 'money';
    case 'overdueDays':
      return 'integer';
    case 'nextVisitOn':
    case 'dueOn':
    case 'lastPaymentOn':
      return 'date';
    case 'lastContactAt':
    case 'createdAt':
    case 'updatedAt':
      return 'dateTime';
    default:
      return 'text';
  }
}

/** What the grid shows of a customer in a column, as a cell. */
export function customerCell(row: CustomerRow, column: CustomerColumn, names: CellNames): Cell {
  switch (column) {
    case 'name':
    case 'contactName':
    case 'phone':
    case 'wechat':
    case 'province':
    case 'city':
    case 'district':
    case 'address':
    case 'industry':
    case 'source':
      return row[column];
    case 'tier':
      return row.tierId === null ? names.withoutTier : names.tier(row.tierId);
    case 'owner':
      return row.ownerId === null ? null : names.user(row.ownerId);
    case 'tags':
      return row.tagIds.map(names.tag).join(names.separator);
    case 'owed':
      return row.owedFen;
    case 'overdueDays':
      return daysOverdue(row.oldestDueOn, names.today);
    case 'nextVisitOn':
    case 'dueOn':
    case 'lastPaymentOn':
      return dayCell(row[column]);
    case 'lastContactAt':
    case 'createdAt':
    case 'updatedAt':
      return momentCell(row[column], names.timeZone);
    default:
      return assertNever(column);
  }
}

/** Of the oldest debt; empty where nothing is past due, as on screen. */
function daysOverdue(dueOn: CalendarDate | null, today: CalendarDate): Cell {
  const days = dueOn === null ? 0 : daysBetween(dueOn, today);
  return days > 0 ? days : null;
}

function dayCell(day: CalendarDate | null): Cell {
  return day === null ? null : { day, time: '00:00' };
}

function momentCell(at: Instant | null, timeZone: string): Cell {
  return at === null ? null : localParts(at, timeZone);
}
