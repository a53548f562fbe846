import { z } from 'zod';
import type { CalendarDate } from '../core/calendar-date.ts';
import { calendarDateField, idField } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, job, query, returns } from '../ipc/procedure.ts';
import type { NoProposal } from './methods/propose-tiers.ts';
import { type RfmResult, type RfmScore, type RfmSegment, rfmSegments } from './methods/rfm.ts';
import { scoreParts } from './methods/score.ts';
import type { LeftAloneReason, TierBecause } from './methods/tier-because.ts';

const cuts = (max: number) => z.array(z.number().min(0).max(max)).max(19);
/** Shares, sums and money are compared in whole numbers (domain §4). */
const wholeCuts = (max: number) => z.array(z.number().int().min(0).max(max)).max(19);
const weight = z.number().int().min(0, { message: 'out_of_range' }).max(100, { message: 'out_of_range' });

/** A method with its cuts, one per tier but the last (see TierMethod). */
export const tierMethodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('thresholds'), cuts: wholeCuts(999_999_999_999_999) }),
  z.object({ kind: z.literal('abc'), cuts: wholeCuts(100) }),
  z.object({ kind: z.literal('rfm'), cuts: wholeCuts(15), windowMonths: z.number().int().min(1).max(240).nullable() }),
  z.object({
    kind: z.literal('score'),
    cuts: cuts(100),
    weights: z.object(
      Object.fromEntries(scoreParts.map((part) => [part, weight])) as Record<
        (typeof scoreParts)[number],
        typeof weight
      >,
    ), // Safe: one per part.
  }),
]);
export type TierMethodInput = z.output<typeof tierMethodSchema>;
export type TierMethodKind = TierMethodInput['kind'];

export interface PreviewRow {
  readonly customerId: Id;
  readonly customerName: string;
  readonly fromTierId: Id | null;
  readonly toTierId: Id | null;
  readonly because: TierBecause | { readonly code: LeftAloneReason };
}

export interface TierPreview {
  readonly previewId: string;
  readonly asOf: CalendarDate;
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** 未分级 before, with a tier after. */
  readonly first: number;
  readonly pinned: number;
  readonly new: number;
  /** In the list's order. */
  readonly tiers: readonly {
    readonly tierId: Id;
    readonly before: number;
    readonly after: number;
    readonly salesFen: Fen;
  }[];
  readonly moves: readonly { readonly fromTierId: Id | null; readonly toTierId: Id; readonly customers: number }[];
}

/** Words that go into the workbook, in the user's language: they come from the renderer's catalogue. */
const word = z.string().max(100);
const rfmWords = z.object({
  sheetName: z.string().min(1).max(31),
  title: word,
  about: z.string().max(200),
  total: word,
  withoutTier: word,
  columns: z.object({ name: word, tier: word, segment: word, recencyDays: word, orders: word, sales: word }),
  segments: z.record(z.enum(rfmSegments), word),
});

const topics = ['tiers', 'customers', 'visit_plans', 'terms', 'warnings', 'settings', 'history'] as const;

export const segmentationContract = {
  /** Every method as it was set last, which one is the book's, and why one cannot run now. */
  methods: query(
    'customers.read',
    z.object({}),
    returns<{
      readonly current: TierMethodKind | null;
      readonly methods: readonly { readonly method: TierMethodInput; readonly wrong: NoProposal | null }[];
      /** The 1st of the month whose proposal nobody has looked at yet; null: none waits. */
      readonly proposalOf: CalendarDate | null;
    }>(),
  ),
  saveMethod: command(
    'tiers.edit',
    z.object({ method: tierMethodSchema, isCurrent: z.boolean() }),
    returns<ChangeOutcome>(),
    ['tiers', 'settings', 'history'],
  ),
  /** Works out who would move; writes nothing. Any past day from facts. `problem`: the method cannot run, and why. */
  preview: job(
    'measures.read',
    z.object({ method: tierMethodSchema, asOf: calendarDateField }),
    returns<{ readonly preview: TierPreview | null; readonly problem: NoProposal | null }>(),
  ),
  /** Errors: conflict answer_expired: ask `preview` again. */
  previewRows: query(
    'measures.read',
    z.object({
      previewId: z.string().min(1).max(60),
      which: z.enum(['up', 'down', 'first', 'same', 'pinned', 'new']),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    returns<{ readonly rows: readonly PreviewRow[]; readonly total: number }>(),
  ),
  /** One batch, one undo. Worked out anew: who was pinned, changed or binned meanwhile is left alone. As of today only. */
  apply: job(
    'tiers.edit',
    z.object({ method: tierMethodSchema, exceptIds: z.array(idField).max(10_000).default([]) }),
    returns<ChangeOutcome & { readonly changed: number; readonly leftAlone: number }>(),
    topics,
  ),
  /** Not now: the month's proposal is not offered again. */
  dismissProposal: command('tiers.edit', z.object({}), returns<ChangeOutcome>(), ['tiers', 'settings', 'history']),
  rfm: job(
    'measures.read',
    z.object({ asOf: calendarDateField, windowMonths: z.number().int().min(1).max(240).nullable() }),
    returns<{
      readonly rfmId: string;
      /** Null: nobody has an order. */
      readonly cuts: RfmResult['cuts'] | null;
      readonly cells: readonly {
        readonly r: number;
        readonly f: number;
        readonly customers: number;
        readonly salesFen: Fen;
      }[];
      readonly segments: readonly {
        readonly segment: RfmSegment;
        readonly customers: number;
        readonly salesFen: Fen;
      }[];
    }>(),
  ),
  rfmRows: query(
    'measures.read',
    z.object({
      rfmId: z.string().min(1).max(60),
      r: z.number().int().min(1).max(5).nullable().default(null),
      f: z.number().int().min(1).max(5).nullable().default(null),
      segment: z.enum(rfmSegments).nullable().default(null),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    returns<{
      readonly rows: readonly (RfmScore & {
        readonly customerName: string;
        readonly tierId: Id | null;
        readonly ownerId: Id | null;
      })[];
      readonly total: number;
    }>(),
  ),
  /** The customers of a cell or segment as a workbook, with R, F, M and the values behind them. `path` from exports.chooseFile. */
  exportRfm: job(
    'measures.read',
    z.object({
      asOf: calendarDateField,
      windowMonths: z.number().int().min(1).max(240).nullable(),
      r: z.number().int().min(1).max(5).nullable().default(null),
      f: z.number().int().min(1).max(5).nullable().default(null),
      segment: z.enum(rfmSegments).nullable().default(null),
      words: rfmWords,
      path: z.string().max(4000),
    }),
    returns<{ readonly path: string; readonly rows: number; readonly bytes: number }>(),
  ),
};
