import { describe, expect, it } from 'vitest';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import { readSpread } from './spread.ts';

const yuan = (amount: number): Fen => fen(amount * 100);
const debts = [
  { id: 'march', openFen: yuan(1_000) },
  { id: 'april', openFen: yuan(600) },
];

describe('readSpread', () => {
  it('leaves what is not spread as prepayment', () => {
    expect(readSpread(yuan(700), { april: '600' }, debts)).toMatchObject({
      settles: [{ receivableId: 'april', amountFen: 60_000 }],
      settledFen: 60_000,
      restFen: 10_000,
      isSound: true,
    });
  });

  it.each([
    ['¥1,000.00', 100_000],
    ['0.1万', 100_000],
    ['１００', 10_000],
    ['.01', 1],
  ])('reads %s as people write it', (typed, amount) => {
    expect(readSpread(yuan(1_000), { march: typed }, debts).settles).toEqual([
      { receivableId: 'march', amountFen: amount },
    ]);
  });

  it.each(['', ' ', '0', '0.00', '¥0'])('takes “%s” beside a debt for nothing', (typed) => {
    expect(readSpread(yuan(700), { march: typed, april: '500' }, debts)).toMatchObject({
      settles: [{ receivableId: 'april', amountFen: 50_000 }],
      isSound: true,
    });
  });

  it.each(['-5', '5.005', '五百', '1,0'])('does not let “%s” be saved', (typed) => {
    expect(readSpread(yuan(700), { march: typed }, debts).isSound).toBe(false);
  });

  it('finds a debt that would be paid more than is open of it', () => {
    const spread = readSpread(yuan(2_000), { april: '600.01' }, debts);
    expect([...spread.beyondOpen]).toEqual(['april']);
    expect(spread.isSound).toBe(false);
  });

  it('finds that more is spread than came in', () => {
    expect(readSpread(yuan(700), { march: '500', april: '200.01' }, debts)).toMatchObject({
      restFen: -1,
      isSound: false,
    });
  });

  it('forgets what was typed beside a debt that is settled meanwhile', () => {
    expect(readSpread(yuan(700), { gone: '700' }, debts)).toMatchObject({
      settles: [],
      restFen: 70_000,
      isSound: true,
    });
  });
});
