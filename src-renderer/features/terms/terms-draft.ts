import { z } from 'zod';
import { type Fen, fen, fenToYuanText, readYuan } from '../../../src-shared/core/money.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';
import type { termsContract } from '../../../src-shared/terms/terms-contract.ts';
import { percentText, type ShownTerms } from './terms-words.ts';

type DecidedTerms = InputOf<typeof termsContract.override>['terms'];

/** 改用其他条件, as typed. */
export const termsDraftSchema = z.object({
  discount: z.string(),
  creditKind: z.enum(['days', 'month_end']),
  creditDays: z.string(),
  limit: z.string(),
  deposit: z.string(),
  isStopped: z.boolean(),
  reason: z.string(),
});
export type TermsDraft = z.output<typeof termsDraftSchema>;
export type TermsField = 'discount' | 'creditDays' | 'limit' | 'deposit' | 'reason';
export type TermsProblem = 'not_a_percent' | 'not_days' | 'not_an_amount' | 'required';

export function draftOf(terms: ShownTerms & { readonly isStopped: boolean }): TermsDraft {
  return {
    discount: percentText(terms.discountBp),
    creditKind: terms.credit.kind,
    creditDays: String(terms.credit.days),
    limit: fenToYuanText(fen(terms.creditLimitFen)).replace(/\.00$/, ''),
    deposit: percentText(terms.depositBp),
    isStopped: terms.isStopped,
    reason: '',
  };
}

/** What was typed as terms, or what of it cannot be read; never rounded. */
export function readTermsDraft(
  draft: TermsDraft,
):
  | { readonly ok: true; readonly terms: DecidedTerms; readonly reason: string }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<TermsField, TermsProblem>>> } {
  const discountBp = readPercent(draft.discount);
  const depositBp = readPercent(draft.deposit);
  const days = readDays(draft.creditDays);
  const creditLimitFen = readLimit(draft.limit);
  const reason = draft.reason.trim();
  if (discountBp === null || depositBp === null || days === null || creditLimitFen === null || reason === '') {
    return {
      ok: false,
      problems: {
        ...(discountBp === null ? { discount: 'not_a_percent' } : {}),
        ...(depositBp === null ? { deposit: 'not_a_percent' } : {}),
        ...(days === null ? { creditDays: 'not_days' } : {}),
        ...(creditLimitFen === null ? { limit: 'not_an_amount' } : {}),
        ...(reason === '' ? { reason: 'required' } : {}),
      },
    };
  }
  const credit = { kind: draft.creditKind, days };
  return { ok: true, terms: { discountBp, credit, creditLimitFen, depositBp, isStopped: draft.isStopped }, reason };
}

/** Basis points of `10`, `2.5`, `3%`; empty is none. Null: no percentage from 0 to 100 with at most two decimals. */
function readPercent(text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace(/%$/, '').trim();
  if (plain === '') return 0;
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  const basisPoints = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return basisPoints <= 10_000 ? basisPoints : null;
}

function readDays(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return 0;
  return /^\d{1,4}$/.test(plain) && Number(plain) <= 3650 ? Number(plain) : null;
}

/** Empty is no credit at all. */
function readLimit(text: string): Fen | null {
  if (text.trim() === '') return fen(0);
  const reading = readYuan(text);
  return reading.kind === 'amount' && reading.fen >= 0 ? reading.fen : null;
}
