import { describe, expect, it } from 'vitest';
import { draftOf, readTermsDraft, type TermsDraft } from './terms-draft.ts';

const draft: TermsDraft = {
  discount: '5',
  creditKind: 'month_end',
  creditDays: '15',
  limit: '8万',
  deposit: '2.5%',
  isStopped: false,
  reason: ' 老客户 ',
};

describe('readTermsDraft', () => {
  it('reads what people type', () => {
    expect(readTermsDraft(draft)).toEqual({
      ok: true,
      reason: '老客户',
      terms: {
        discountBp: 500,
        credit: { kind: 'month_end', days: 15 },
        creditLimitFen: 8_000_000,
        depositBp: 250,
        isStopped: false,
      },
    });
  });

  it('takes what is empty for none', () => {
    const read = readTermsDraft({ ...draft, discount: '', creditDays: ' ', limit: '', deposit: '' });
    expect(read).toMatchObject({
      ok: true,
      terms: { discountBp: 0, credit: { days: 0 }, creditLimitFen: 0, depositBp: 0 },
    });
  });

  it.each([
    ['discount', '101', 'not_a_percent'],
    ['discount', '-1', 'not_a_percent'],
    ['discount', '1.255', 'not_a_percent'],
    ['deposit', '三成', 'not_a_percent'],
    ['creditDays', '3651', 'not_days'],
    ['creditDays', '30.5', 'not_days'],
    ['limit', '-5', 'not_an_amount'],
    ['limit', '1.005', 'not_an_amount'],
    ['reason', '  ', 'required'],
  ] as const)('does not take %s "%s"', (field, text, problem) => {
    expect(readTermsDraft({ ...draft, [field]: text })).toEqual({ ok: false, problems: { [field]: problem } });
  });

  it('gives back the terms it began with', () => {
    const terms = {
      discountBp: 1_050,
      credit: { kind: 'days', days: 45 },
      creditLimitFen: 8_000_050,
      depositBp: 0,
      isStopped: true,
    } as const;
    expect(readTermsDraft({ ...draftOf(terms), reason: '因为' })).toEqual({ ok: true, terms, reason: '因为' });
  });
});
