import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ladder } from '../../../src-shared/measures/measures-contract.ts';
import { startI18n } from '../../app/i18n.ts';
import { aLadder, aStep, day } from './testing/a-ladder.ts';
import { type LadderQuestion, useLadder } from './use-ladder.ts';

const thisYear: LadderQuestion = { from: day('2026-01-01'), to: day('2026-09-17'), filter: {} };
const lastYear: LadderQuestion = { from: day('2025-01-01'), to: day('2025-12-31'), filter: {} };

/** Questions that wait for their answer, the oldest first. */
let waiting: ((answer: unknown) => void)[];

function Reading({ question }: { readonly question: LadderQuestion }) {
  const { ladder, error, isBehind } = useLadder(question);
  return (
    <output data-behind={isBehind}>
      {ladder?.from ?? '—'} {error?.kind}
    </output>
  );
}

const ladderOf = ({ from, to }: LadderQuestion): Ladder => ({
  ...aLadder({ steps: [aStep('A', { customers: 1 })] }),
  from,
  to,
});
const answer = (value: unknown) => waiting.shift()?.(value);
const shown = () => [screen.getByRole('status').textContent?.trim(), screen.getByRole('status').dataset.behind];

beforeEach(() => {
  startI18n('zh-CN');
  waiting = [];
  const call = ({ procedure }: { readonly procedure: string }) =>
    procedure === 'measures.ladder'
      ? new Promise((resolve) => waiting.push(resolve))
      : Promise.resolve({ ok: true, value: {} });
  Object.assign(window, { keben: { call, on: () => () => {}, pathOfDroppedFile: () => '' } });
});
afterEach(cleanup);

describe('useLadder', () => {
  it('keeps the ladder of the period before as such till the one asked for is there', async () => {
    const { rerender } = render(<Reading question={thisYear} />);
    expect(shown()).toEqual(['—', 'false']);
    answer({ ok: true, value: ladderOf(thisYear) });
    await waitFor(() => expect(shown()).toEqual(['2026-01-01', 'false']));
    rerender(<Reading question={lastYear} />);
    expect(shown()).toEqual(['2026-01-01', 'true']);
    answer({ ok: true, value: ladderOf(lastYear) });
    await waitFor(() => expect(shown()).toEqual(['2025-01-01', 'false']));
  });

  it('does not take the ladder of another period for the answer when this one could not be had', async () => {
    const { rerender } = render(<Reading question={thisYear} />);
    answer({ ok: true, value: ladderOf(thisYear) });
    await waitFor(() => expect(shown()).toEqual(['2026-01-01', 'false']));
    rerender(<Reading question={lastYear} />);
    answer({ ok: false, error: { kind: 'internal', logRef: 'x' } });
    await waitFor(() => expect(shown()).toEqual(['2026-01-01 internal', 'true']));
    rerender(<Reading question={{ ...lastYear, from: day('2025-07-01') }} />);
    expect(shown()).toEqual(['2026-01-01', 'true']);
  });
});
