import { describe, expect, it } from 'vitest';
import { emptyFollowUp, followUpDraftSchema } from './follow-up-draft.ts';

describe('followUpDraftSchema', () => {
  it('reads what an older version kept: nothing typed is lost by an update', () => {
    const old = { text: '半句话', channel: 'phone', closesPlan: null, next: { on: '2026-09-24' } };
    expect(followUpDraftSchema.parse(old)).toEqual({ ...emptyFollowUp, ...old });
  });

  it('reads what it kept itself', () => {
    const typed = { ...emptyFollowUp, text: '报价', outcome: '有意向', intentLevel: 4, nextTime: '14:30' };
    expect(followUpDraftSchema.parse(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
  });
});
