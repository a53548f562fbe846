import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { ImportTargetName } from '../../../src-shared/files-in/import-target.ts';
import type { ColumnMapping, MatchKey } from '../../../src-shared/files-in/imports-contract.ts';
import type { MoneyImportOptions } from '../../../src-shared/files-in/money-drafts.ts';
import type { Reach } from '../../../src-shared/users/rights.ts';

/** All that decides what a check finds, besides the sheet and the book. Plain data: it goes to the job's thread. */
export interface CheckRequest {
  readonly target: ImportTargetName;
  readonly mapping: ColumnMapping;
  readonly matchKey: MatchKey;
  /** Owner of new customers whose row names none. */
  readonly ownerForNew: Id | null;
  readonly money: MoneyImportOptions;
  /** Whether this user may make customers (domain §13: a bookkeeper may not). */
  readonly mayMakeCustomers: boolean;
  readonly userId: Id;
  readonly reach: Reach;
  readonly today: CalendarDate;
}
