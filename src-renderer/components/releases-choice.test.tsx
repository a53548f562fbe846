import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../src-shared/core/calendar-date.ts';
import { fen } from '../../src-shared/core/money.ts';
import { chosenReleases } from '../../src-shared/receivables/chosen-releases.ts';
import { startI18n } from '../app/i18n.ts';
import { ReleasesChoice } from './releases-choice.tsx';

const on = parseCalendarDate('2026-09-01');
if (!on) throw new Error('no day');
const payment = (allocationId: string, yuan: number) => ({
  allocationId,
  sourceId: allocationId,
  receivableId: 'r',
  sourceOn: on,
  allocatedFen: fen(yuan * 100),
});
const releasable = [payment('新', 300), payment('旧', 500)];
const proposed = [{ allocationId: '新', receivableId: 'r', releasedFen: fen(20_000) }];

function Choice() {
  const [ticked, setTicked] = useState<readonly string[]>(['新']);
  return (
    <ReleasesChoice
      releasable={releasable}
      ticked={ticked}
      chosen={chosenReleases(proposed, releasable, ticked)}
      title="解除这些"
      nameOf={({ allocationId }) => allocationId}
      onTick={setTicked}
    />
  );
}

beforeEach(() => {
  startI18n('zh-CN');
  render(<Choice />);
});
afterEach(cleanup);

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

describe('ReleasesChoice', () => {
  it('has the newest ticked, and no more can be than must go', () => {
    expect([box('新').checked, box('旧').checked, box('旧').disabled]).toEqual([true, false, true]);
  });

  it('says what is missing once a payment is unticked, and frees another instead', async () => {
    await userEvent.click(box('新'));
    expect(screen.getByRole('status').textContent).toContain('还差 ¥200.00');
    await userEvent.click(box('旧'));
    expect(screen.getByRole('group', { name: '解除这些' }).textContent).toContain('已核销 ¥500.00¥200.00');
    expect([box('新').checked, box('新').disabled]).toEqual([false, true]);
  });
});
