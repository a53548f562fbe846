import { describe, expect, it } from 'vitest';
import { fen } from '../core/money.ts';
import { chosenReleases } from './chosen-releases.ts';

const may = (allocationId: string, yuan: number, receivableId = 'r1') => ({
  allocationId,
  receivableId,
  allocatedFen: fen(yuan * 100),
});
const proposed = (allocationId: string, yuan: number, receivableId = 'r1') => ({
  allocationId,
  receivableId,
  releasedFen: fen(yuan * 100),
});
const releasable = [may('new', 300), may('mid', 200), may('old', 500)];
const amounts = (ticked: readonly string[]) =>
  chosenReleases([proposed('new', 300), proposed('mid', 100)], releasable, ticked).releases.map(
    ({ allocationId, releasedFen }) => [allocationId, releasedFen],
  );

describe('chosenReleases', () => {
  it('is the proposal while its rows are ticked, the last one cut', () => {
    expect(amounts(['new', 'mid'])).toEqual([
      ['new', 30_000],
      ['mid', 10_000],
    ]);
  });

  it('takes another payment instead, and of it no more than must go', () => {
    expect(amounts(['old'])).toEqual([['old', 40_000]]);
    expect(amounts(['mid', 'old'])).toEqual([
      ['mid', 20_000],
      ['old', 20_000],
    ]);
    expect(amounts(['old', 'new'])).toEqual([['old', 40_000]]);
  });

  it('says what is missing of each debt, and lets no payment of one stand in for another', () => {
    const both = [proposed('new', 300), proposed('other', 50, 'r2')];
    const choice = chosenReleases(both, [...releasable, may('other', 80, 'r2')], ['old', 'mid']);
    expect(choice.missing).toEqual(new Map([['r2', 5_000]]));
    expect(chosenReleases(both, [...releasable, may('other', 80, 'r2')], ['other']).missing).toEqual(
      new Map([['r1', 30_000]]),
    );
  });

  it('passes over what is not there', () => {
    expect(amounts(['gone'])).toEqual([]);
  });
});
