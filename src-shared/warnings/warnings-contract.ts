import { z } from 'zod';
import { calendarDateField, idField, optionalLines } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, job, query, returns } from '../ipc/procedure.ts';
import { visitScopeField } from '../visits/visits-contract.ts';
import { type WarningCode, type WarningMark, warningCodes } from './warning-mark.ts';
import type { Warning } from './warnings.ts';

const topics = ['warnings', 'customers', 'history'] as const;

/** A customer with what warns of it; key and pinned customers first, then by how bad (domain §7). */
export interface WarnedCustomer {
  readonly customerId: Id;
  readonly customerName: string;
  readonly tierId: Id | null;
  readonly isPinned: boolean;
  readonly ownerId: Id | null;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly warnings: readonly Warning[];
}

export const warningsContract = {
  /** Warnings of money are left out for who may not read the customer's money. */
  list: query(
    'customers.read',
    z.object({
      scope: visitScopeField.default('all'),
      codes: z.array(z.enum(warningCodes)).max(5).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    returns<{
      readonly customers: readonly WarnedCustomer[];
      readonly total: number;
      readonly byCode: Readonly<Record<WarningCode, number>>;
    }>(),
  ),
  /** With those put off or seen to, which `list` leaves out. */
  ofCustomer: query(
    'customers.read',
    z.object({ customerId: idField }),
    returns<{ readonly warnings: readonly Warning[]; readonly marks: readonly WarningMark[] }>(),
  ),
  snooze: command(
    'follow_ups.edit',
    z.object({
      customerId: idField,
      code: z.enum(warningCodes),
      untilOn: calendarDateField,
      note: optionalLines(500).default(null),
    }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** Seen to: silent for one cadence, then it may come again. */
  done: command(
    'follow_ups.edit',
    z.object({ customerId: idField, code: z.enum(warningCodes), note: optionalLines(500).default(null) }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** Customers lost (domain §5) as of today, most earlier sales first: the win-back list. */
  winBack: job(
    'customers.read',
    z.object({ scope: visitScopeField.default('all') }),
    returns<{
      readonly customers: readonly {
        readonly customerId: Id;
        readonly customerName: string;
        readonly tierId: Id | null;
        readonly ownerId: Id | null;
        readonly phone: string | null;
        readonly lastOrderOn: string;
        /** Best 12 months he ever had, null: not for this reader. */
        readonly bestYearFen: number | null;
        readonly rivals: readonly string[];
      }[];
      readonly total: number;
    }>(),
  ),
};
