import { z } from 'zod';
import type { CalendarDate } from '../core/calendar-date.ts';
import { calendarDateField, idField } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';
import { job, query, returns } from '../ipc/procedure.ts';
import type { RelationshipLevel } from '../tiers/tier.ts';
import type { Concentration } from './concentration.ts';

/** Profit = sales − cost of the goods − concessions − cost to serve − write-offs (domain §5). */
export interface ProfitParts {
  readonly salesFen: Fen;
  readonly goodsCostFen: Fen;
  /** Sales of lines whose cost is not known: profit is said to be too high by what they cost. */
  readonly salesWithoutCostFen: Fen;
  readonly concessionFen: Fen;
  readonly serviceFen: Fen;
  readonly writeOffFen: Fen;
  readonly profitFen: Fen;
}

/** One step of the ladder; `tierId` null: 未分级. */
export interface LadderStep {
  readonly tierId: Id | null;
  /** On the last day of the period: the width. */
  readonly customers: number;
  /** Height: sales ÷ customers; null: nobody. */
  readonly meanSalesFen: number | null;
  readonly meanCostFen: number | null;
  /** Null: not for this reader. */
  readonly profit: ProfitParts | null;
  readonly salesFen: Fen;
  readonly new: number;
  readonly lost: number;
  readonly wonBack: number;
  /** Suggested by customers × margin; null: no margin known. */
  readonly advisedLevel: RelationshipLevel | null;
}

export interface Ladder {
  readonly ladderId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly steps: readonly LadderStep[];
  readonly moves: readonly { readonly fromTierId: Id; readonly toTierId: Id; readonly customers: number }[];
  readonly activeBefore: number;
  readonly activeAfter: number;
  readonly new: number;
  readonly lost: number;
  readonly wonBack: number;
  readonly upgraded: number;
  readonly downgraded: number;
  readonly present: number;
  /** Top 20 % and the fewest that make half of the sales, without their ids. */
  readonly top: Omit<Concentration, 'customerIds'> | null;
  readonly half: Omit<Concentration, 'customerIds'> | null;
  readonly total: { readonly customers: number; readonly salesFen: Fen; readonly profit: ProfitParts | null };
}

export const ladderFilterSchema = z.object({
  ownerIds: z
    .array(idField.or(z.literal('none')))
    .max(200)
    .optional(),
  provinces: z.array(z.string().max(50)).max(200).optional(),
  cities: z.array(z.string().max(50)).max(200).optional(),
  districts: z.array(z.string().max(50)).max(200).optional(),
  industries: z.array(z.string().max(100)).max(200).optional(),
  sources: z.array(z.string().max(100)).max(200).optional(),
});
export type LadderFilter = z.output<typeof ladderFilterSchema>;

/** Every number of the ladder opens one of these. */
export const ladderLists = [
  'customers',
  'new',
  'lost',
  'won_back',
  'upgraded',
  'downgraded',
  'active_before',
  'active',
  'top',
  'half',
] as const;

export const measuresContract = {
  ladder: job(
    'customers.read',
    z.object({ from: calendarDateField, to: calendarDateField, filter: ladderFilterSchema.default({}) }),
    returns<Ladder>(),
  ),
  /** Provinces, and cities with theirs, that customers are in: what the ladder can be narrowed to. Most customers first. */
  regions: job(
    'customers.read',
    z.object({}),
    returns<{
      readonly regions: readonly {
        readonly province: string | null;
        readonly city: string | null;
        readonly customers: number;
      }[];
    }>(),
  ),
  /** Errors: conflict answer_expired. Most first; a reader without money gets them as they came into the book. */
  ladderRows: query(
    'customers.read',
    z.object({
      ladderId: z.string().min(1).max(60),
      list: z.enum(ladderLists),
      /** Absent: all; null: 未分级. */
      tierId: idField.nullable().optional(),
      /** Of `upgraded` and `downgraded`: only those that went one of these ways. */
      moves: z
        .array(z.object({ fromTierId: idField, toTierId: idField }))
        .max(400)
        .optional(),
      sort: z.enum(['sales', 'profit']).default('sales'),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    returns<{
      readonly rows: readonly {
        readonly customerId: Id;
        readonly customerName: string;
        readonly tierId: Id | null;
        readonly ownerId: Id | null;
        readonly salesFen: Fen;
        /** Null: not for this reader. */
        readonly profitFen: Fen | null;
        readonly lastOrderOn: CalendarDate | null;
      }[];
      readonly total: number;
    }>(),
  ),
};
